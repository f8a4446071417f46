// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fuse_layer_norm.h"

#include "core/model/graph_edit.h"
#include "core/model/operator_kinds.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quantoscope::model {

namespace {

constexpr std::int64_t kLayerNormOpset = 17;
constexpr std::int64_t kLayerNormIr = 8; ///< the IR version opset 17 was released with

/// One normalization taken apart.
struct Parts
{
    TensorId input = kNoTensor, output = kNoTensor;
    TensorId gain = kNoTensor, offset = kNoTensor; ///< constants of the last axis, or none
    float epsilon = 0.0F;
    std::set<NodeId> nodes;
};

class LayerNormFuser
{
public:
    explicit LayerNormFuser(const Graph& graph)
        : m_graph(graph), m_consumers(consumersOf(graph)), m_captured(capturedNames(graph)),
          m_names(graph)
    {
    }

    Graph run();

private:
    /// What an operator makes of one computed tensor.
    [[nodiscard]] const Node* producer(TensorId tensor, const std::string& opType) const;
    [[nodiscard]] NodeId onlyReader(TensorId tensor) const;
    [[nodiscard]] bool averagesLastAxis(const Node& node) const;
    [[nodiscard]] std::optional<float> scalarBeside(const Node& node, TensorId& other) const;
    [[nodiscard]] TensorId squareOf(TensorId tensor) const;
    [[nodiscard]] std::optional<Parts> partsEndingIn(NodeId division) const;
    void addAffine(Parts& parts) const;
    [[nodiscard]] TensorId channelConstant(const Node& node, TensorId computed) const;
    [[nodiscard]] bool isClosed(const Parts& parts) const;
    void replace(const Parts& parts);
    [[nodiscard]] bool canBeRaised() const;

