// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/quantized_model.h"

#include <utility>

namespace quantoscope::session {

Result<exporting::QuantizedModel> quantizedModel(const exec::ConfiguredModel& model,
                                                 const quant::Configuration& configuration,
                                                 const exec::SiteHistograms* histograms)
{
    const model::LayerModel& layers = model.layers();
    exporting::QuantizedModel quantized;
    quantized.layers = &layers;
    for (std::size_t i = 0; i < layers.sites.size(); ++i) {
        auto params = model.activationParams(i, configuration, histograms);
        if (!params) {
            return failFrom(params);
        }
        const auto emulated = model.emulatedQuantizer(i, configuration, histograms);
        if (!emulated) {
            return failFrom(emulated);
        }
        if (*emulated) {
            return fail(ErrorCode::Unsupported,
                        "floating-point formats and dynamic ranges are not exported; choose an "
                        "integer format with a static range, or FP32",
                        "tensor " + layers.sites[i].name);
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
        if (setting.scheme.precision.format == quant::NumberFormat::Float32) {
            continue;
        }
        const bool isPlain =
            setting.scheme.precision.hasIntegerGrid() && setting.scheme.blockSize() == 0;
        if (!isPlain && setting.scheme.precision.format != quant::NumberFormat::Float16) {
            return fail(ErrorCode::Unsupported,
                        quant::toString(setting.scheme.precision) +
                            " weights of this granularity are not exported; choose integers with "
                            "a scale a tensor or channel, FP16 or FP32",
                        "layer " + layer.name);
        }
        auto weights = model.quantizedWeights(i, setting, inputGrid);
        if (!weights) {
            return failFrom(weights);
        }
        if (setting.corrected && !setting.corrected->bias.empty()) {
            quantized.biases.emplace(layer.name, setting.corrected->bias);
        }
        quantized.weights.emplace(layer.name, *std::move(weights));
    }
    return quantized;
}

} // namespace quantoscope::session
