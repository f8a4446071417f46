// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/quantized_model.h"

#include "core/export/smaller_model.h"

#include <utility>

namespace quantoscope::session {
namespace {

/// Whether ONNX has operators for an activation quantizer that is no static integer grid.
Status checkCarried(const quant::ActivationScheme& scheme, const std::string& tensor)
{
    const bool isInt8 = scheme.precision == quant::Precision::integer(8) && !scheme.symmetric;
    if (scheme.source == quant::RangeSource::Static ||
        (scheme.source == quant::RangeSource::Dynamic && isInt8)) {
        return {};
    }
    return fail(ErrorCode::Unsupported,
                quant::toString(scheme.precision) +
                    (scheme.source == quant::RangeSource::DynamicPerToken
                         ? " with ranges of each token"
                     : scheme.symmetric ? " symmetric with ranges of each image"
                                        : " with ranges of each image") +
                    " has no ONNX operator; choose INT8 asymmetric with ranges of each image, or a "
                    "calibrated range",
                "tensor " + tensor);
}

} // namespace

namespace {

/// Of a model that is equalized already.
Result<exporting::QuantizedModel> ownQuantizedModel(const exec::ConfiguredModel& model,
                                                    const quant::Configuration& configuration,
                                                    const exec::SiteHistograms* histograms)
{
    const model::LayerModel& layers = model.layers();
    exporting::QuantizedModel quantized;
    quantized.layers = &layers;
    for (std::size_t i = 0; i < layers.sites.size(); ++i) {
        auto params = exec::activationParams(layers, i, configuration, histograms);
        if (!params) {
            return failFrom(params);
        }
        const auto emulated = exec::emulatedQuantizer(layers, i, configuration, histograms);
        if (!emulated) {
            return failFrom(emulated);
        }
        if (*emulated) {
            const std::string& name = layers.sites[i].name;
            const quant::ActivationScheme& scheme = configuration.activations.at(name);
            if (const Status carried = checkCarried(scheme, name); !carried) {
                return failFrom(carried);
            }
            quantized.floatActivations[name] = {scheme, (*emulated)->scale};
        }
        if (*params) {
            quantized.activations.emplace(layers.sites[i].name, **std::move(params));
        }
    }
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        const model::Layer& layer = layers.layers[i];
        if (!layer.hasWeights()) {
            continue;
        }
        std::optional<quant::QuantParams> inputGrid;
        if (const auto site = model.inputSite(i)) {
            const auto found = quantized.activations.find(layers.sites[*site].name);
            if (found != quantized.activations.end()) {
                inputGrid = found->second;
            }
        }
        const auto setting = model.settingOf(i, configuration, inputGrid);
        if (setting.scheme.isFloat32() && setting.removed.isEmpty()) {
            continue;
        }
        quantized.schemes[layer.name] = setting.scheme;
        auto weights = model.quantizedWeights(i, setting, inputGrid);
        if (!weights) {
            return failFrom(weights);
        }
        const auto bias = model.boundBias(i, setting);
        if (!bias.isOwn) {
            quantized.biases.emplace(layer.name, bias.values->values);
        }
        quantized.weights.emplace(layer.name, *std::move(weights));
    }
    return quantized;
}

} // namespace

Result<exporting::QuantizedModel> quantizedModel(exec::ConfiguredModel& model,
                                                 const quant::Configuration& configuration,
                                                 const exec::SiteHistograms* histograms)
{
    std::shared_ptr<exec::ConfiguredModel> variant;
    if (configuration.equalization) {
        auto equalized = model.equalized(configuration.equalization);
        if (!equalized) {
            return failFrom(equalized);
        }
        variant = *std::move(equalized);
    }
    const exec::ConfiguredModel& own = variant ? *variant : model;
    auto quantized = ownQuantizedModel(own, configuration, histograms);
    if (!quantized) {
        return quantized;
    }
    quantized->owner = variant;
    return exporting::withoutChannels(*std::move(quantized), *own.removedChannels(configuration));
}

} // namespace quantoscope::session
