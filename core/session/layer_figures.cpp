// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_figures.h"

#include "core/exec/accumulator.h"
#include "core/exec/channel_removal.h"
#include "core/quant/channel_splits.h"
#include "core/quant/noise.h"
#include "core/quant/prune_weights.h"
#include "core/quant/quantize.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

using quant::Configuration;

quant::WeightScheme schemeOf(const model::Layer& layer, const Configuration& configuration)
{
    const auto found = configuration.weights.find(layer.name);
    return found == configuration.weights.end() ? quant::WeightScheme{quant::Precision::float32()}
                                                : found->second;
}

/// Bits of the quantizer on a layer's output; empty where none sits.
std::optional<int> outputBits(const model::LayerModel& layers, std::size_t layer,
                              const Configuration& configuration)
{
    for (const model::ActivationSite& site : layers.sites) {
        if (site.layer && static_cast<std::size_t>(*site.layer) == layer) {
            const auto found = configuration.activations.find(site.name);
            return found == configuration.activations.end() ? 32 : found->second.precision.bits();
        }
    }
    return std::nullopt;
}

/// A layer as a configuration leaves it: without the channels that it takes out, with those that
/// splitting adds.
struct LeftLayer
{
    Shape weight;
    std::int64_t added = 0;           ///< input channels, in `weight`
    std::int64_t otherParameters = 0; ///< bias and what is not in the weight
    std::int64_t macs = 0;
};

std::int64_t scaled(std::int64_t count, std::int64_t left, std::int64_t of)
{
    return of > 0 ? count / of * left + count % of * left / of : count;
}

LeftLayer leftOf(const model::LayerModel& layers, const model::Layer& layer,
                 const exec::ChannelLoss& loss, double split)
{
    LeftLayer left{layers.graph->tensor(layer.weight).constant->shape, 0, 0, layer.macs};
    const int inputAxis = quant::inputChannelAxis(left.weight, layer.channelAxis);
    if (inputAxis >= 0) { // a share of the model's own channels, removed ones included
        left.added = quant::addedChannels(left.weight[static_cast<std::size_t>(inputAxis)], split);
    }
    left.otherParameters = layer.parameterCount - elementCount(left.weight);
    const auto take = [&](int axis, std::int64_t count) {
        if (axis < 0 || count == 0) {
            return;
        }
        std::int64_t& extent = left.weight[static_cast<std::size_t>(axis)];
        left.macs = scaled(left.macs, extent - count, extent);
        extent -= count;
    };
    take(layer.channelAxis, loss.outputs);
    take(inputAxis, loss.inputs - left.added);
    if (layer.bias != model::kNoTensor) {
        left.otherParameters -= loss.outputs;
    }
    return left;
}

LayerFigures rowOf(const exec::ConfiguredModel& model, std::size_t index,
                   const Configuration& configuration, const exec::ModelBinding& binding,
                   const exec::ChannelLoss& loss)
{
    const model::LayerModel& layers = model.layers();
    const model::Layer& layer = layers.layers[index];
    LayerFigures row;
    row.name = layer.name;
    row.op = operatorName(layer);
    row.activationBits = outputBits(layers, index, configuration);
    row.macs = layer.macs;
    row.sizeBytes = layerBytes(layers, index, configuration, loss);
    if (layer.hasWeights()) {
        const quant::WeightScheme scheme = schemeOf(layer, configuration);
        const LeftLayer left = leftOf(layers, layer, loss, scheme.split);
        const LeftLayer own = leftOf(layers, layer, loss, 0.0);
        const Shape& shape = layers.graph->tensor(layer.weight).constant->shape;
        row.addedChannels = left.added;
        row.macs = left.macs;
        row.weightBits = scheme.precision.bits();
        row.weightSqnrDb = binding.weights[index].sqnrDb.value_or(quant::kNoNoiseDb);
        row.format = quant::sparseFormat(left.weight, scheme, layer.channelAxis);
        row.keptShare =
            static_cast<double>(quant::keptWeights(own.weight, scheme.pruning, layer.channelAxis)) /
            static_cast<double>(std::max<std::int64_t>(elementCount(shape), 1));
        const auto site = model.inputSite(index);
        row.accumulator =
            site ? exec::accumulatorFigures(binding.weights[index], binding.activations[*site])
                 : std::nullopt;
    }
    return row;
}

} // namespace

