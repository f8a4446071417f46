// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold_constants.h"

#include "core/model/graph_edit.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace quantoscope::model {

namespace {

constexpr std::array<std::string_view, 6> kRandomOperators{"RandomNormal",  "RandomNormalLike",
                                                           "RandomUniform", "RandomUniformLike",
                                                           "Multinomial",   "Bernoulli"};

void setConstant(Graph& graph, TensorId id, Constant value)
{
    TensorInfo& info = graph.tensor(id);
    info.type = value.type;
    info.shape = value.shape;
    info.constant = std::move(value);
    info.producer = kNoNode;
}

bool isFoldable(const Node& node)
{
    const bool hasBody = std::ranges::any_of(node.attributes, [](const auto& attribute) {
        return std::holds_alternative<OpaqueGraph>(attribute.second);
    });
    return node.domain.empty() && !hasBody && !node.inputs.empty() &&
           std::ranges::find(kRandomOperators, node.opType) == kRandomOperators.end();
}

/// Which nodes have a value before any run; nodes marked in `excluded` do not count.
std::vector<bool> constantNodes(const Graph& graph, const std::vector<bool>& excluded)
{
    std::vector<bool> isConstant(graph.nodes.size(), false);
    const auto known = [&](TensorId id) {
        const NodeId producer = id == kNoTensor ? kNoNode : graph.tensor(id).producer;
        return id == kNoTensor || graph.tensor(id).constant ||
               (producer != kNoNode && isConstant[static_cast<std::size_t>(producer)]);
    };
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        isConstant[i] = !excluded[i] && isFoldable(graph.nodes[i]) &&
                        std::ranges::all_of(graph.nodes[i].inputs, known);
    }
    return isConstant;
}

/// Values that something outside the constant nodes needs.
std::vector<TensorId> frontier(const Graph& graph, const std::vector<bool>& isConstant)
{
    const auto consumers = consumersOf(graph);
    std::vector<TensorId> wanted;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        for (const TensorId id : graph.nodes[i].outputs) {
            if (!isConstant[i] || id == kNoTensor) {
                continue;
            }
            const bool isRead =
                std::ranges::any_of(consumers[static_cast<std::size_t>(id)], [&](NodeId reader) {
                    return !isConstant[static_cast<std::size_t>(reader)];
                });
            if (isRead || std::ranges::find(graph.outputs, id) != graph.outputs.end()) {
                wanted.push_back(id);
            }
        }
    }
    return wanted;
}

/// The constant nodes alone, as a graph without inputs. Tensor names are kept.
Graph constantPart(const Graph& graph, const std::vector<TensorId>& wanted)
{
    Graph part = graph;
    part.inputs.clear();
    part.outputs = wanted;
    return compacted(part);
}

std::int64_t sizeOf(const TensorInfo& info)
{
    const std::int64_t count = info.shape ? elementCount(*info.shape) : kDynamic;
    return count == kDynamic
               ? 0
               : count *
                     static_cast<std::int64_t>(std::max<std::size_t>(elementSize(info.type), 1));
}

/// Names of nodes of the constant part that blow their inputs up beyond the limit.
std::unordered_set<std::string> hugeNodes(const Graph& part)
{
    std::unordered_set<std::string> names;
    for (const Node& node : part.nodes) {
        std::int64_t growth = 0;
        for (const TensorId id : node.outputs) {
            growth += id == kNoTensor ? 0 : sizeOf(part.tensor(id));
        }
        for (const TensorId id : node.inputs) {
            growth -= id == kNoTensor ? 0 : sizeOf(part.tensor(id));
        }
        if (growth > kMaxFoldGrowthBytes) {
            names.insert(node.name);
        }
    }
    return names;
}

/// Marks what would grow too much; everything behind it stays as well.
Result<std::vector<bool>> tooLarge(const Graph& graph, GraphEvaluator& evaluator)
{
    std::vector<bool> excluded(graph.nodes.size(), false);
    const auto wanted = frontier(graph, constantNodes(graph, excluded));
    if (wanted.empty()) {
        return excluded;
    }
    const auto part = evaluator.inferShapes(constantPart(graph, wanted));
    if (!part) {
        return failFrom(part);
    }
    const auto huge = hugeNodes(*part);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        excluded[i] = huge.contains(graph.nodes[i].name);
    }
    return excluded;
}

} // namespace

Result<Graph> withConstantsFolded(const Graph& graph, GraphEvaluator& evaluator,
                                  std::int64_t& folded)
{
    Graph result = graph;
    const auto excluded = tooLarge(result, evaluator);
    if (!excluded) {
        return failFrom(excluded);
    }
    const std::vector<bool> isConstant = constantNodes(result, *excluded);
    const std::vector<TensorId> wanted = frontier(result, isConstant);
    if (wanted.empty()) {
        return compacted(result);
    }
    auto values = evaluator.evaluateConstants(constantPart(result, wanted));
    if (!values) {
        return failFrom(values);
    }
    if (values->size() != wanted.size()) {
        return fail(ErrorCode::EngineFailure,
                    "the engine returned " + std::to_string(values->size()) +
                        " constants instead of " + std::to_string(wanted.size()));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        setConstant(result, wanted[i], std::move((*values)[i]));
    }
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        if (isConstant[i]) {
            std::ranges::fill(result.nodes[i].outputs, kNoTensor);
            ++folded;
        }
    }
    return compacted(result);
}

Graph withConstantReshapes(const Graph& graph)
{
    Graph result = graph;
    UniqueNames names(graph);
    for (Node& node : result.nodes) {
        if (node.opType != "Reshape" || !node.domain.empty() || node.inputs.size() < 2 ||
            result.tensor(node.inputs[1]).constant) {
            continue;
        }
        const std::optional<Shape> shape = result.tensor(node.outputs.front()).shape;
        const bool isUsable = shape && std::ranges::count(*shape, kDynamic) <= 1 &&
                              std::ranges::find(*shape, std::int64_t{0}) == shape->end();
        if (isUsable) {
            node.inputs[1] = result.addConstant(names.fresh(node.name + ".shape"),
                                                {static_cast<std::int64_t>(shape->size())}, *shape);
        }
    }
    return compacted(result);
}

} // namespace quantoscope::model