    Graph m_graph;
    std::vector<std::vector<NodeId>> m_consumers;
    std::unordered_set<std::string> m_captured;
    UniqueNames m_names;
};

const Node* LayerNormFuser::producer(TensorId tensor, const std::string& opType) const
{
    const NodeId id = tensor == kNoTensor ? kNoNode : m_graph.tensor(tensor).producer;
    if (id == kNoNode || m_graph.node(id).opType != opType || !m_graph.node(id).domain.empty()) {
        return nullptr;
    }
    return &m_graph.node(id);
}

NodeId LayerNormFuser::onlyReader(TensorId tensor) const
{
    const auto& readers = m_consumers[static_cast<std::size_t>(tensor)];
    return readers.size() == 1 ? readers.front() : kNoNode;
}

bool LayerNormFuser::averagesLastAxis(const Node& node) const
{
    const auto& shape = m_graph.tensor(node.inputs.front()).shape;
    std::vector<std::int64_t> axes = intsAttribute(node, "axes");
    if (const Constant* given = constantInput(m_graph, node, 1)) {
        axes = integerValues(*given);
    }
    return shape && shape->size() > 1 && shape->back() > 1 &&
           intAttribute(node, "keepdims", 1) == 1 && axes.size() == 1 &&
           (axes.front() == -1 || axes.front() == static_cast<std::int64_t>(shape->size()) - 1);
}

/// The value of a node's only constant operand, and its other operand.
std::optional<float> LayerNormFuser::scalarBeside(const Node& node, TensorId& other) const
{
    for (const std::size_t i : {std::size_t{1}, std::size_t{0}}) {
        const Constant* constant = constantInput(m_graph, node, i);
        if (node.inputs.size() == 2 && constant != nullptr && elementCount(constant->shape) == 1) {
            other = node.inputs[1 - i];
            const auto values = floatValues(*constant);
            return values.empty() ? std::nullopt : std::optional(values.front());
        }
    }
    return std::nullopt;
}

/// What a tensor is the square of.
TensorId LayerNormFuser::squareOf(TensorId tensor) const
{
    if (const Node* product = producer(tensor, "Mul")) {
        return product->inputs[0] == product->inputs[1] ? product->inputs[0] : kNoTensor;
    }
    const Node* power = producer(tensor, "Pow");
    const Constant* exponent = power != nullptr ? constantInput(m_graph, *power, 1) : nullptr;
    if (exponent == nullptr || elementCount(exponent->shape) != 1) {
        return kNoTensor;
    }
    const bool isTwo = isFloat(exponent->type)
                           ? floatValues(*exponent) == std::vector<float>{2.0F}
                           : integerValues(*exponent) == std::vector<std::int64_t>{2};
    return isTwo ? power->inputs[0] : kNoTensor;
}

std::optional<Parts> LayerNormFuser::partsEndingIn(NodeId division) const
{
    const Node& div = m_graph.node(division);
    const Node* root = producer(div.inputs[1], "Sqrt");
    const Node* sum = root != nullptr ? producer(root->inputs[0], "Add") : nullptr;
    TensorId variance = kNoTensor;
    const auto epsilon = sum != nullptr ? scalarBeside(*sum, variance) : std::nullopt;
    const Node* mean = epsilon ? producer(variance, "ReduceMean") : nullptr;
    const TensorId squared = mean != nullptr ? squareOf(mean->inputs[0]) : kNoTensor;
    // Some exporters subtract the mean twice, once for the square.
    const Node* centred = producer(div.inputs[0], "Sub");
    const Node* again = squared == kNoTensor ? nullptr : producer(squared, "Sub");
    if (centred == nullptr || again == nullptr || centred->inputs != again->inputs) {
        return std::nullopt;
    }
    const Node* average = producer(centred->inputs[1], "ReduceMean");
    if (average == nullptr || average->inputs[0] != centred->inputs[0] ||
        !averagesLastAxis(*average) || !averagesLastAxis(*mean) ||
        m_graph.tensor(centred->inputs[0]).type != ElementType::Float32) {
        return std::nullopt;
    }
    Parts parts;
    parts.input = centred->inputs[0];
    parts.output = div.outputs.front();
    parts.epsilon = *epsilon;
    parts.nodes = {division};
    for (const TensorId made : {div.inputs[1], root->inputs[0], variance, mean->inputs[0],
                                div.inputs[0], squared, centred->inputs[1], again->inputs[1]}) {
        parts.nodes.insert(m_graph.tensor(made).producer);
    }
    addAffine(parts);
    return parts;
}

/// The constant of a Mul or an Add with one value for each channel of the last axis.
TensorId LayerNormFuser::channelConstant(const Node& node, TensorId computed) const
{
    if (node.inputs.size() != 2 || node.inputs[0] == node.inputs[1] || !node.domain.empty()) {
        return kNoTensor;
    }
    const TensorId other = node.inputs[node.inputs[0] == computed ? 1 : 0];
    const auto& constant = m_graph.tensor(other).constant;
    const std::int64_t channels = m_graph.tensor(computed).shape.value_or(Shape{0}).back();
    const bool fits =
        constant && constant->type == ElementType::Float32 && constant->shape == Shape{channels};
    return fits ? other : kNoTensor;
}

void LayerNormFuser::addAffine(Parts& parts) const
{
    for (const std::string& opType : {std::string("Mul"), std::string("Add")}) {
        const NodeId reader = onlyReader(parts.output);
        const bool isHidden =
            std::ranges::find(m_graph.outputs, parts.output) == m_graph.outputs.end();
        if (reader == kNoNode || !isHidden || m_graph.node(reader).opType != opType) {
            continue;
        }
        const TensorId constant = channelConstant(m_graph.node(reader), parts.output);
        if (constant == kNoTensor) {
            continue;
        }
        (opType == "Mul" ? parts.gain : parts.offset) = constant;
        parts.nodes.insert(reader);
        parts.output = m_graph.node(reader).outputs.front();
    }
}

/// Whether nobody else reads what lies between.
bool LayerNormFuser::isClosed(const Parts& parts) const
{
    return std::ranges::all_of(parts.nodes, [&](NodeId id) {
        const TensorId made = m_graph.node(id).outputs.front();
        if (made == parts.output) {
            return true;
        }
        const auto& readers = m_consumers[static_cast<std::size_t>(made)];
        return std::ranges::all_of(readers,
                                   [&](NodeId reader) { return parts.nodes.contains(reader); }) &&
               std::ranges::find(m_graph.outputs, made) == m_graph.outputs.end() &&
               !m_captured.contains(m_graph.tensor(made).name);
    });
}

void LayerNormFuser::replace(const Parts& parts)
{
    Node fused;
    fused.opType = "LayerNormalization";
    fused.name = m_names.fresh(m_graph.node(*parts.nodes.begin()).name + ".LayerNormalization");
    const auto channels = m_graph.tensor(parts.input).shape->back();
    const TensorId gain =
        parts.gain != kNoTensor
            ? parts.gain
            : m_graph.addConstant(m_names.fresh(fused.name + ".gain"), {channels},
                                  std::vector<float>(static_cast<std::size_t>(channels), 1.0F));
    fused.inputs = {parts.input, gain};
    if (parts.offset != kNoTensor) {
        fused.inputs.push_back(parts.offset);
    }
    fused.outputs = {parts.output};
    fused.attributes = {{"axis", std::int64_t{-1}}, {"epsilon", parts.epsilon}};
    for (const NodeId id : parts.nodes) {
        Node& node = m_graph.node(id);
        std::ranges::fill(node.outputs, kNoTensor);
        node.inputs.clear();
    }
    m_graph.addNode(std::move(fused));
}

/// Nothing in the graph means something else at opset 17 than at 13.
bool LayerNormFuser::canBeRaised() const
{
    return m_graph.opset() >= kLayerNormOpset ||
           std::ranges::none_of(m_graph.nodes, [](const Node& node) {
               const bool hasBody = std::ranges::any_of(node.attributes, [](const auto& each) {
                   return std::holds_alternative<OpaqueGraph>(each.second);
               });
               return hasBody || node.opType == "RoiAlign" ||
                      (node.opType == "BatchNormalization" && node.outputs.size() > 1);
           });
}

Graph LayerNormFuser::run()
{
    if (!canBeRaised()) {
        return m_graph;
    }
    std::vector<Parts> found;
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
        const Node& node = m_graph.nodes[i];
        if (node.opType != "Div" || !node.domain.empty() || node.inputs.size() != 2) {
            continue;
        }
        if (auto parts = partsEndingIn(static_cast<NodeId>(i)); parts && isClosed(*parts)) {
            found.push_back(*std::move(parts));
        }
    }
    if (found.empty()) {
        return m_graph;
    }
    for (const Parts& parts : found) {
        replace(parts);
    }
    m_graph.opsets[""] = std::max(m_graph.opset(), kLayerNormOpset);
    m_graph.irVersion = std::max(m_graph.irVersion, kLayerNormIr);
    return compacted(m_graph);
}

} // namespace

Graph withLayerNormsFused(const Graph& graph)
{
    return LayerNormFuser(graph).run();
}

} // namespace quantoscope::model
