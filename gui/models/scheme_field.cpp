// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/scheme_field.h"

#include "core/session/splitting.h"
#include "gui/models/field_values.h"
#include "gui/models/scheme_choices.h"

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

QString granularityValue(const quant::WeightScheme& scheme)
{
    switch (scheme.granularity) {
    case quant::Granularity::PerTensor:
        return u"per-tensor"_s;
    case quant::Granularity::PerChannel:
        return u"per-channel"_s;
    case quant::Granularity::PerGroup:
        return kGroupPrefix + QString::number(scheme.groupSize);
    case quant::Granularity::MxBlocks:
        break;
    }
    return u"mx"_s;
}

QString axisValue(int axis)
{
    return axis < 0 ? u"outputs"_s : QString::number(axis);
}

std::optional<int> axisFrom(const QString& value)
{
    bool isNumber = false;
    const int axis = value.toInt(&isNumber);
    return value == axisValue(-1)  ? std::optional(-1)
           : isNumber && axis >= 0 ? std::optional(axis)
                                   : std::nullopt;
}

QString pruningValue(const quant::Pruning& pruning)
{
    return QString::fromStdString(quant::toString(pruning));
}

QString splittingValue(double share)
{
    return QString::fromStdString(quant::splitText(share));
}

bool hasAxis(const quant::WeightScheme& scheme)
{
    return scheme.granularity == quant::Granularity::PerChannel ||
           scheme.granularity == quant::Granularity::PerGroup;
}

QString calibrationValue(const quant::ActivationScheme& scheme)
{
    if (!scheme.isCalibrated()) {
        return kNotCalibrated;
    }
    if (scheme.range) {
        return kByHand;
    }
    return scheme.calibration ? QString::fromStdString(quant::toString(*scheme.calibration))
                              : QString(kAsTheModel);
}

namespace {

/// Blocks and groups have their size; MX blocks are symmetric, and their scales fixed.
void setGranularity(quant::WeightScheme& scheme, const QString& value)
{
    using quant::Granularity;
    scheme.groupSize =
        value.startsWith(kGroupPrefix) ? value.sliced(kGroupPrefix.size()).toInt() : 0;
    scheme.granularity = scheme.groupSize > 0       ? Granularity::PerGroup
                         : value == u"mx"_s         ? Granularity::MxBlocks
                         : value == u"per-tensor"_s ? Granularity::PerTensor
                                                    : Granularity::PerChannel;
    if (!hasAxis(scheme)) {
        scheme.axis = -1;
    }
    if (scheme.granularity == Granularity::MxBlocks) {
        scheme.symmetric = true;
        scheme.scale = quant::ScaleKind::Real;
        scheme.range = quant::WeightRange::MinMax;
    }
}

QString sourceValue(quant::RangeSource source)
{
    return source == quant::RangeSource::Static    ? u"static"_s
           : source == quant::RangeSource::Dynamic ? u"dynamic"_s
                                                   : u"dynamic-per-token"_s;
}

void setSource(quant::ActivationScheme& scheme, const QString& value)
{
    using quant::RangeSource;
    scheme.source = value == u"static"_s    ? RangeSource::Static
                    : value == u"dynamic"_s ? RangeSource::Dynamic
                                            : RangeSource::DynamicPerToken;
    if (scheme.source != RangeSource::Static) {
        scheme.range.reset();
    }
}

template <typename Scheme>
bool assignIfLegal(Scheme& scheme, const Scheme& wanted)
{
    if (!quant::validate(wanted)) {
        return false;
    }
    scheme = wanted;
    return true;
}

bool isChoice(SchemeField field, const QString& value)
{
    return std::ranges::any_of(schemeChoices(field),
                               [&](const SchemeChoice& choice) { return choice.value == value; });
}

QString symmetryValue(bool symmetric)
{
    return symmetric ? u"symmetric"_s : u"asymmetric"_s;
}

} // namespace

bool isWeightField(SchemeField field)
{
    return field == SchemeField::WeightPrecision || field == SchemeField::WeightSymmetry ||
           field == SchemeField::WeightGranularity || field == SchemeField::WeightAxis ||
           field == SchemeField::WeightScale || field == SchemeField::WeightRange ||
           field == SchemeField::WeightPruning || field == SchemeField::WeightSplitting;
}

