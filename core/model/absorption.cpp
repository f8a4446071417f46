// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/absorption.h"

#include "core/model/graph_edit.h"
#include "core/model/operator_kinds.h"

#include <algorithm>
#include <set>
#include <string_view>

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

/// Functions of one value that bend; with a product they make an activation function.
const std::set<std::string_view>& curves()
{
    static const std::set<std::string_view> kNames{"Sigmoid", "HardSigmoid", "Softplus", "Tanh",
                                                   "Erf",     "Clip",        "Relu",     "Min"};
    return kNames;
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

NodeId AbsorptionFinder::batchNormBehind(TensorId tensor) const
{
    constexpr std::size_t kInputs = 5;
    const NodeId reader = onlyReader(tensor);
    if (reader == kNoNode) {
        return kNoNode;
    }
    const Node& node = m_graph.node(reader);
    if (node.opType != "BatchNormalization" || !node.domain.empty() ||
        node.inputs.size() != kInputs || node.inputs.front() != tensor ||
        node.outputs.size() != 1 || intAttribute(node, "training_mode", 0) != 0) {
        return kNoNode;
    }
    for (std::size_t i = 1; i < kInputs; ++i) {
        const Constant* parameter = constantInput(m_graph, node, i);
        if (parameter == nullptr || parameter->type != ElementType::Float32) {
            return kNoNode;
        }
    }
    return reader;
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

/// Computes every value from values at the same place of `own` tensors and from scalars.
bool AbsorptionFinder::isPointwise(const Node& node,
                                   const std::map<TensorId, std::size_t>& own) const
{
    static const std::set<std::string_view> kAffine{"Add", "Sub", "Mul", "Div", "Pow"};
    const bool isKnown = kAffine.contains(node.opType) || curves().contains(node.opType);
    return isKnown && node.domain.empty() && node.outputs.size() == 1 &&
           std::ranges::all_of(node.inputs, [&](TensorId input) {
               if (input == kNoTensor || own.contains(input)) {
                   return true;
               }
               const auto& constant = m_graph.tensor(input).constant;
               return constant && elementCount(constant->shape) == 1;
           });
}

/// Walks the operators behind `tensor` in data order as long as they make one function of its
/// values, and keeps what ends in a tensor that alone is read by others.
std::vector<NodeId> AbsorptionFinder::gateBehind(TensorId tensor) const
{
    constexpr std::size_t kMostNodes = 12;
    std::map<TensorId, std::size_t> unread{{tensor, 0}}; // readers that are not walked yet
    std::set<NodeId> next;
    const auto open = [&](TensorId made) {
        const auto& readers = m_consumers[static_cast<std::size_t>(made)];
        unread[made] = readers.size();
        next.insert(readers.begin(), readers.end());
    };
    open(tensor);
    std::vector<NodeId> nodes, found;
    bool hasProduct = false, hasCurve = false;
    while (!next.empty() && nodes.size() < kMostNodes) {
        const NodeId id = *next.begin();
        const Node& node = m_graph.node(id);
        if (!isPointwise(node, unread) || (!found.empty() && !isScalarOperation(node))) {
            break;
        }
        next.erase(next.begin());
        nodes.push_back(id);
        for (const TensorId input : std::set<TensorId>(node.inputs.begin(), node.inputs.end())) {
            if (const auto one = unread.find(input); one != unread.end()) {
                --one->second;
            }
        }
        hasProduct = hasProduct || (node.opType == "Mul" && unread.contains(node.inputs[0]) &&
                                    unread.contains(node.inputs[1]));
        hasCurve = hasCurve || curves().contains(node.opType);
        const TensorId made = node.outputs.front();
        const bool isAll = std::ranges::all_of(
            unread, [this](const auto& each) { return each.second == 0 && isHidden(each.first); });
        open(made);
        if (isAll && hasProduct && hasCurve) {
            found = nodes;
            if (onlyReader(made) == kNoNode) {
                break;
            }
        }
    }
    return found;
}

std::vector<NodeId> AbsorptionFinder::activationBehind(TensorId tensor) const
{
    if (auto clamp = clampBehind(tensor); !clamp.empty()) {
        return clamp;
    }
    if (auto gate = gateBehind(tensor); !gate.empty()) {
        return gate;
    }
    const NodeId reader = onlyReader(tensor);
    if (reader == kNoNode) {
        return {};
    }
    const Node& node = m_graph.node(reader);
    const bool isFunction = node.opType == "LeakyRelu" || node.opType == "HardSwish" ||
                            node.opType == "Mish" || node.opType == "Gelu" ||
                            (node.opType == "PRelu" && constantInput(m_graph, node, 1) != nullptr);
    return isFunction && node.domain.empty() ? std::vector<NodeId>{reader} : std::vector<NodeId>{};
}

} // namespace quantoscope::model
