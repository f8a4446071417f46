// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configurations.h"

#include "core/quant/corrected_weights.h"
#include "core/quant/equalization.h"
#include "core/quant/slices.h"
#include "core/session/equalization.h"
#include "core/session/pruning.h"
#include "core/session/splitting.h"

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

namespace {

/// Ranges of tokens only where a tensor has tokens, else of pictures.
quant::ActivationScheme legalAt(const model::LayerModel& layers, const model::ActivationSite& site,
                                quant::ActivationScheme scheme)
{
    if (scheme.source == quant::RangeSource::DynamicPerToken && !layers.hasTokens(site)) {
        scheme.source = quant::RangeSource::Dynamic;
    }
    return scheme;
}

std::size_t weightRank(const model::LayerModel& layers, const model::Layer& layer)
{
    return layers.graph->tensor(layer.weight).constant->shape.size();
}

/// The output channels where a layer's weights have no such axis.
quant::WeightScheme legalAt(const model::LayerModel& layers, const model::Layer& layer,
                            quant::WeightScheme scheme)
{
    if (!quant::checkAxis(scheme, weightRank(layers, layer))) {
        scheme.axis = -1;
    }
    return scheme;
}

Status checkWeights(const model::LayerModel& layers, const std::string& name,
                    const quant::WeightScheme& scheme)
{
    const std::string where = "weights of \"" + name + "\"";
    const model::Layer* layer = layers.findLayer(name);
    if (layer == nullptr || !layer->hasWeights()) {
        return fail(ErrorCode::InvalidArgument,
                    layer == nullptr ? "the model has no such layer"
                                     : "the layer has no weights to quantize",
                    where);
    }
    Status valid = quant::validate(scheme);
    if (valid) {
        valid = quant::checkAxis(scheme, weightRank(layers, *layer));
    }
    return valid ? valid : entryError(valid, where);
}

Status checkActivation(const model::LayerModel& layers, const std::string& name,
                       const quant::ActivationScheme& scheme)
{
    const model::ActivationSite* site = layers.findSite(name);
    if (site == nullptr) {
        return fail(ErrorCode::InvalidArgument,
                    "the model has no activation quantizer on such a tensor",
                    "activation \"" + name + "\"");
    }
    if (const Status valid = quant::validate(scheme); !valid) {
        return entryError(valid, "activation \"" + name + "\"");
    }
    if (legalAt(layers, *site, scheme) != scheme) {
        return fail(ErrorCode::InvalidArgument,
                    "no MatMul or Gemm reads it, so it has no tokens to take ranges of; take them "
                    "from each picture",
                    "activation \"" + name + "\"");
    }
    return {};
}

} // namespace

Result<quant::Configuration> uniformConfiguration(const model::LayerModel& layers,
                                                  const UniformSettings& settings)
{
    quant::Configuration configuration;
    configuration.calibration = settings.calibration;
    quant::WeightScheme weights = settings.weights();
    const quant::ActivationScheme activations = settings.activations();
    if (const Status valid = quant::validate(weights); !valid) {
        return failFrom(valid);
    }
    if (const Status valid = quant::validate(activations); !valid) {
        return failFrom(valid);
    }
    const quant::Pruning pruning = std::exchange(weights.pruning, {});
    const double split = std::exchange(weights.split, 0.0);
    for (const model::Layer& layer : layers.layers) {
        if (layer.hasWeights() && !weights.isFloat32()) {
            configuration.weights[layer.name] = legalAt(layers, layer, weights);
        }
    }
    for (const model::ActivationSite& site : layers.sites) {
        if (!isFloat32(activations.precision)) {
            configuration.activations[site.name] = legalAt(layers, site, activations);
        }
    }
    if (pruning.isSet()) {
        auto pruned = withPruning(layers, configuration, pruning);
        return pruned ? std::move(pruned->configuration)
                      : Result<quant::Configuration>(failFrom(pruned));
    }
    if (split > 0.0) {
        auto splitting = withSplitting(layers, configuration, split);
        return splitting ? std::move(splitting->configuration)
                         : Result<quant::Configuration>(failFrom(splitting));
    }
    return configuration;
}

