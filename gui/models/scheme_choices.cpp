// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/scheme_choices.h"

#include "core/session/calibration_course.h"
#include "core/session/splitting.h"
#include "gui/models/calibration_text.h"
#include "gui/models/field_values.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

std::vector<SchemeChoice> precisionChoices(const std::vector<quant::Precision>& precisions)
{
    std::vector<SchemeChoice> choices;
    for (const quant::Precision& precision : precisions) {
        const QString name = QString::fromStdString(quant::toString(precision));
        choices.push_back({name, name});
    }
    return choices;
}

std::vector<SchemeChoice> weightPrecisions()
{
    using quant::Precision;
    return precisionChoices({Precision::integer(1), Precision::ternary(), Precision::integer(2),
                             Precision::integer(3), Precision::integer(4), Precision::integer(5),
                             Precision::integer(6), Precision::integer(7), Precision::integer(8),
                             Precision::integer(16), Precision::float4E2M1(),
                             Precision::float8E4M3(), Precision::float8E5M2(),
                             Precision::bfloat16(), Precision::float16(), Precision::float32()});
}

std::vector<SchemeChoice> activationPrecisions()
{
    using quant::Precision;
    std::vector<Precision> precisions;
    for (int bits = 2; bits <= 16; ++bits) {
        precisions.push_back(Precision::integer(bits));
    }
    for (const Precision& other : {Precision::float8E4M3(), Precision::float8E5M2(),
                                   Precision::float16(), Precision::float32()}) {
        precisions.push_back(other);
    }
    return precisionChoices(precisions);
}

std::vector<SchemeChoice> granularities()
{
    std::vector<SchemeChoice> choices{{u"per-channel"_s, tr("per-channel")},
                                      {u"per-tensor"_s, tr("per-tensor")}};
    for (const int size : {32, 64, 128}) {
        choices.push_back({kGroupPrefix + QString::number(size), tr("groups of %1").arg(size)});
    }
    choices.push_back({u"mx"_s, tr("MX blocks")});
    return choices;
}

/// Called for every cell that is painted.
QString axisText(const QString& value)
{
    return value == axisValue(-1) ? tr("outputs") : tr("axis %1").arg(value);
}

QString percentText(double share)
{
    return QLocale().toString(100.0 * share, 'g', 4);
}

/// Called for every cell that is painted.
QString pruningText(const QString& value)
{
    const auto pruning = quant::parsePruning(value.toStdString());
    if (!pruning) {
        return value;
    }
    switch (pruning->pattern) {
    case quant::PruningPattern::None:
        return tr("not pruned");
    case quant::PruningPattern::Unstructured:
        return tr("%1 % of weights").arg(percentText(pruning->share));
    case quant::PruningPattern::NOfM:
        break;
    case quant::PruningPattern::Channels:
        return tr("%1 % of channels").arg(percentText(pruning->share));
    }
    return value;
}

std::vector<SchemeChoice> prunings()
{
    std::vector<quant::Pruning> offered{{}};
    for (const double share : {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
        offered.push_back(quant::unstructuredPruning(share));
    }
    for (const auto& [kept, of] :
         {std::pair{1, 2}, std::pair{2, 4}, std::pair{1, 4}, std::pair{4, 8}}) {
        offered.push_back(quant::nOfMPruning(kept, of));
    }
    for (const double share : {0.05, 0.1, 0.25, 0.5}) {
        offered.push_back(quant::channelPruning(share));
    }
    std::vector<SchemeChoice> choices;
    for (const quant::Pruning& pruning : offered) {
        const QString value = pruningValue(pruning);
        choices.push_back({value, pruningText(value)});
    }
    return choices;
}

/// Called for every cell that is painted.
QString splittingText(const QString& value)
{
    const auto share = quant::parseSplit(value.toStdString());
    if (!share) {
        return value;
    }
    return *share > 0.0 ? tr("%1 % added").arg(percentText(*share)) : tr("not split");
}

std::vector<SchemeChoice> splittings()
{
    std::vector<SchemeChoice> choices;
    for (const double share : {0.0, 0.01, 0.02, 0.05, 0.1, 0.2}) {
        const QString value = splittingValue(share);
        choices.push_back({value, splittingText(value)});
    }
    return choices;
}

/// Called for every cell that is painted.
QString rangeText(const QString& value)
{
    const auto scheme = quant::withRange({}, value.toStdString());
    if (!scheme) {
        return value;
    }
    switch (scheme->range) {
    case quant::WeightRange::MinMax:
        return calibrationText(quant::CalibrationMethod::MinMax);
    case quant::WeightRange::Mse:
        return calibrationText(quant::CalibrationMethod::Mse);
    case quant::WeightRange::Percentile:
        break;
    }
    return calibrationText({quant::CalibrationMethod::Percentile, scheme->percentile});
}

/// Called for every cell that is painted.
QString ownCalibrationText(const QString& value)
{
    if (value == kAsTheModel) {
        return tr("as the model");
    }
    if (value == kByHand) {
        return tr("by hand");
    }
    const auto calibration = quant::parseCalibration(value.toStdString());
    return calibration ? calibrationText(*calibration) : u"–"_s;
}

QString percentileValue(double percentile)
{
    return QString::fromStdString(
        quant::toString(quant::Calibration{quant::CalibrationMethod::Percentile, percentile}));
}

constexpr std::array kPercentiles{99.0, 99.9, 99.99, 99.999};

std::vector<SchemeChoice> weightRanges()
{
    std::vector<QString> values{u"min-max"_s, u"mse"_s};
    for (const double percentile : kPercentiles) {
        values.push_back(percentileValue(percentile));
    }
    std::vector<SchemeChoice> choices;
    for (const QString& value : values) {
        choices.push_back({value, rangeText(value)});
    }
    return choices;
}

std::vector<SchemeChoice> calibrations()
{
    std::vector<QString> values{kAsTheModel};
    for (const quant::CalibrationMethod method : session::calibrationMethods()) {
        if (method != quant::CalibrationMethod::Percentile) {
            values.push_back(QString::fromStdString(quant::toString(method)));
            continue;
        }
        for (const double percentile : kPercentiles) {
            values.push_back(percentileValue(percentile));
        }
    }
    std::vector<SchemeChoice> choices;
    for (const QString& value : values) {
        choices.push_back({value, ownCalibrationText(value)});
    }
    return choices;
}

} // namespace

