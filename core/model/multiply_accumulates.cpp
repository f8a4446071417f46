// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/multiply_accumulates.h"

#include "core/model/batch_shapes.h"

#include <algorithm>
#include <optional>

namespace quantoscope::model {

namespace {

/// The model's own batch where all inputs have the same fixed one, else 1.
std::int64_t fixedBatch(const Graph& graph)
{
    std::optional<std::int64_t> batch;
    for (const TensorId id : graph.inputs) {
        const auto& shape = graph.tensor(id).shape;
        const std::int64_t extent = shape && !shape->empty() ? shape->front() : kDynamic;
        if (extent < 1 || (batch && *batch != extent)) {
            return 1;
        }
        batch = extent;
    }
    return batch.value_or(1);
}

/// Elements of one picture; 0 when unknown.
std::int64_t elementsOfOne(const Graph& graph, TensorId id)
{
    const auto shape = shapeOfOne(graph.tensor(id));
    return shape ? std::max<std::int64_t>(elementCount(*shape), 0) : 0;
}

/// Length of the sum behind each output element of a matrix product.
std::int64_t innerExtent(const Graph& graph, const Node& node)
{
    const auto shape = shapeOfOne(graph.tensor(node.inputs.front()));
    if (!shape || shape->empty()) {
        return 0;
    }
    const bool isTransposed = node.opType == "Gemm" && intAttribute(node, "transA", 0) != 0;
    return std::max<std::int64_t>(isTransposed ? shape->front() : shape->back(), 0);
}

/// Weights per output channel of Conv, per input channel of ConvTranspose.
std::int64_t weightsPerChannel(const Graph& graph, TensorId weight)
{
    const Shape& shape = graph.tensor(weight).constant->shape;
    return elementCount(Shape(shape.begin() + 1, shape.end()));
}

} // namespace

std::int64_t outputChannels(const Graph& graph, const Layer& layer)
{
    const Shape& shape = graph.tensor(layer.weight).constant->shape;
    const std::int64_t groups = layer.kind == LayerKind::ConvTranspose
                                    ? intAttribute(graph.node(layer.nodes.front()), "group", 1)
                                    : 1;
    return shape.empty() ? 1 : shape[static_cast<std::size_t>(layer.channelAxis)] * groups;
}

std::int64_t multiplyAccumulates(const Graph& graph, const Layer& layer)
{
    const Node& node = graph.node(layer.nodes.front());
    const bool isConv = layer.kind == LayerKind::Conv || layer.kind == LayerKind::DepthwiseConv;
    const bool isProduct = layer.opType == "MatMul" || layer.opType == "Gemm";
    std::int64_t count = 0;
    if (isConv) {
        count = elementsOfOne(graph, node.outputs.front()) * weightsPerChannel(graph, layer.weight);
    } else if (layer.kind == LayerKind::ConvTranspose) {
        count = elementsOfOne(graph, node.inputs.front()) * weightsPerChannel(graph, layer.weight);
    } else if (isProduct && layer.kind != LayerKind::Other) {
        count = elementsOfOne(graph, node.outputs.front()) * innerExtent(graph, node);
    }
    return count / fixedBatch(graph);
}

} // namespace quantoscope::model
