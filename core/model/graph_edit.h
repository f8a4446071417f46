// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace quantoscope::model {

/// For every node, the tensors it reads, each once: inputs, then what its sub-graphs capture.
[[nodiscard]] std::vector<std::vector<TensorId>> readTensors(const Graph& graph);

/// Node indices in a stable topological order; empty optional when the nodes form a cycle.
[[nodiscard]] std::optional<std::vector<NodeId>> topologicalOrder(const Graph& graph);

/// Names of outer tensors that some sub-graph reads; these must not be renamed or removed.
[[nodiscard]] std::unordered_set<std::string> capturedNames(const Graph& graph);

/// Replaces `oldTensor` by `newTensor` as input of every node.
void replaceUses(Graph& graph, TensorId oldTensor, TensorId newTensor);

/// Takes a node out that hands its first input on as its first output; the graph's inputs and
/// outputs keep their names. Returns false and changes nothing where that cannot be (its output
/// is a graph output fed by an input or by another output, or a sub-graph reads either by name).
[[nodiscard]] bool bypassNode(Graph& graph, NodeId id);

/// Hands out names that no tensor or node of a graph has yet: "x", "x_2", "x_3", ...
class UniqueNames
{
public:
    UniqueNames() = default;
    explicit UniqueNames(const Graph& graph);
    /// Marks the name as taken; false when it already was.
    bool take(const std::string& name);
    [[nodiscard]] std::string fresh(const std::string& wanted);

private:
    std::unordered_set<std::string> m_taken;
};

} // namespace quantoscope::model