std::vector<SchemeChoice> axisChoices(std::size_t rank)
{
    std::vector<SchemeChoice> choices;
    for (int axis = -1; axis < static_cast<int>(rank); ++axis) {
        choices.push_back({axisValue(axis), axisText(axisValue(axis))});
    }
    return choices;
}

std::vector<SchemeChoice> schemeChoices(SchemeField field)
{
    constexpr std::size_t kConvolutionRank = 4;
    // Texts are asked for anew: the language may have changed.
    switch (field) {
    case SchemeField::WeightPrecision:
        return weightPrecisions();
    case SchemeField::ActivationPrecision:
        return activationPrecisions();
    case SchemeField::WeightGranularity:
        return granularities();
    case SchemeField::WeightAxis:
        return axisChoices(kConvolutionRank);
    case SchemeField::WeightScale:
        return {{u"real"_s, tr("real")}, {u"power-of-two"_s, tr("powers of two")}};
    case SchemeField::WeightRange:
        return weightRanges();
    case SchemeField::WeightPruning:
        return prunings();
    case SchemeField::WeightSplitting:
        return splittings();
    case SchemeField::ActivationSource:
        return {{u"static"_s, tr("calibrated")},
                {u"dynamic"_s, tr("of each image")},
                {u"dynamic-per-token"_s, tr("of each token")}};
    case SchemeField::ActivationCalibration:
        return calibrations();
    case SchemeField::WeightSymmetry:
    case SchemeField::ActivationSymmetry:
        break;
    }
    return {{u"symmetric"_s, tr("symmetric")}, {u"asymmetric"_s, tr("asymmetric")}};
}

QString schemeFieldText(SchemeField field)
{
    switch (field) {
    case SchemeField::WeightPrecision:
        return tr("weight bits");
    case SchemeField::WeightSymmetry:
        return tr("weight symmetry");
    case SchemeField::WeightGranularity:
        return tr("weight granularity");
    case SchemeField::WeightAxis:
        return tr("weight axis");
    case SchemeField::WeightScale:
        return tr("weight scales");
    case SchemeField::WeightRange:
        return tr("weight ranges");
    case SchemeField::WeightPruning:
        return tr("weight pruning");
    case SchemeField::WeightSplitting:
        return tr("channel splitting");
    case SchemeField::ActivationPrecision:
        return tr("activation bits");
    case SchemeField::ActivationSymmetry:
        return tr("activation symmetry");
    case SchemeField::ActivationSource:
        return tr("activation ranges");
    case SchemeField::ActivationCalibration:
        return tr("activation calibration");
    }
    return {};
}

QString choiceText(SchemeField field, const QString& value)
{
    if (field == SchemeField::WeightPrecision || field == SchemeField::ActivationPrecision) {
        return value; // called for every cell that is painted
    }
    if (field == SchemeField::WeightPruning) {
        return pruningText(value);
    }
    if (field == SchemeField::WeightAxis) {
        return axisText(value);
    }
    if (field == SchemeField::WeightSplitting) {
        return splittingText(value);
    }
    if (field == SchemeField::WeightRange) {
        return rangeText(value);
    }
    if (field == SchemeField::ActivationCalibration) {
        return ownCalibrationText(value);
    }
    for (const SchemeChoice& choice : schemeChoices(field)) {
        if (choice.value == value) {
            return choice.text;
        }
    }
    return value;
}

} // namespace quantoscope::gui
