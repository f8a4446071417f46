// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layers.h"

#include "core/model/absorption.h"
#include "core/model/activation_sites.h"
#include "core/model/graph_edit.h"
#include "core/model/multiply_accumulates.h"
#include "core/model/operator_kinds.h"
#include "core/model/row_movement.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace quantoscope::model {

namespace {

/// Groups the nodes of one graph, in order.
class LayerBuilder
{
public:
    LayerBuilder(const Graph& graph, const std::vector<bool>& isData)
        : m_graph(graph), m_isData(isData), m_finder(graph), m_reads(readTensors(graph)),
          m_consumers(consumersOf(graph)), m_taken(graph.nodes.size(), false)
    {
    }

    std::vector<Layer> build();

private:
    Layer layerOf(NodeId main);
    void describeWeights(Layer& layer) const;
    void absorbBias(Layer& layer);
    void absorbBatchNorm(Layer& layer);
    void absorb(Layer& layer, const std::vector<NodeId>& nodes);
    void setInputs(Layer& layer) const;
    void describeAffine(Layer& layer) const;
    [[nodiscard]] bool isChannelConstant(TensorId tensor, const Shape& output) const;

    const Graph& m_graph;
    const std::vector<bool>& m_isData;
    AbsorptionFinder m_finder;
    std::vector<std::vector<TensorId>> m_reads;
    std::vector<std::vector<NodeId>> m_consumers;
    std::vector<bool> m_taken;
};

void LayerBuilder::absorb(Layer& layer, const std::vector<NodeId>& nodes)
{
    for (const NodeId id : nodes) {
        const Node& node = m_graph.node(id);
        m_taken[static_cast<std::size_t>(id)] = true;
        layer.nodes.push_back(id);
        layer.absorbed.insert(layer.absorbed.end(), node.absorbed.begin(), node.absorbed.end());
        layer.absorbed.push_back({node.name, node.opType});
        layer.outputs = node.outputs;
    }
}

/// Output-channel axis of the weight of a layer's main node.
int weightAxis(const Node& node, std::size_t weightIndex, int rank)
{
    if (node.opType == "Conv") {
        return 0;
    }
    if (node.opType == "ConvTranspose") {
        return 1;
    }
    if (node.opType == "Gemm") {
        return intAttribute(node, "transB", 0) != 0 ? 0 : 1;
    }
    return std::max(0, weightIndex == 0 ? rank - 2 : rank - 1);
}

void LayerBuilder::describeWeights(Layer& layer) const
{
    const Node& node = m_graph.node(layer.nodes.front());
    const auto index = weightInput(m_graph, node);
    if (!index) {
        return;
    }
    layer.weight = node.inputs[*index];
    const Shape& shape = m_graph.tensor(layer.weight).constant->shape;
    layer.channelAxis = weightAxis(node, *index, static_cast<int>(shape.size()));
    layer.parameterCount = elementCount(shape);
    const Constant* bias = node.opType == "MatMul" ? nullptr : constantInput(m_graph, node, 2);
    if (bias != nullptr && bias->type == ElementType::Float32 &&
        elementCount(bias->shape) == outputChannels(m_graph, layer)) {
        layer.bias = node.inputs[2];
        layer.parameterCount += elementCount(bias->shape);
    }
}

void LayerBuilder::absorbBias(Layer& layer)
{
    const NodeId main = layer.nodes.front();
    const auto& shape = m_graph.tensor(m_graph.node(main).outputs.front()).shape;
    if (!shape || shape->size() < 2) {
        return;
    }
    const bool isConv = layer.kind != LayerKind::MatMul && layer.kind != LayerKind::Gemm;
    const bool isLeft =
        layer.kind == LayerKind::MatMul && m_graph.node(main).inputs.front() == layer.weight;
    const std::size_t axisFromEnd = isConv ? shape->size() - 2 : (isLeft ? 1 : 0);
    const NodeId add = m_finder.biasAdd(main, outputChannels(m_graph, layer), axisFromEnd);
    if (add == kNoNode) {
        return;
    }
    const Node& node = m_graph.node(add);
    layer.bias = constantInput(m_graph, node, 1) != nullptr ? node.inputs[1] : node.inputs[0];
    layer.parameterCount += elementCount(m_graph.tensor(layer.bias).constant->shape);
    absorb(layer, {add});
}

void LayerBuilder::absorbBatchNorm(Layer& layer)
{
    layer.batchNorm = m_finder.batchNormBehind(layer.outputs.front());
    if (layer.batchNorm != kNoNode) {
        absorb(layer, {layer.batchNorm});
    }
}

void LayerBuilder::setInputs(Layer& layer) const
{
    for (const NodeId id : layer.nodes) {
        for (const TensorId input : m_reads[static_cast<std::size_t>(id)]) {
            const TensorInfo& info = m_graph.tensor(input);
            const bool isInner = std::ranges::find(layer.nodes, info.producer) != layer.nodes.end();
            if (!info.constant && !isInner &&
                std::ranges::find(layer.inputs, input) == layer.inputs.end()) {
                layer.inputs.push_back(input);
            }
        }
    }
}

/// One value for each channel of the last axis, of this node alone.
bool LayerBuilder::isChannelConstant(TensorId tensor, const Shape& output) const
{
    if (tensor == kNoTensor || output.size() < 2) {
        return false;
    }
    const auto& constant = m_graph.tensor(tensor).constant;
    return constant && constant->type == ElementType::Float32 && !constant->shape.empty() &&
           output.back() > 1 && constant->shape.back() == output.back() &&
           elementCount(constant->shape) == output.back() &&
           m_consumers[static_cast<std::size_t>(tensor)].size() == 1 &&
           std::ranges::find(m_graph.outputs, tensor) == m_graph.outputs.end();
}

void LayerBuilder::describeAffine(Layer& layer) const
{
    const Node& node = m_graph.node(layer.nodes.front());
    const auto& shape = m_graph.tensor(node.outputs.front()).shape;
    if (!shape || !node.domain.empty() || node.inputs.size() < 2) {
        return;
    }
    const auto isChannels = [&](std::size_t i) {
        return isChannelConstant(node.inputs[i], *shape);
    };
    if (node.opType == "LayerNormalization") {
        const auto axis = intAttribute(node, "axis", -1);
        const bool hasOffset = node.inputs.size() > 2 && node.inputs[2] != kNoTensor;
        const bool isLast = axis == -1 || axis == static_cast<std::int64_t>(shape->size()) - 1;
        if (isLast && isChannels(1) && (!hasOffset || isChannels(2))) {
            layer.gain = node.inputs[1];
            layer.offset = hasOffset ? node.inputs[2] : kNoTensor;
        }
        return;
    }
    if ((node.opType == "Mul" || node.opType == "Add") && isChannels(0) != isChannels(1)) {
        (node.opType == "Mul" ? layer.gain : layer.offset) = node.inputs[isChannels(0) ? 0 : 1];
    }
}

Layer LayerBuilder::layerOf(NodeId main)
{
    const Node& node = m_graph.node(main);
    Layer layer;
    layer.name = node.name;
    layer.opType = node.opType;
    layer.kind = kindOf(m_graph, node, m_isData);
    layer.nodes = {main};
    layer.absorbed = node.absorbed;
    layer.outputs = node.outputs;
    m_taken[static_cast<std::size_t>(main)] = true;
    if (isWeightKind(layer.kind)) {
        describeWeights(layer);
        absorbBias(layer);
        absorbBatchNorm(layer);
        absorb(layer, m_finder.activationBehind(layer.outputs.front()));
    } else {
        describeAffine(layer);
        if (layer.kind == LayerKind::Arithmetic &&
            (layer.opType == "Add" || layer.opType == "Mul" || layer.opType == "Sum")) {
            absorb(layer, m_finder.clampBehind(layer.outputs.front()));
        }
    }
    layer.macs = multiplyAccumulates(m_graph, layer);
    setInputs(layer);
    return layer;
}

std::vector<Layer> LayerBuilder::build()
{
    std::vector<Layer> layers;
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
        if (!m_taken[i]) {
            layers.push_back(layerOf(static_cast<NodeId>(i)));
        }
    }
    return layers;
}

