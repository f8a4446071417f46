// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/equalized_layers.h"

#include "core/quant/bias_absorption.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::exec {
namespace {

bool arePositive(const std::vector<float>& scales)
{
    return std::ranges::all_of(scales,
                               [](float scale) { return std::isfinite(scale) && scale > 0.0F; });
}

bool areShifts(const std::vector<float>& shifts)
{
    return std::ranges::all_of(shifts,
                               [](float shift) { return std::isfinite(shift) && shift >= 0.0F; });
}

bool fits(const std::vector<float>& values, std::size_t wanted)
{
    return values.empty() || values.size() == wanted;
}

Status check(const quant::EqualizedLayer& scaled, const quant::WeightLayout& layout,
             std::size_t biases, const std::string& where)
{
    if (!fits(scaled.outputScales, layout.outChannels) ||
        !fits(scaled.inputScales, layout.inChannels) ||
        !fits(scaled.outputShifts, layout.outChannels) ||
        !fits(scaled.inputShifts, layout.inChannels)) {
        return fail(ErrorCode::ShapeMismatch,
                    "the scales do not fit the layer's channels; equalize this model again", where);
    }
    const bool isShifted = !scaled.outputShifts.empty() || !scaled.inputShifts.empty();
    if (isShifted && biases != layout.outChannels) {
        return fail(ErrorCode::InvalidArgument,
                    "the layer has no bias for each channel to shift; equalize this model again",
                    where);
    }
    if (!areShifts(scaled.outputShifts) || !areShifts(scaled.inputShifts)) {
        return fail(ErrorCode::InvalidArgument, "shifts must not be negative", where);
    }
    if (!arePositive(scaled.outputScales) || !arePositive(scaled.inputScales)) {
        return fail(ErrorCode::InvalidArgument, "scales must be positive numbers", where);
    }
    return {};
}

void replace(model::Graph& graph, model::TensorId tensor, const std::vector<float>& values)
{
    std::optional<model::Constant>& constant = graph.tensor(tensor).constant;
    constant = model::makeConstant(constant->shape, values);
}

/// What batch normalization made of the layer's outputs, as scaled and shifted.
void scaleStatistics(model::Graph& graph, const model::Layer& layer,
                     const quant::EqualizedLayer& scaled)
{
    for (const model::NodeId node : layer.nodes) {
        auto& statistics = graph.tensor(graph.node(node).outputs.front()).statistics;
        if (!statistics) {
            continue;
        }
        auto changed = std::make_shared<model::NormalStatistics>(*statistics);
        for (std::size_t i = 0; i < changed->means.size(); ++i) {
            if (!scaled.outputScales.empty()) {
                changed->means[i] /= double{scaled.outputScales[i]};
                changed->deviations[i] /= double{scaled.outputScales[i]};
            }
            changed->means[i] -= scaled.outputShifts.empty() ? 0.0 : double{scaled.outputShifts[i]};
        }
        statistics = std::move(changed);
    }
}

/// Of a normalization, whose gain and offset are scaled.
Status scaleAffine(model::Graph& graph, const model::Layer& layer,
                   const quant::EqualizedLayer& scaled, const std::string& where)
{
    const model::TensorId any = layer.gain != model::kNoTensor ? layer.gain : layer.offset;
    const quant::EqualizedLayer outputsOnly{scaled.outputScales, {}, {}, {}};
    const auto channels = static_cast<std::size_t>(elementCount(graph.tensor(any).constant->shape));
    if (scaled != outputsOnly || !fits(scaled.outputScales, channels) ||
        !arePositive(scaled.outputScales)) {
        return fail(ErrorCode::InvalidArgument,
                    "a normalization has one positive scale for each channel it makes; equalize "
                    "this model again",
                    where);
    }
    for (const model::TensorId tensor : {layer.gain, layer.offset}) {
        if (tensor != model::kNoTensor) {
            const auto values = model::floatValues(*graph.tensor(tensor).constant);
            replace(graph, tensor, quant::equalizedBias(values, scaled));
        }
    }
    return {};
}

} // namespace

quant::WeightLayout layoutOf(const model::LinearGeometry& geometry)
{
    return {static_cast<std::size_t>(geometry.groups),
            static_cast<std::size_t>(geometry.inChannels),
            static_cast<std::size_t>(geometry.outChannels), geometry.taps(), geometry.isTransposed};
}

Result<std::shared_ptr<const model::LayerModel>>
equalizedLayers(const model::LayerModel& layers, const quant::Equalization& equalization)
{
    auto graph = std::make_shared<model::Graph>(*layers.graph);
    for (const auto& [name, scaled] : equalization.layers) {
        const std::string where = "equalization of \"" + name + "\"";
        const auto found = std::ranges::find(layers.layers, name, &model::Layer::name);
        if (found != layers.layers.end() && found->hasAffine()) {
            if (const Status done = scaleAffine(*graph, *found, scaled, where); !done) {
                return failFrom(done);
            }
            continue;
        }
        const auto geometry =
            found == layers.layers.end()
                ? std::nullopt
                : model::linearGeometry(layers,
                                        static_cast<std::size_t>(found - layers.layers.begin()));
        if (!geometry) {
            return fail(ErrorCode::InvalidArgument,
                        "the model has no layer of this name whose channels can be scaled", where);
        }
        const quant::WeightLayout layout = layoutOf(*geometry);
        const bool hasBias = found->bias != model::kNoTensor;
        const auto bias = hasBias ? model::floatValues(*layers.graph->tensor(found->bias).constant)
                                  : std::vector<float>{};
        if (const Status right = check(scaled, layout, bias.size(), where); !right) {
            return failFrom(right);
        }
        const auto weights = quant::equalizedWeights(
            model::floatValues(*layers.graph->tensor(found->weight).constant), layout, scaled);
        replace(*graph, found->weight, weights);
        scaleStatistics(*graph, *found, scaled);
        if (hasBias) {
            replace(
                *graph, found->bias,
                quant::absorbedBias(quant::equalizedBias(bias, scaled), weights, layout, scaled));
        }
    }
    auto result = std::make_shared<model::LayerModel>(layers);
    result->graph = std::move(graph);
    return std::shared_ptr<const model::LayerModel>(std::move(result));
}

} // namespace quantoscope::exec