QString fieldValue(SchemeField field, const quant::WeightScheme& scheme)
{
    switch (field) {
    case SchemeField::WeightPrecision:
        return QString::fromStdString(quant::toString(scheme.precision));
    case SchemeField::WeightSymmetry:
        return symmetryValue(scheme.symmetric);
    case SchemeField::WeightGranularity:
        return granularityValue(scheme);
    case SchemeField::WeightAxis:
        return axisValue(scheme.axis);
    case SchemeField::WeightScale:
        return scheme.scale == quant::ScaleKind::Real ? u"real"_s : u"power-of-two"_s;
    case SchemeField::WeightRange:
        return QString::fromStdString(quant::rangeText(scheme));
    case SchemeField::WeightPruning:
        return pruningValue(scheme.pruning);
    case SchemeField::WeightSplitting:
        return splittingValue(scheme.split);
    default:
        return {};
    }
}

QString fieldValue(SchemeField field, const quant::ActivationScheme& scheme)
{
    switch (field) {
    case SchemeField::ActivationPrecision:
        return QString::fromStdString(quant::toString(scheme.precision));
    case SchemeField::ActivationSymmetry:
        return symmetryValue(scheme.symmetric ||
                             (!scheme.precision.isInteger() && scheme.precision.hasScale()));
    case SchemeField::ActivationSource:
        return sourceValue(scheme.source);
    case SchemeField::ActivationCalibration:
        return calibrationValue(scheme);
    default:
        return {};
    }
}

namespace {

/// The fields whose values are numbers of any kind.
bool setNumber(quant::WeightScheme& scheme, SchemeField field, const QString& value)
{
    quant::WeightScheme wanted = scheme;
    if (field == SchemeField::WeightSplitting) {
        const auto share = quant::parseSplit(value.toStdString());
        wanted.split = share.value_or(0.0);
        return share && assignIfLegal(scheme, wanted);
    }
    if (field == SchemeField::WeightAxis) {
        const auto axis = axisFrom(value);
        wanted.axis = axis.value_or(-1);
        wanted.split = wanted.takesSplitting() ? wanted.split : 0.0;
        return axis && assignIfLegal(scheme, wanted);
    }
    if (field == SchemeField::WeightRange) {
        const auto ranged = quant::withRange(scheme, value.toStdString());
        scheme = ranged.value_or(scheme);
        return ranged.has_value();
    }
    const auto pruning = quant::parsePruning(value.toStdString());
    wanted.pruning = pruning.value_or(quant::Pruning{});
    wanted.split = wanted.takesSplitting() ? wanted.split : 0.0;
    return pruning && assignIfLegal(scheme, wanted);
}

} // namespace

bool setField(quant::WeightScheme& scheme, SchemeField field, const QString& value)
{
    if (field == SchemeField::WeightPruning || field == SchemeField::WeightSplitting ||
        field == SchemeField::WeightAxis || field == SchemeField::WeightRange) {
        return setNumber(scheme, field, value);
    }
    if (!isWeightField(field) || !isChoice(field, value)) {
        return false;
    }
    quant::WeightScheme wanted = scheme;
    if (field == SchemeField::WeightPrecision) {
        wanted = quant::withPrecision(scheme, *quant::parsePrecision(value.toStdString()));
    } else if (field == SchemeField::WeightSymmetry) {
        wanted.symmetric = value == u"symmetric"_s;
    } else if (field == SchemeField::WeightScale) {
        wanted.scale = value == u"real"_s ? quant::ScaleKind::Real : quant::ScaleKind::PowerOfTwo;
    } else {
        setGranularity(wanted, value);
    }
    wanted.split = wanted.takesSplitting() ? wanted.split : 0.0;
    return assignIfLegal(scheme, wanted);
}

namespace {

/// In place of a range set by hand.
bool setCalibration(quant::ActivationScheme& scheme, const QString& value)
{
    const auto own = quant::parseCalibration(value.toStdString());
    if (!scheme.isCalibrated() || (!own && value != kAsTheModel)) {
        return false;
    }
    scheme.range.reset();
    scheme.calibration = own ? std::optional(*own) : std::nullopt;
    return true;
}

} // namespace

bool setField(quant::ActivationScheme& scheme, SchemeField field, const QString& value)
{
    if (field == SchemeField::ActivationCalibration) {
        return setCalibration(scheme, value);
    }
    if (isWeightField(field) || !isChoice(field, value)) {
        return false;
    }
    quant::ActivationScheme wanted = scheme;
    if (field == SchemeField::ActivationPrecision) {
        wanted = quant::withPrecision(scheme, *quant::parsePrecision(value.toStdString()));
    } else if (field == SchemeField::ActivationSource) {
        setSource(wanted, value);
    } else {
        wanted.symmetric = value == u"symmetric"_s;
        if (!wanted.symmetric && !wanted.precision.isInteger() && wanted.precision.hasScale()) {
            return false; // FP8 has no zero points
        }
    }
    return assignIfLegal(scheme, wanted);
}

} // namespace quantoscope::gui
