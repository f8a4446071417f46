// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph.h"
#include "core/model/graph_edit.h"

#include <utility>

namespace quantoscope::model {

namespace {

/// Which nodes the outputs need, walking from them to the inputs.
std::vector<bool> neededNodes(const Graph& graph, const std::vector<std::vector<TensorId>>& reads)
{
    std::vector<bool> needed(graph.nodes.size(), false);
    std::vector<TensorId> open = graph.outputs;
    while (!open.empty()) {
        const NodeId producer = graph.tensor(open.back()).producer;
        open.pop_back();
        if (producer == kNoNode || needed[static_cast<std::size_t>(producer)]) {
            continue;
        }
        needed[static_cast<std::size_t>(producer)] = true;
        const auto& inputs = reads[static_cast<std::size_t>(producer)];
        open.insert(open.end(), inputs.begin(), inputs.end());
    }
    return needed;
}

/// Which tensors stay: the graph's interface and whatever a kept node names.
std::vector<bool> neededTensors(const Graph& graph, const std::vector<std::vector<TensorId>>& reads,
                                const std::vector<bool>& nodeNeeded)
{
    std::vector<bool> needed(graph.tensors.size(), false);
    const auto keep = [&needed](const std::vector<TensorId>& ids) {
        for (const TensorId id : ids) {
            if (id != kNoTensor) {
                needed[static_cast<std::size_t>(id)] = true;
            }
        }
    };
    keep(graph.inputs);
    keep(graph.outputs);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (nodeNeeded[i]) {
            keep(reads[i]);
            keep(graph.nodes[i].outputs);
        }
    }
    return needed;
}

std::vector<TensorId> renumbered(const std::vector<TensorId>& ids,
                                 const std::vector<TensorId>& newIds)
{
    std::vector<TensorId> result;
    result.reserve(ids.size());
    for (const TensorId id : ids) {
        result.push_back(id == kNoTensor ? kNoTensor : newIds[static_cast<std::size_t>(id)]);
    }
    return result;
}

/// The sorted order, or the order as it stands when nodes form a cycle (the reader rejects those).
std::vector<NodeId> orderOf(const Graph& graph)
{
    if (auto order = topologicalOrder(graph)) {
        return std::move(*order);
    }
    std::vector<NodeId> asIs(graph.nodes.size());
    for (std::size_t i = 0; i < asIs.size(); ++i) {
        asIs[i] = static_cast<NodeId>(i);
    }
    return asIs;
}

} // namespace

Graph compacted(const Graph& graph)
{
    const auto reads = readTensors(graph);
    const std::vector<bool> nodeNeeded = neededNodes(graph, reads);
    const std::vector<bool> tensorNeeded = neededTensors(graph, reads, nodeNeeded);

    Graph result;
    result.name = graph.name;
    result.irVersion = graph.irVersion;
    result.opsets = graph.opsets;
    std::vector<TensorId> newIds(graph.tensors.size(), kNoTensor);
    for (std::size_t i = 0; i < graph.tensors.size(); ++i) {
        if (tensorNeeded[i]) {
            newIds[i] = result.addTensor(graph.tensors[i]);
            result.tensors.back().producer = kNoNode;
        }
    }
    for (const NodeId id : orderOf(graph)) {
        if (nodeNeeded[static_cast<std::size_t>(id)]) {
            Node node = graph.node(id);
            node.inputs = renumbered(node.inputs, newIds);
            node.outputs = renumbered(node.outputs, newIds);
            result.addNode(std::move(node));
        }
    }
    result.inputs = renumbered(graph.inputs, newIds);
    result.outputs = renumbered(graph.outputs, newIds);
    return result;
}

} // namespace quantoscope::model