std::string operatorName(const model::Layer& layer)
{
    return layer.kind == model::LayerKind::DepthwiseConv ? "DepthwiseConv" : layer.opType;
}

std::int64_t layerBytes(const model::LayerModel& layers, std::size_t index,
                        const Configuration& configuration, const exec::ChannelLoss& loss)
{
    const model::Layer& layer = layers.layers[index];
    if (!layer.hasWeights()) {
        return layer.parameterCount * 4;
    }
    const quant::WeightScheme scheme = schemeOf(layer, configuration);
    const LeftLayer left = leftOf(layers, layer, loss, scheme.split);
    return quant::storedBytes(left.weight, scheme, layer.channelAxis) + left.otherParameters * 4;
}

std::int64_t modelBytes(const model::LayerModel& layers, const Configuration& configuration)
{
    const auto losses = exec::channelLosses(layers, configuration);
    std::int64_t bytes = 0;
    std::int64_t inLayers = 0;
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        bytes += layerBytes(layers, i, configuration, losses[i]);
        inLayers += layers.layers[i].parameterCount;
    }
    return bytes + std::max<std::int64_t>(0, layers.parameterCount - inLayers) * 4;
}

std::int64_t layerMacs(const model::LayerModel& layers, std::size_t index,
                       const quant::Configuration& configuration, const exec::ChannelLoss& loss)
{
    const model::Layer& layer = layers.layers[index];
    return layer.hasWeights()
               ? leftOf(layers, layer, loss, schemeOf(layer, configuration).split).macs
               : layer.macs;
}

int inputBits(const exec::ConfiguredModel& model, std::size_t layer,
              const Configuration& configuration)
{
    const auto site = model.inputSite(layer);
    const auto input = site ? configuration.activations.find(model.layers().sites[*site].name)
                            : configuration.activations.end();
    return input == configuration.activations.end() ? 32 : input->second.precision.bits();
}

double modelBops(const exec::ConfiguredModel& model, const Configuration& configuration)
{
    const model::LayerModel& layers = model.layers();
    const auto losses = exec::channelLosses(layers, configuration);
    double bops = 0.0;
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        const model::Layer& layer = layers.layers[i];
        if (layer.hasWeights()) {
            bops += static_cast<double>(layerMacs(layers, i, configuration, losses[i])) *
                    schemeOf(layer, configuration).precision.bits() *
                    inputBits(model, i, configuration);
        }
    }
    return bops;
}

void fillLayerFigures(Evaluation& evaluation, const exec::ConfiguredModel& model,
                      const exec::ModelBinding& binding)
{
    const model::LayerModel& layers = model.layers();
    const auto losses = exec::channelLosses(layers, evaluation.configuration);
    double bits = 0.0;
    double weights = 0.0;
    for (const bool weighted : {true, false}) {
        for (std::size_t i = 0; i < layers.layers.size(); ++i) {
            const model::Layer& layer = layers.layers[i];
            LayerFigures row = rowOf(model, i, evaluation.configuration, binding, losses[i]);
            if (layer.hasWeights() == weighted && (weighted || row.activationBits)) {
                if (weighted) {
                    const auto count = static_cast<double>(
                        elementCount(layers.graph->tensor(layer.weight).constant->shape));
                    bits += count * row.weightBits.value_or(32);
                    weights += count;
                }
                evaluation.layers.push_back(std::move(row));
            }
        }
    }
    evaluation.averageWeightBits = weights > 0.0 ? bits / weights : 32.0;
    evaluation.sizeBytes = modelBytes(layers, evaluation.configuration);
}

} // namespace quantoscope::session
