// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/accumulator.h"

#include <vector>

namespace quantoscope::exec {
namespace {

/// Sums that have the same channel of the weight: groups of a transposed convolution, matrices of a
/// stack.
std::size_t groupsOf(const model::LayerModel& layers, const model::Layer& layer, const Shape& shape)
{
    if (layer.kind == model::LayerKind::ConvTranspose) {
        const model::Node& node = layers.graph->node(layer.nodes.front());
        return static_cast<std::size_t>(model::intAttribute(node, "group", 1));
    }
    std::size_t matrices = 1;
    for (std::size_t i = 0; layer.kind == model::LayerKind::MatMul && i + 2 < shape.size(); ++i) {
        matrices *= static_cast<std::size_t>(shape[i]);
    }
    return matrices;
}

std::vector<std::int32_t> biasCodes(const BoundWeights& weights, float inputScale)
{
    std::vector<std::int32_t> codes;
    if (weights.bias) {
        const std::vector<float>& values = weights.bias->values;
        const std::vector<float>& scales = weights.sums->scales;
        const std::size_t count = values.size() == 1 ? scales.size() : values.size();
        for (std::size_t i = 0; i < count; ++i) {
            codes.push_back(
                quant::biasCode(values[i % values.size()], inputScale * scales[i % scales.size()]));
        }
    }
    return codes;
}

} // namespace

std::optional<quant::SumLayout> sumLayout(const model::LayerModel& layers, std::size_t layer,
                                          const quant::QuantParams& grid)
{
    const model::Layer& info = layers.layers[layer];
    const Shape& shape = layers.graph->tensor(info.weight).constant->shape;
    const bool isVector = shape.size() < 2; // a MatMul's, which is summed up as a whole
    if (grid.scales.empty() || grid.blockSize != 0 || (isVector && !grid.isPerTensor())) {
        return std::nullopt;
    }
    quant::SumLayout layout;
    const auto axis = isVector ? shape.size() : static_cast<std::size_t>(info.channelAxis);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        std::size_t& extent = i < axis ? layout.outer : i == axis ? layout.channels : layout.inner;
        extent *= static_cast<std::size_t>(shape[i]);
    }
    layout.groups = groupsOf(layers, info, shape);
    if (layout.groups == 0 || layout.outer % layout.groups != 0) {
        return std::nullopt;
    }
    return layout;
}

std::optional<quant::AccumulatorFigures>
accumulatorFigures(const BoundWeights& weights, const std::optional<quant::QuantParams>& inputGrid)
{
    if (!weights.sums || !inputGrid || !inputGrid->isPerTensor()) {
        return std::nullopt;
    }
    const std::int32_t zeroPoint = inputGrid->zeroPoints.front();
    const quant::InputLevels levels{inputGrid->qmin - zeroPoint, inputGrid->qmax - zeroPoint};
    return quant::accumulatorFigures(
        quant::sumReach(*weights.sums, levels, biasCodes(weights, inputGrid->scales.front())));
}

} // namespace quantoscope::exec
