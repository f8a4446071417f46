// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_network.h"

#include <utility>

namespace quantoscope::exporting::test {

namespace {

using model::ElementType;
using model::Graph;
using model::Layer;
using model::LayerKind;
using model::NodeId;
using model::TensorId;

TensorId tensor(Graph& graph, const std::string& name, Shape shape)
{
    model::TensorInfo info;
    info.name = name;
    info.type = ElementType::Float32;
    info.shape = std::move(shape);
    return graph.addTensor(std::move(info));
}

NodeId node(Graph& graph, const std::string& name, const std::string& opType,
            std::vector<TensorId> inputs, TensorId output,
            std::map<std::string, model::Attribute> attributes = {})
{
    model::Node made;
    made.name = name;
    made.opType = opType;
    made.inputs = std::move(inputs);
    made.outputs = {output};
    made.attributes = std::move(attributes);
    return graph.addNode(std::move(made));
}

Layer plainLayer(const std::string& name, const std::string& opType, LayerKind kind,
                 std::vector<NodeId> nodes, TensorId input, TensorId output)
{
    Layer layer;
    layer.name = name;
    layer.opType = opType;
    layer.kind = kind;
    layer.nodes = std::move(nodes);
    layer.inputs = {input};
    layer.outputs = {output};
    return layer;
}

Layer weightLayer(Layer layer, TensorId weight, TensorId bias)
{
    layer.weight = weight;
    layer.bias = bias;
    layer.channelAxis = 0;
    return layer;
}

quant::QuantParams byteGrid(float scale, std::int32_t zeroPoint)
{
    return {{scale}, {zeroPoint}, 0, 255, -1};
}

} // namespace

SmallNetwork::SmallNetwork()
{
    Graph graph;
    graph.name = "small";
    graph.irVersion = 7;
    graph.opsets[""] = 13;
    using Ints = std::vector<std::int64_t>;
    const TensorId x = tensor(graph, "x", {1, 1, 4, 4});
    const TensorId w1 = graph.addConstant("w1", {2, 1, 1, 1}, std::vector<float>{1.27F, -2.54F});
    const TensorId b1 = graph.addConstant("b1", {2}, std::vector<float>{0.5F, -1.0F});
    const TensorId c1 = tensor(graph, "c1", {1, 2, 4, 4});
    const TensorId r = tensor(graph, "r", {1, 2, 4, 4});
    const TensorId p = tensor(graph, "p", {1, 2, 2, 2});
    const TensorId w2 = graph.addConstant("w2", {1, 2, 1, 1}, std::vector<float>{0.5F, 0.25F});
    const TensorId c = tensor(graph, "c", {1, 1, 2, 2});
    const TensorId f = tensor(graph, "f", {1, 4});
    const TensorId w3 = graph.addConstant(
        "w3", {2, 4}, std::vector<float>{1.0F, 2.0F, -1.0F, 0.0F, 0.5F, 0.5F, 0.5F, -0.5F});
    const TensorId b3 = graph.addConstant("b3", {2}, std::vector<float>{0.0F, 1.0F});
    const TensorId y = tensor(graph, "y", {1, 2});
    const NodeId conv1 = node(graph, "conv1", "Conv", {x, w1, b1}, c1);
    const NodeId relu = node(graph, "relu", "Relu", {c1}, r);
    const NodeId pool = node(graph, "pool", "MaxPool", {r}, p,
                             {{"kernel_shape", Ints{2, 2}}, {"strides", Ints{2, 2}}});
    const NodeId conv2 = node(graph, "conv2", "Conv", {p, w2}, c);
    const NodeId flat = node(graph, "flat", "Flatten", {c}, f);
    const NodeId fc = node(graph, "fc", "Gemm", {f, w3, b3}, y, {{"transB", std::int64_t{1}}});
    graph.inputs = {x};
    graph.outputs = {y};

    layers.layers = {
        weightLayer(plainLayer("conv1", "Conv", LayerKind::Conv, {conv1, relu}, x, r), w1, b1),
        plainLayer("pool", "MaxPool", LayerKind::Movement, {pool}, r, p),
        weightLayer(plainLayer("conv2", "Conv", LayerKind::Conv, {conv2}, p, c), w2,
                    model::kNoTensor),
        plainLayer("flat", "Flatten", LayerKind::Movement, {flat}, c, f),
        weightLayer(plainLayer("fc", "Gemm", LayerKind::Gemm, {fc}, f, y), w3, b3)};
    layers.sites = {{x, "x", std::nullopt, false}, {r, "r", 0, true}, {c, "c", 2, false}};
    layers.graph = std::make_shared<const Graph>(std::move(graph));
    quantized.layers = &layers;
}

void SmallNetwork::quantizeLayer(const std::string& layer, const quant::WeightScheme& scheme)
{
    const Layer& found = *layers.findLayer(layer);
    const model::Constant& constant = *layers.graph->tensor(found.weight).constant;
    const Tensor values{constant.shape, model::floatValues(constant)};
    quantized.weights[layer] = *quant::quantizeWeights(values, scheme, found.channelAxis);
}

void SmallNetwork::quantizeAllWeights()
{
    for (const char* layer : {"conv1", "conv2", "fc"}) {
        quantizeLayer(layer, {});
    }
}

void SmallNetwork::quantizeAllActivations()
{
    quantized.activations = {
        {"x", byteGrid(0.5F, 3)}, {"r", byteGrid(0.25F, 0)}, {"c", byteGrid(0.125F, 100)}};
}

std::string asText(const Graph& graph)
{
    std::string text;
    for (const model::Node& each : graph.nodes) {
        text += each.opType + "(";
        for (std::size_t i = 0; i < each.inputs.size(); ++i) {
            text += i > 0 ? ", " : "";
            text += each.inputs[i] == model::kNoTensor ? "-" : graph.tensor(each.inputs[i]).name;
        }
        text += ") -> ";
        for (const TensorId output : each.outputs) {
            text += graph.tensor(output).name;
        }
        text += "\n";
    }
    return text;
}

model::Constant constantNamed(const Graph& graph, const std::string& name)
{
    const auto id = graph.findTensor(name);
    return id && graph.tensor(*id).constant ? *graph.tensor(*id).constant : model::Constant{};
}

} // namespace quantoscope::exporting::test