namespace {

std::int64_t elementsOf(const model::LayerModel& layers, model::TensorId tensor)
{
    return tensor == model::kNoTensor
               ? 0
               : elementCount(layers.graph->tensor(tensor).shape.value_or(Shape{}));
}

Status checkCorrected(const model::LayerModel& layers, const std::string& name,
                      const quant::CorrectedWeights& corrected)
{
    const std::string where = "corrected weights of \"" + name + "\"";
    const model::Layer* layer = layers.findLayer(name);
    if (layer == nullptr || !layer->hasWeights()) {
        return fail(ErrorCode::InvalidArgument, "the model has no such layer with weights", where);
    }
    if (corrected.batchNormKept != (layer->batchNorm != model::kNoNode)) {
        return fail(ErrorCode::InvalidArgument,
                    corrected.batchNormKept
                        ? "they are of weights whose batch normalization is kept apart; correct "
                          "them again, or keep it here, too"
                        : "they are of weights with the batch normalization folded in, which is "
                          "kept apart here; correct them again, or fold it",
                    where);
    }
    const std::int64_t weights = elementsOf(layers, layer->weight);
    const bool hasCodes = corrected.scheme.hasPlainIntegerGrid();
    const std::size_t found = hasCodes ? corrected.codes.size() : corrected.floats.size();
    const bool isBiasAlone = !hasCodes && found == 0;
    if (static_cast<std::int64_t>(found) != weights && !isBiasAlone) {
        return fail(ErrorCode::ShapeMismatch,
                    std::to_string(found) + " values for " + std::to_string(weights) +
                        " weights; correct them again for this model",
                    where);
    }
    const std::int64_t biases = elementsOf(layers, layer->bias);
    if (!corrected.bias.empty() && static_cast<std::int64_t>(corrected.bias.size()) != biases) {
        return fail(ErrorCode::ShapeMismatch,
                    std::to_string(corrected.bias.size()) + " bias values for " +
                        std::to_string(biases) + "; correct them again for this model",
                    where);
    }
    if (!hasCodes) {
        return {};
    }
    const bool isOwnAxis =
        corrected.params.isPerTensor() || corrected.params.axis == layer->channelAxis;
    const Shape shape = layers.graph->tensor(layer->weight).shape.value_or(Shape{});
    const auto slices = quant::slicesOf(shape, corrected.codes.size(), corrected.params);
    if (!isOwnAxis || !slices) {
        return fail(ErrorCode::ShapeMismatch,
                    "their scales do not fit the weights; correct them again for this model",
                    where);
    }
    return {};
}

} // namespace

Status checkConfiguration(const model::LayerModel& layers,
                          const quant::Configuration& configuration)
{
    for (const auto& [name, scheme] : configuration.weights) {
        if (const Status valid = checkWeights(layers, name, scheme); !valid) {
            return valid;
        }
    }
    for (const auto& [name, scheme] : configuration.activations) {
        if (const Status valid = checkActivation(layers, name, scheme); !valid) {
            return valid;
        }
    }
    for (const auto& [name, corrected] : configuration.corrected) {
        const Status fits = checkCorrected(layers, name, *corrected);
        if (!fits) {
            return fits;
        }
    }
    if (configuration.equalization) {
        if (const Status fits = checkEqualization(layers, *configuration.equalization); !fits) {
            return fits;
        }
    }
    if (const Status fits = checkChannelPruning(layers, configuration); !fits) {
        return fits;
    }
    if (const Status fits = checkSplitting(layers, configuration); !fits) {
        return fits;
    }
    const Status legal = quant::validate(configuration.calibration);
    return legal ? legal : fail(legal.error().code, legal.error().message, "calibration");
}

quant::Configuration canonical(const quant::Configuration& configuration)
{
    quant::Configuration result = configuration;
    std::erase_if(result.weights, [](const auto& entry) { return entry.second.isFloat32(); });
    std::erase_if(result.activations,
                  [](const auto& entry) { return isFloat32(entry.second.precision); });
    if (result.equalization && result.equalization->layers.empty()) {
        result.equalization = nullptr;
    }
    std::erase_if(result.corrected, [&](const auto& entry) {
        return quant::correctedWeights(configuration, entry.first) == nullptr;
    });
    return result;
}

quant::Configuration floatsWith(std::shared_ptr<const quant::Equalization> equalization)
{
    quant::Configuration floats;
    floats.equalization = std::move(equalization);
    return floats;
}

quant::WeightScheme withBits(const quant::WeightScheme& scheme, int bits)
{
    return quant::withPrecision(scheme, bits == 32 ? quant::Precision::float32()
                                                   : quant::Precision::integer(bits));
}

} // namespace quantoscope::session
