// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph_making.h"

#include <numeric>
#include <utility>

namespace quantoscope::model {

namespace {

std::string nameOf(const Graph& graph, TensorId id)
{
    return id == kNoTensor ? "-" : graph.tensor(id).name;
}

std::string kindName(LayerKind kind)
{
    static const std::map<LayerKind, std::string> kNames{
        {LayerKind::Conv, "Conv"},
        {LayerKind::DepthwiseConv, "DepthwiseConv"},
        {LayerKind::ConvTranspose, "ConvTranspose"},
        {LayerKind::Gemm, "Gemm"},
        {LayerKind::MatMul, "MatMul"},
        {LayerKind::Arithmetic, "Arithmetic"},
        {LayerKind::Movement, "Movement"},
        {LayerKind::Other, "Other"}};
    return kNames.at(kind);
}

bool sameConstant(const Constant& left, const Constant& right)
{
    return left.type == right.type && left.shape == right.shape && *left.bytes == *right.bytes;
}

struct SameAttribute
{
    template <typename T>
    bool operator()(const T& left, const T& right) const
    {
        if constexpr (std::is_same_v<T, Constant>) {
            return sameConstant(left, right);
        } else if constexpr (std::is_same_v<T, OpaqueGraph>) {
            return left.bytes == right.bytes && left.capturedTensors == right.capturedTensors;
        } else {
            return left == right;
        }
    }
    template <typename T, typename U>
    bool operator()(const T& /*left*/, const U& /*right*/) const
    {
        return false;
    }
};

bool sameAttributes(const Node& left, const Node& right)
{
    if (left.attributes.size() != right.attributes.size()) {
        return false;
    }
    for (const auto& [name, attribute] : left.attributes) {
        const auto found = right.attributes.find(name);
        if (found == right.attributes.end() ||
            !std::visit(SameAttribute{}, attribute, found->second)) {
            return false;
        }
    }
    return true;
}

bool sameTensor(const TensorInfo& left, const TensorInfo& right)
{
    return left.type == right.type && left.shape == right.shape &&
           left.dimensionNames == right.dimensionNames &&
           left.constant.has_value() == right.constant.has_value() &&
           (!left.constant || sameConstant(*left.constant, *right.constant));
}

std::vector<std::string> names(const Graph& graph, const std::vector<TensorId>& ids)
{
    std::vector<std::string> result;
    for (const TensorId id : ids) {
        result.push_back(nameOf(graph, id));
    }
    return result;
}

QByteArray joined(const Graph& graph, const std::vector<TensorId>& ids)
{
    QByteArray text;
    for (const TensorId id : ids) {
        text += ' ' + QByteArray::fromStdString(nameOf(graph, id));
    }
    return text;
}

} // namespace

GraphMaker::GraphMaker(std::int64_t opset)
{
    m_graph.name = "hand-made";
    m_graph.opsets[""] = opset;
}

TensorId GraphMaker::id(const std::string& name)
{
    if (name.empty()) {
        return kNoTensor;
    }
    if (const auto found = m_graph.findTensor(name)) {
        return *found;
    }
    TensorInfo info;
    info.name = name;
    info.type = ElementType::Float32;
    return m_graph.addTensor(std::move(info));
}

GraphMaker& GraphMaker::input(const std::string& name, const Shape& inputShape)
{
    m_graph.inputs.push_back(id(name));
    return shape(name, inputShape);
}

GraphMaker& GraphMaker::weights(const std::string& name, const Shape& weightShape,
                                const std::vector<float>& values)
{
    std::vector<float> filled = values;
    if (filled.empty()) {
        filled.resize(static_cast<std::size_t>(elementCount(weightShape)));
        std::iota(filled.begin(), filled.end(), 1.0F);
    }
    m_graph.addConstant(name, weightShape, filled);
    return *this;
}

GraphMaker& GraphMaker::integers(const std::string& name, const std::vector<std::int64_t>& values)
{
    m_graph.addConstant(name, {static_cast<std::int64_t>(values.size())}, values);
    return *this;
}

GraphMaker& GraphMaker::node(const std::string& opType, const std::vector<std::string>& inputs,
                             const std::vector<std::string>& outputs,
                             std::map<std::string, Attribute> attributes)
{
    Node node;
    node.name = outputs.front() + "_node";
    node.opType = opType;
    for (const std::string& name : inputs) {
        node.inputs.push_back(id(name));
    }
    for (const std::string& name : outputs) {
        node.outputs.push_back(id(name));
    }
    node.attributes = std::move(attributes);
    m_graph.addNode(std::move(node));
    return *this;
}

GraphMaker& GraphMaker::shape(const std::string& name, const Shape& tensorShape, ElementType type)
{
    TensorInfo& info = m_graph.tensor(id(name));
    info.shape = tensorShape;
    info.type = type;
    return *this;
}

GraphMaker& GraphMaker::output(const std::string& name)
{
    m_graph.outputs.push_back(id(name));
    return *this;
}

QByteArray nodesAsText(const Graph& graph)
{
    QByteArray text;
    for (const Node& node : graph.nodes) {
        text += QByteArray::fromStdString(node.opType + " " + node.name + ":") +
                joined(graph, node.inputs) + " ->" + joined(graph, node.outputs);
        for (const auto& [name, attribute] : node.attributes) {
            text += " " + QByteArray::fromStdString(name);
        }
        text += '\n';
    }
    return text;
}

QByteArray layersAsText(const LayerModel& model)
{
    QByteArray text;
    for (const Layer& layer : model.layers) {
        text += QByteArray::fromStdString(kindName(layer.kind) + " " + layer.name + ":") +
                joined(*model.graph, layer.inputs) + " ->" + joined(*model.graph, layer.outputs);
        if (layer.hasWeights()) {
            text += " weight" + joined(*model.graph, {layer.weight}) + " axis " +
                    QByteArray::number(layer.channelAxis) + " bias" +
                    joined(*model.graph, {layer.bias}) + " macs " +
                    QByteArray::number(static_cast<qlonglong>(layer.macs)) + " parameters " +
                    QByteArray::number(static_cast<qlonglong>(layer.parameterCount));
        }
        text += '\n';
        for (const Absorbed& absorbed : layer.absorbed) {
            text +=
                QByteArray::fromStdString("    " + absorbed.opType + " " + absorbed.name + "\n");
        }
    }
    return text;
}

QByteArray sitesAsText(const LayerModel& model)
{
    QByteArray text;
    for (const ActivationSite& site : model.sites) {
        text += QByteArray::fromStdString(site.name) + (site.isNonNegative ? " >= 0" : "");
        text += site.layer ? " (" +
                                 QByteArray::fromStdString(
                                     model.layers[static_cast<std::size_t>(*site.layer)].name) +
                                 ")\n"
                           : QByteArray(" (input)\n");
    }
    return text;
}

std::vector<float> valuesOf(const Graph& graph, const std::string& name)
{
    const auto id = graph.findTensor(name);
    return id && graph.tensor(*id).constant ? floatValues(*graph.tensor(*id).constant)
                                            : std::vector<float>{};
}

std::string difference(const Graph& left, const Graph& right)
{
    if (left.opsets != right.opsets || left.irVersion != right.irVersion) {
        return "versions";
    }
    if (names(left, left.inputs) != names(right, right.inputs) ||
        names(left, left.outputs) != names(right, right.outputs)) {
        return "inputs or outputs";
    }
    if (left.nodes.size() != right.nodes.size() || left.tensors.size() != right.tensors.size()) {
        return "number of nodes or tensors";
    }
    for (std::size_t i = 0; i < left.nodes.size(); ++i) {
        const Node& a = left.nodes[i];
        const Node& b = right.nodes[i];
        if (a.name != b.name || a.opType != b.opType || a.domain != b.domain ||
            names(left, a.inputs) != names(right, b.inputs) ||
            names(left, a.outputs) != names(right, b.outputs) || !sameAttributes(a, b)) {
            return "node " + a.name;
        }
    }
    for (const TensorInfo& info : left.tensors) {
        const auto other = right.findTensor(info.name);
        if (!other || !sameTensor(info, right.tensor(*other))) {
            return "tensor " + info.name;
        }
    }
    return {};
}

} // namespace quantoscope::model
