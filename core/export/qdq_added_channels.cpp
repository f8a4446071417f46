// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qdq_builder.h"
#include "core/quant/prune_weights.h"

#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace quantoscope::exporting {

namespace {

using model::Layer;
using model::TensorId;

/// Axis of the channels in what a layer with split channels reads; negative axes count from the
/// end.
std::int64_t dataAxis(const Layer& layer)
{
    const bool isLast =
        layer.kind == model::LayerKind::Gemm || layer.kind == model::LayerKind::MatMul;
    return isLast ? -1 : 1;
}

/// The channels of the layer's input in the order of its weights'.
std::vector<std::int64_t> gathered(const quant::ChannelSplits& splits, std::int64_t channels)
{
    std::vector<std::int64_t> indices(static_cast<std::size_t>(channels));
    std::iota(indices.begin(), indices.end(), std::int64_t{0});
    const std::vector<std::int32_t> copies = splits.originals(channels);
    indices.insert(indices.end(), copies.begin(), copies.end());
    return indices;
}

std::optional<Shape> grown(std::optional<Shape> shape, std::int64_t axis, std::int64_t channels)
{
    if (shape && !shape->empty()) {
        (axis < 0 ? shape->back() : shape->at(static_cast<std::size_t>(axis))) = channels;
    }
    return shape;
}

void addChannels(QdqBuilder& builder, const Layer& layer, const quant::QuantizedWeights& weights,
                 const ActivationGrids& grids)
{
    const Shape& shape = weights.values.shape;
    const auto inputAxis =
        static_cast<std::size_t>(quant::inputChannelAxis(shape, layer.channelAxis));
    const std::vector<std::int64_t> indices = gathered(weights.splits, shape[inputAxis]);
    const auto channels = static_cast<std::int64_t>(indices.size());
    const model::NodeId main = layer.nodes.front();
    const TensorId input = builder.graph().node(main).inputs.front();
    const std::int64_t axis = dataAxis(layer);
    const auto grid = grids.find(builder.source().node(main).inputs.front());
    const std::string base = layer.name + "_channels";
    const TensorId order =
        builder.graph().addConstant(builder.freshName(base + "_indices"), Shape{channels}, indices);
    TensorId output =
        builder.addFloatTensor(base, grown(builder.graph().tensor(input).shape, axis, channels));
    builder.addNode("Gather", base + "_Gather", {input, order}, output, {{"axis", axis}});
    if (grid != grids.end()) {
        const TensorId moved = output;
        output = builder.addFloatTensor(base + "_dequantized", builder.graph().tensor(moved).shape);
        builder.addQuantizePair(moved, output, *grid->second, Values::OnGrid);
    }
    builder.graph().node(main).inputs.front() = output;
}

} // namespace

void writeAddedChannels(QdqBuilder& builder, const ActivationGrids& grids)
{
    for (const Layer& layer : builder.layers().layers) {
        const auto weights = builder.quantized().weights.find(layer.name);
        if (weights != builder.quantized().weights.end() && !weights->second.splits.isEmpty()) {
            addChannels(builder, layer, weights->second, grids);
        }
    }
}

} // namespace quantoscope::exporting
