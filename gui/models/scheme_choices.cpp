// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/scheme_choices.h"

#include "gui/models/model_outline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

std::vector<SchemeChoice> precisionChoices(std::initializer_list<quant::Precision> precisions)
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
    return precisionChoices({Precision::integer(2), Precision::integer(3), Precision::integer(4),
                             Precision::integer(5), Precision::integer(6), Precision::integer(7),
                             Precision::integer(8), Precision::integer(16), Precision::float8E4M3(),
                             Precision::float8E5M2(), Precision::float16(), Precision::float32()});
}

constexpr QLatin1StringView kGroupPrefix("per-group-");

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

bool hasAxis(const quant::WeightScheme& scheme)
{
    return scheme.granularity == quant::Granularity::PerChannel ||
           scheme.granularity == quant::Granularity::PerGroup;
}

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

/// -1, the output channels, is a word.
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

QString pruningValue(const quant::Pruning& pruning)
{
    return QString::fromStdString(quant::toString(pruning));
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

QString splittingValue(double share)
{
    return QString::fromStdString(quant::splitText(share));
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
           field == SchemeField::WeightScale || field == SchemeField::WeightPruning ||
           field == SchemeField::WeightSplitting;
}

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
    case SchemeField::WeightPruning:
        return prunings();
    case SchemeField::WeightSplitting:
        return splittings();
    case SchemeField::ActivationSource:
        return {{u"static"_s, tr("calibrated")},
                {u"dynamic"_s, tr("of each image")},
                {u"dynamic-per-token"_s, tr("of each token")}};
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
    }
    return {};
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
    default:
        return {};
    }
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
    for (const SchemeChoice& choice : schemeChoices(field)) {
        if (choice.value == value) {
            return choice.text;
        }
    }
    return value;
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
    const auto pruning = quant::parsePruning(value.toStdString());
    wanted.pruning = pruning.value_or(quant::Pruning{});
    wanted.split = wanted.takesSplitting() ? wanted.split : 0.0;
    return pruning && assignIfLegal(scheme, wanted);
}

} // namespace

bool setField(quant::WeightScheme& scheme, SchemeField field, const QString& value)
{
    if (field == SchemeField::WeightPruning || field == SchemeField::WeightSplitting ||
        field == SchemeField::WeightAxis) {
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

bool setField(quant::ActivationScheme& scheme, SchemeField field, const QString& value)
{
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

quant::WeightScheme weightScheme(const quant::Configuration& configuration,
                                 const std::string& layer)
{
    const auto found = configuration.weights.find(layer);
    return found != configuration.weights.end()
               ? found->second
               : quant::WeightScheme{.precision = quant::Precision::float32()};
}

quant::ActivationScheme activationScheme(const quant::Configuration& configuration,
                                         const std::string& tensor)
{
    const auto found = configuration.activations.find(tensor);
    return found != configuration.activations.end()
               ? found->second
               : quant::ActivationScheme{.precision = quant::Precision::float32()};
}

namespace {

bool isByChannels(const quant::WeightScheme& scheme)
{
    return scheme.pruning.pattern == quant::PruningPattern::Channels;
}

/// Sets a field of a layer's weights, and what must change with it in the layers whose channels go
/// together with the layer's.
bool setWeights(quant::Configuration& configuration, const OutlineEntry& layer, SchemeField field,
                const QString& value)
{
    const quant::WeightScheme former = weightScheme(configuration, layer.name);
    quant::WeightScheme scheme = former;
    if (field == SchemeField::WeightSplitting &&
        (layer.splittingObstacle || !former.takesSplitting())) {
        return quant::parseSplit(value.toStdString()).has_value(); // there is nothing to end either
    }
    if (field == SchemeField::WeightAxis) {
        const auto axis = axisFrom(value);
        const bool fits =
            hasAxis(former) && axis && *axis < static_cast<int>(layer.weightShape.size());
        if (!axis || !setField(scheme, field, axisValue(fits ? *axis : -1))) {
            return false;
        }
        configuration.weights[layer.name] = scheme;
        return true;
    }
    if (!setField(scheme, field, value)) {
        return false;
    }
    if (scheme.pruning != former.pruning && (isByChannels(former) || isByChannels(scheme))) {
        if (isByChannels(scheme) && layer.channels.obstacle) {
            return true;
        }
        for (const std::string& writer : layer.channels.writers) {
            quant::WeightScheme other = weightScheme(configuration, writer);
            if (isByChannels(scheme) || isByChannels(other)) {
                other.pruning = isByChannels(scheme) ? scheme.pruning : quant::Pruning{};
                other.split = other.takesSplitting() ? other.split : 0.0;
            }
            if (!quant::validate(other)) {
                return false;
            }
            configuration.weights[writer] = other;
        }
    }
    configuration.weights[layer.name] = scheme;
    return true;
}

} // namespace

std::optional<bool> setFieldsOf(quant::Configuration& configuration, const OutlineEntry& layer,
                                const FieldValues& values)
{
    bool isSet = false;
    for (const SchemeField field : kSchemeFields) {
        const auto found = values.find(field);
        if (found == values.end()) {
            continue;
        }
        const QString& value = found->second;
        if (isWeightField(field) && layer.hasWeights) {
            if (!setWeights(configuration, layer, field, value)) {
                return std::nullopt;
            }
            isSet = true;
        }
        for (std::size_t i = 0; !isWeightField(field) && i < layer.sites.size(); ++i) {
            quant::ActivationScheme scheme = activationScheme(configuration, layer.sites[i]);
            if (!setField(scheme, field, value)) {
                return std::nullopt;
            }
            if (!layer.hasTokens && scheme.source == quant::RangeSource::DynamicPerToken) {
                scheme.source = quant::RangeSource::Dynamic;
            }
            configuration.activations[layer.sites[i]] = scheme;
            isSet = true;
        }
    }
    return isSet;
}

} // namespace quantoscope::gui
