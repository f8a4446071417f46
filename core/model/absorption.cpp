// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/absorption.h"

#include "core/model/graph_edit.h"
#include "core/model/operator_kinds.h"

#include <algorithm>

namespace quantoscope::model {

namespace {

/// The constant operand of a node with two inputs and the index it has; null when both are
/// computed.
const Constant* constantOperand(const Graph& graph, const Node& node)
{
    if (node.inputs.size() != 2) {
        return nullptr;
    }
    const Constant* second = constantInput(graph, node, 1);
    return second != nullptr ? second : constantInput(graph, node, 0);
}

bool isConstantOrAbsent(const Graph& graph, const Node& node, std::size_t index)
{
    return index >= node.inputs.size() || node.inputs[index] == kNoTensor ||
           constantInput(graph, node, index) != nullptr;
}

/// One extent of `channels` at the given place from the end, and 1 everywhere else.
bool isPerChannel(const Shape& shape, std::int64_t channels, std::size_t axisFromEnd)
{
    if (shape.size() <= axisFromEnd || elementCount(shape) != channels) {
        return false;
    }
    return shape[shape.size() - 1 - axisFromEnd] == channels;
}

} // namespace

AbsorptionFinder::AbsorptionFinder(const Graph& graph)
    : m_graph(graph), m_consumers(consumersOf(graph)), m_captured(capturedNames(graph))
{
}

/// Neither a model output nor read by a sub-graph.
bool AbsorptionFinder::isHidden(TensorId tensor) const
{
    return std::ranges::find(m_graph.outputs, tensor) == m_graph.outputs.end() &&
           !m_captured.contains(m_graph.tensor(tensor).name);
}

NodeId AbsorptionFinder::onlyReader(TensorId tensor) const
{
    const auto& readers = m_consumers[static_cast<std::size_t>(tensor)];
    return readers.size() == 1 && isHidden(tensor) ? readers.front() : kNoNode;
}

NodeId AbsorptionFinder::biasAdd(NodeId main, std::int64_t channels, std::size_t axisFromEnd) const
{
    const Node& node = m_graph.node(main);
    const bool hasBias =
        node.opType != "MatMul" && node.inputs.size() > 2 && node.inputs[2] != kNoTensor;
    const NodeId reader = hasBias ? kNoNode : onlyReader(node.outputs.front());
    if (reader == kNoNode || m_graph.node(reader).opType != "Add" ||
        !m_graph.node(reader).domain.empty()) {
        return kNoNode;
    }
    const Constant* bias = constantOperand(m_graph, m_graph.node(reader));
    const bool fits = bias != nullptr && bias->type == ElementType::Float32 &&
                      isPerChannel(bias->shape, channels, axisFromEnd);
    return fits ? reader : kNoNode;
}

bool AbsorptionFinder::isScalarOperation(const Node& node) const
{
    const Constant* operand = constantOperand(m_graph, node);
    return operand != nullptr && elementCount(operand->shape) == 1;
}

bool AbsorptionFinder::isClamp(const Node& node) const
{
    if (!node.domain.empty()) {
        return false;
    }
    if (node.opType == "Clip") {
        return isConstantOrAbsent(m_graph, node, 1) && isConstantOrAbsent(m_graph, node, 2);
    }
    return node.opType == "Relu" ||
           ((node.opType == "Min" || node.opType == "Max") && isScalarOperation(node));
}

std::vector<NodeId> AbsorptionFinder::clampBehind(TensorId tensor) const
{
    const NodeId first = onlyReader(tensor);
    if (first == kNoNode || !isClamp(m_graph.node(first))) {
        return {};
    }
    std::vector<NodeId> nodes{first};
    const std::string& opType = m_graph.node(first).opType;
    const NodeId second =
        opType == "Clip" ? kNoNode : onlyReader(m_graph.node(first).outputs.front());
    if (second != kNoNode && isClamp(m_graph.node(second))) {
        const std::string& next = m_graph.node(second).opType;
        if ((next == "Min") != (opType == "Min")) {
            nodes.push_back(second);
        }
    }
    return nodes;
}

/// The chain f of x * f(x) that starts at `first` and ends in `product`; empty for other chains.
std::vector<NodeId> AbsorptionFinder::gateChain(TensorId tensor, NodeId first, NodeId product) const
{
    static const std::vector<std::vector<std::string>> kGates{{"Sigmoid"},
                                                              {"HardSigmoid"},
                                                              {"Softplus", "Tanh"},
                                                              {"Add", "Clip", "Div"},
                                                              {"Add", "Clip", "Mul"}};
    for (const auto& gate : kGates) {
        std::vector<NodeId> nodes;
        NodeId next = first;
        for (const std::string& opType : gate) {
            if (next == kNoNode || next == product || m_graph.node(next).opType != opType) {
                break;
            }
            const Node& node = m_graph.node(next);
            const bool needsScalar = opType == "Add" || opType == "Div" || opType == "Mul";
            if ((needsScalar && !isScalarOperation(node)) || (opType == "Clip" && !isClamp(node))) {
                break;
            }
            nodes.push_back(next);
            next = onlyReader(node.outputs.front());
        }
        const auto& factors = m_graph.node(product).inputs;
        if (nodes.size() == gate.size() && next == product && factors.size() == 2 &&
            std::ranges::find(factors, tensor) != factors.end()) {
            nodes.push_back(product);
            return nodes;
        }
    }
    return {};
}

std::vector<NodeId> AbsorptionFinder::gateBehind(TensorId tensor) const
{
    const auto& readers = m_consumers[static_cast<std::size_t>(tensor)];
    if (readers.size() != 2 || !isHidden(tensor)) {
        return {};
    }
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
        const NodeId first = readers[which];
        const NodeId product = readers[1 - which];
        if (m_graph.node(product).opType == "Mul" && m_graph.node(product).domain.empty()) {
            if (auto nodes = gateChain(tensor, first, product); !nodes.empty()) {
                return nodes;
            }
        }
    }
    return {};
}

std::vector<NodeId> AbsorptionFinder::activationBehind(TensorId tensor) const
{
    if (auto clamp = clampBehind(tensor); !clamp.empty()) {
        return clamp;
    }
    const NodeId reader = onlyReader(tensor);
    if (reader == kNoNode) {
        return gateBehind(tensor);
    }
    const Node& node = m_graph.node(reader);
    const bool isFunction = node.opType == "LeakyRelu" || node.opType == "HardSwish" ||
                            node.opType == "Mish" ||
                            (node.opType == "PRelu" && constantInput(m_graph, node, 1) != nullptr);
    return isFunction && node.domain.empty() ? std::vector<NodeId>{reader} : std::vector<NodeId>{};
}

} // namespace quantoscope::model