Status checkTypes(const Graph& graph, const std::vector<bool>& isData)
{
    for (std::size_t i = 0; i < graph.tensors.size(); ++i) {
        if (isData[i] && graph.tensors[i].type == ElementType::Undefined &&
            graph.tensors[i].producer != kNoNode) {
            const NodeId producer = graph.tensors[i].producer;
            if (graph.node(producer).outputs.front() == static_cast<TensorId>(i)) {
                return fail(ErrorCode::InvalidModel,
                            "the element type of '" + graph.tensors[i].name + "' is not known",
                            graph.node(producer).name);
            }
        }
    }
    return {};
}

std::int64_t floatParameters(const Graph& graph)
{
    std::int64_t count = 0;
    for (const TensorInfo& info : graph.tensors) {
        if (info.constant && isFloat(info.constant->type)) {
            count += elementCount(info.constant->shape);
        }
    }
    return count;
}

} // namespace

const Layer* LayerModel::findLayer(const std::string& layerName) const
{
    const auto found = std::ranges::find(layers, layerName, &Layer::name);
    return found == layers.end() ? nullptr : &*found;
}

std::vector<std::string> LayerModel::namesOf(std::span<const std::size_t> indices) const
{
    std::vector<std::string> names;
    for (const std::size_t index : indices) {
        names.push_back(layers[index].name);
    }
    return names;
}

const ActivationSite* LayerModel::findSite(const std::string& tensorName) const
{
    const auto found = std::ranges::find(sites, tensorName, &ActivationSite::name);
    return found == sites.end() ? nullptr : &*found;
}

namespace {

bool isReadAsTokens(const Graph& graph, TensorId tensor)
{
    return std::ranges::any_of(graph.nodes, [&](const Node& node) {
        if (std::ranges::find(node.inputs, tensor) == node.inputs.end()) {
            return false;
        }
        return node.opType == "MatMul" || node.opType == "Gemm" ||
               (node.opType != "Concat" && movesRows(graph, node) &&
                isReadAsTokens(graph, node.outputs.front()));
    });
}

} // namespace

bool LayerModel::hasTokens(const ActivationSite& site) const
{
    return isReadAsTokens(*graph, site.tensor);
}

Result<LayerModel> buildLayers(std::shared_ptr<const Graph> graph)
{
    try {
        const std::vector<bool> isData = dataTensors(*graph);
        if (const Status checked = checkTypes(*graph, isData); !checked) {
            return failFrom(checked);
        }
        LayerModel model;
        model.layers = LayerBuilder(*graph, isData).build();
        model.sites = activationSites(*graph, model.layers, isData);
        model.parameterCount = floatParameters(*graph);
        for (const Layer& layer : model.layers) {
            model.macs += layer.macs;
        }
        model.graph = std::move(graph);
        return model;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to group the model's layers");
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidModel, error.what());
    }
}

} // namespace quantoscope::model
