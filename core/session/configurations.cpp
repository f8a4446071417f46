// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configurations.h"

#include <utility>

namespace quantoscope::session {
namespace {

bool isFloat32(const quant::Precision& precision)
{
    return precision.format == quant::NumberFormat::Float32;
}

Status entryError(const Status& status, const std::string& where)
{
    return fail(status.error().code, status.error().message, where);
}

} // namespace

Result<quant::Configuration> uniformConfiguration(const model::LayerModel& layers,
                                                  const UniformSettings& settings)
{
    quant::Configuration configuration;
    configuration.calibration = settings.calibration;
    configuration.percentile = settings.percentile;
    const quant::WeightScheme weights{settings.bits.weights, settings.symmetricWeights,
                                      settings.granularity};
    const quant::ActivationScheme activations{settings.bits.activations,
                                              settings.symmetricActivations};
    if (const Status valid = quant::validate(weights); !valid) {
        return failFrom(valid);
    }
    if (const Status valid = quant::validate(activations); !valid) {
        return failFrom(valid);
    }
    for (const model::Layer& layer : layers.layers) {
        if (layer.hasWeights() && !isFloat32(weights.precision)) {
            configuration.weights[layer.name] = weights;
        }
    }
    for (const model::ActivationSite& site : layers.sites) {
        if (!isFloat32(activations.precision)) {
            configuration.activations[site.name] = activations;
        }
    }
    return configuration;
}

Status checkConfiguration(const model::LayerModel& layers,
                          const quant::Configuration& configuration)
{
    for (const auto& [name, scheme] : configuration.weights) {
        const model::Layer* layer = layers.findLayer(name);
        if (layer == nullptr || !layer->hasWeights()) {
            return fail(ErrorCode::InvalidArgument,
                        layer == nullptr ? "the model has no such layer"
                                         : "the layer has no weights to quantize",
                        "weights of \"" + name + "\"");
        }
        if (const Status valid = quant::validate(scheme); !valid) {
            return entryError(valid, "weights of \"" + name + "\"");
        }
    }
    for (const auto& [name, scheme] : configuration.activations) {
        if (layers.findSite(name) == nullptr) {
            return fail(ErrorCode::InvalidArgument,
                        "the model has no activation quantizer on such a tensor",
                        "activation \"" + name + "\"");
        }
        if (const Status valid = quant::validate(scheme); !valid) {
            return entryError(valid, "activation \"" + name + "\"");
        }
    }
    if (!(configuration.percentile > 50.0 && configuration.percentile <= 100.0)) {
        return fail(ErrorCode::InvalidArgument, "the percentile must lie in (50, 100]",
                    "calibration");
    }
    return {};
}

quant::Configuration canonical(const quant::Configuration& configuration)
{
    quant::Configuration result = configuration;
    std::erase_if(result.weights,
                  [](const auto& entry) { return isFloat32(entry.second.precision); });
    std::erase_if(result.activations,
                  [](const auto& entry) { return isFloat32(entry.second.precision); });
    return result;
}

quant::WeightScheme withBits(const quant::WeightScheme& scheme, int bits)
{
    quant::WeightScheme other = scheme;
    other.precision = bits == 32 ? quant::Precision::float32() : quant::Precision::integer(bits);
    other.symmetric = scheme.symmetric || bits == 1;
    return other;
}

} // namespace quantoscope::session
