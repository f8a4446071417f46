// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/range_choices.h"

#include "core/session/layer_names.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

/// Empty for the inputs of the model.
std::string layerOf(const model::LayerModel& layers, const model::ActivationSite& site)
{
    return site.layer ? layers.layers[static_cast<std::size_t>(*site.layer)].name : std::string();
}

template <typename Predicate>
std::vector<std::string> tensorsWhere(const model::LayerModel& layers, Predicate isMeant)
{
    std::vector<std::string> names;
    for (const model::ActivationSite& site : layers.sites) {
        if (isMeant(site)) {
            names.push_back(site.name);
        }
    }
    return names;
}

} // namespace

Result<std::vector<std::string>> tensorsNamed(const model::LayerModel& layers,
                                              std::string_view pattern)
{
    const auto isTensor = [&](const auto& site) { return site.name == pattern; };
    const auto isOfLayer = [&](const auto& site) { return layerOf(layers, site) == pattern; };
    const auto isLikeIt = [&](const auto& site) {
        return matchesPattern(pattern, site.name) ||
               (site.layer && matchesPattern(pattern, layerOf(layers, site)));
    };
    std::vector<std::string> names = tensorsWhere(layers, isTensor);
    names = names.empty() ? tensorsWhere(layers, isOfLayer) : names;
    names = names.empty() ? tensorsWhere(layers, isLikeIt) : names;
    if (names.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "the model has no activation quantizer on a tensor or behind a layer of this "
                    "name; the command calibrate lists them, and * stands for any characters",
                    "tensor \"" + std::string(pattern) + "\"");
    }
    return names;
}

quant::Configuration withCalibration(quant::Configuration configuration,
                                     const quant::Calibration& calibration,
                                     const std::vector<std::string>& tensors)
{
    for (const std::string& tensor : tensors) {
        const auto found = configuration.activations.find(tensor);
        if (found != configuration.activations.end() && found->second.isCalibrated()) {
            found->second.range.reset();
            found->second.calibration = calibration;
        }
    }
    return configuration;
}

Result<quant::Configuration> withWeightRange(quant::Configuration configuration,
                                             std::string_view range,
                                             const std::vector<std::string>& layers)
{
    for (auto& [name, scheme] : configuration.weights) {
        const bool isNamed = std::ranges::find(layers, name) != layers.end();
        if (!isNamed && !layers.empty()) {
            continue;
        }
        const auto wanted = quant::withRange(scheme, range);
        if (!wanted && isNamed) {
            return fail(wanted.error().code, wanted.error().message, "layer \"" + name + "\"");
        }
        scheme = wanted.value_or(scheme);
    }
    return configuration;
}

} // namespace quantoscope::session
