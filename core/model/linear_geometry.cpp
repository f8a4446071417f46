// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/linear_geometry.h"

#include <algorithm>
#include <vector>

namespace quantoscope::model {
namespace {

/// Extents of a tensor behind the batch; empty where one is unknown.
std::vector<std::int64_t> extentsOf(const Graph& graph, TensorId tensor)
{
    const auto& shape = graph.tensor(tensor).shape;
    const bool isKnown =
        shape && shape->size() >= 2 &&
        std::all_of(shape->begin() + 1, shape->end(), [](std::int64_t e) { return e > 0; });
    return isKnown ? std::vector<std::int64_t>(shape->begin() + 1, shape->end())
                   : std::vector<std::int64_t>{};
}

std::int64_t at(const std::vector<std::int64_t>& values, std::size_t index, std::int64_t fallback)
{
    return index < values.size() ? values[index] : fallback;
}

/// What stands before the input on one axis.
struct Axis
{
    std::int64_t in = 1, out = 1, kernel = 1, stride = 1, dilation = 1;
};

std::int64_t paddingBefore(const Node& node, const Axis& axis, std::size_t index)
{
    const std::string autoPad = stringAttribute(node, "auto_pad", "NOTSET");
    if (autoPad == "VALID") {
        return 0;
    }
    if (autoPad == "NOTSET" || autoPad.empty()) {
        return at(intsAttribute(node, "pads"), index, 0);
    }
    const std::int64_t reach = (axis.out - 1) * axis.stride + (axis.kernel - 1) * axis.dilation + 1;
    const std::int64_t total = std::max<std::int64_t>(0, reach - axis.in);
    return autoPad == "SAME_UPPER" ? total / 2 : total - total / 2;
}

std::optional<LinearGeometry> convolution(const LayerModel& layers, const Layer& layer)
{
    const Graph& graph = *layers.graph;
    const Node& node = graph.node(layer.nodes.front());
    const auto in = extentsOf(graph, node.inputs.front());
    const auto out = extentsOf(graph, node.outputs.front());
    const Shape weight = graph.tensor(layer.weight).shape.value_or(Shape{});
    if (in.size() != 3 || out.size() != 3 || weight.size() != 4) {
        return std::nullopt;
    }
    const auto strides = intsAttribute(node, "strides");
    const auto dilations = intsAttribute(node, "dilations");
    LinearGeometry geometry;
    geometry.groups = intAttribute(node, "group", 1);
    geometry.inChannels = in[0];
    geometry.outChannels = out[0];
    geometry.inHeight = in[1];
    geometry.inWidth = in[2];
    geometry.outHeight = out[1];
    geometry.outWidth = out[2];
    geometry.kernelHeight = weight[2];
    geometry.kernelWidth = weight[3];
    geometry.strideY = at(strides, 0, 1);
    geometry.strideX = at(strides, 1, 1);
    geometry.dilationY = at(dilations, 0, 1);
    geometry.dilationX = at(dilations, 1, 1);
    geometry.top =
        paddingBefore(node, {in[1], out[1], weight[2], geometry.strideY, geometry.dilationY}, 0);
    geometry.left =
        paddingBefore(node, {in[2], out[2], weight[3], geometry.strideX, geometry.dilationX}, 1);
    return geometry;
}

/// Whether a Gemm adds up plain products of its input's rows.
bool isPlainGemm(const Node& node, const Layer& layer)
{
    return intAttribute(node, "transA", 0) == 0 && floatAttribute(node, "alpha", 1.0F) == 1.0F &&
           (layer.bias == kNoTensor || floatAttribute(node, "beta", 1.0F) == 1.0F);
}

std::optional<LinearGeometry> matrixProduct(const LayerModel& layers, const Layer& layer)
{
    const Graph& graph = *layers.graph;
    const Node& node = graph.node(layer.nodes.front());
    const auto in = extentsOf(graph, node.inputs.front());
    const Shape weight = graph.tensor(layer.weight).shape.value_or(Shape{});
    const bool isGemm = layer.opType == "Gemm";
    if (in.empty() || weight.size() != 2 || node.inputs[1] != layer.weight ||
        (isGemm && !isPlainGemm(node, layer))) {
        return std::nullopt;
    }
    LinearGeometry geometry;
    geometry.isChannelsLast = true;
    geometry.isTransposed = !isGemm || intAttribute(node, "transB", 0) == 0;
    geometry.inChannels = in.back();
    geometry.outChannels = weight[geometry.isTransposed ? 1 : 0];
    for (std::size_t i = 0; i + 1 < in.size(); ++i) {
        geometry.rows *= in[i];
    }
    return geometry;
}

} // namespace

std::optional<LinearGeometry> linearGeometry(const LayerModel& layers, std::size_t index)
{
    const Layer& layer = layers.layers[index];
    if (!layer.hasWeights()) {
        return std::nullopt;
    }
    if (layer.opType == "Conv") {
        return convolution(layers, layer);
    }
    if (layer.opType == "Gemm" || layer.opType == "MatMul") {
        return matrixProduct(layers, layer);
    }
    return std::nullopt;
}

} // namespace quantoscope::model
