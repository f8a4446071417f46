// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/hardware_check.h"

#include "core/session/layer_figures.h"
#include "core/session/session.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

std::string listOf(const std::vector<int>& bits, const std::vector<quant::Precision>& formats)
{
    std::string text;
    for (const int width : bits) {
        text += (text.empty() ? "" : ", ") +
                (width == 32 ? std::string("FP32") : "INT" + std::to_string(width));
    }
    for (const quant::Precision& format : formats) {
        text += (text.empty() ? "" : ", ") + quant::toString(format);
    }
    return text;
}

std::string weightConflict(const HardwareProfile& profile, const std::string& op,
                           const quant::WeightScheme& scheme)
{
    if (!profile.takesWeights(op, scheme.precision)) {
        return quant::toString(scheme.precision) + " weights of " + op + "; it takes " +
               (profile.keepsInFloat(op) ? "FP32"
                                         : listOf(profile.weightBitsOf(op), profile.weightFormats));
    }
    if (!scheme.precision.isInteger()) {
        return {};
    }
    if (!profile.takes(scheme.granularity)) {
        return scheme.granularity == quant::Granularity::PerChannel
                   ? "a weight scale for every channel; it takes one a layer"
                   : "weights in groups or blocks; it takes scales of tensors or channels";
    }
    if (!profile.takesAxis(scheme.axis)) {
        return "weight scales along axis " + std::to_string(scheme.axis) +
               "; it takes those of output channels and groups within these, without an axis";
    }
    return scheme.symmetric || profile.asymmetricWeights
               ? std::string()
               : "weights with a zero point; it takes symmetric ones";
}

std::string activationConflict(const HardwareProfile& profile, const std::string& op,
                               const quant::ActivationScheme& scheme)
{
    if (!profile.takesActivations(op, scheme.precision)) {
        const bool isNamed = !profile.keepsInFloat(op) && !profile.activationBits.empty();
        return quant::toString(scheme.precision) + " activations" +
               (isNamed ? "; it takes " + listOf(profile.activationBits, profile.activationFormats)
                        : " of " + op);
    }
    if (scheme.source != quant::RangeSource::Static && !profile.dynamicRanges) {
        return "activation ranges of each input; it takes calibrated ones";
    }
    return scheme.symmetric || !scheme.precision.isInteger() || profile.asymmetricActivations
               ? std::string()
               : "activations with a zero point; it takes symmetric ones";
}

/// Operator of the layer that makes a tensor; "Input" for what the model reads.
std::string makerOf(const model::LayerModel& layers, const model::ActivationSite& site)
{
    return site.layer ? operatorName(layers.layers[static_cast<std::size_t>(*site.layer)])
                      : "Input";
}

} // namespace

UniformSettings withDefaults(UniformSettings settings, const HardwareDefaults& defaults)
{
    settings.bits = defaults.bits;
    settings.symmetricActivations |= defaults.symmetricActivations;
    if (defaults.perTensorWeights) {
        settings.granularity = quant::Granularity::PerTensor;
    }
    return settings;
}

quant::Configuration keepingInFloat(const HardwareProfile& profile, const model::LayerModel& layers,
                                    quant::Configuration configuration)
{
    for (const model::Layer& layer : layers.layers) {
        if (profile.keepsInFloat(operatorName(layer))) {
            configuration.weights.erase(layer.name);
        }
    }
    for (const model::ActivationSite& site : layers.sites) {
        if (profile.keepsInFloat(makerOf(layers, site))) {
            configuration.activations.erase(site.name);
        }
    }
    return configuration;
}

std::vector<HardwareConflict> conflictsWith(const HardwareProfile& profile,
                                            const model::LayerModel& layers,
                                            const quant::Configuration& configuration)
{
    std::vector<HardwareConflict> conflicts;
    const auto add = [&conflicts](const std::string& where, const std::string& what) {
        if (!what.empty()) {
            conflicts.push_back({where, what});
        }
    };
    for (const model::Layer& layer : layers.layers) {
        if (layer.hasWeights()) {
            const auto scheme = configuration.weights.find(layer.name);
            add("layer " + layer.name,
                weightConflict(profile, operatorName(layer),
                               scheme == configuration.weights.end()
                                   ? quant::WeightScheme{quant::Precision::float32()}
                                   : scheme->second));
        }
    }
    for (const model::ActivationSite& site : layers.sites) {
        const auto scheme = configuration.activations.find(site.name);
        if (scheme != configuration.activations.end()) {
            add("tensor " + site.name,
                activationConflict(profile, makerOf(layers, site), scheme->second));
        }
    }
    return conflicts;
}

Status checkHardware(const HardwareProfile& profile, const model::LayerModel& layers,
                     const quant::Configuration& configuration)
{
    const auto conflicts = conflictsWith(profile, layers, configuration);
    if (conflicts.empty()) {
        return {};
    }
    const std::string more =
        conflicts.size() == 1 ? "" : " (and " + std::to_string(conflicts.size() - 1) + " more)";
    return fail(ErrorCode::InvalidArgument,
                profile.name + " does not take " + conflicts.front().what + more,
                conflicts.front().where);
}

} // namespace quantoscope::session
