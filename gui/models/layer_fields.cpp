// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_fields.h"

#include "gui/models/field_values.h"
#include "gui/models/model_outline.h"

namespace quantoscope::gui {

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
    if (field == SchemeField::WeightRange && !former.hasRange()) {
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
            if (field == SchemeField::ActivationCalibration && !scheme.isCalibrated()) {
                continue;
            }
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
