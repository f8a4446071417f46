// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph_edit.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <unordered_map>
#include <utility>

namespace quantoscope::model {

namespace {

void forEachCapture(const Node& node, const std::function<void(const std::string&)>& visit)
{
    for (const auto& [name, attribute] : node.attributes) {
        if (const auto* body = std::get_if<OpaqueGraph>(&attribute)) {
            for (const std::string& captured : body->capturedTensors) {
                visit(captured);
            }
        }
    }
}

void addOnce(std::vector<TensorId>& ids, TensorId id)
{
    if (id != kNoTensor && std::ranges::find(ids, id) == ids.end()) {
        ids.push_back(id);
    }
}

} // namespace

std::unordered_set<std::string> capturedNames(const Graph& graph)
{
    std::unordered_set<std::string> names;
    for (const Node& node : graph.nodes) {
        forEachCapture(node, [&names](const std::string& name) { names.insert(name); });
    }
    return names;
}

std::vector<std::vector<TensorId>> readTensors(const Graph& graph)
{
    std::unordered_map<std::string, TensorId> captured;
    for (const std::string& name : capturedNames(graph)) {
        if (const auto id = graph.findTensor(name)) {
            captured.emplace(name, *id);
        }
    }
    std::vector<std::vector<TensorId>> reads(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        for (const TensorId id : graph.nodes[i].inputs) {
            addOnce(reads[i], id);
        }
        forEachCapture(graph.nodes[i], [&](const std::string& name) {
            if (const auto found = captured.find(name); found != captured.end()) {
                addOnce(reads[i], found->second);
            }
        });
    }
    return reads;
}

std::optional<std::vector<NodeId>> topologicalOrder(const Graph& graph)
{
    const auto consumers = consumersOf(graph);
    const auto reads = readTensors(graph);
    std::vector<int> missing(graph.nodes.size(), 0);
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        for (const TensorId id : reads[i]) {
            missing[i] += graph.tensor(id).producer != kNoNode ? 1 : 0;
        }
        if (missing[i] == 0) {
            ready.push(i);
        }
    }
    std::vector<NodeId> order;
    while (!ready.empty()) {
        const std::size_t index = ready.top();
        ready.pop();
        order.push_back(static_cast<NodeId>(index));
        for (const TensorId output : graph.nodes[index].outputs) {
            if (output == kNoTensor) {
                continue;
            }
            for (const NodeId reader : consumers[static_cast<std::size_t>(output)]) {
                if (--missing[static_cast<std::size_t>(reader)] == 0) {
                    ready.push(static_cast<std::size_t>(reader));
                }
            }
        }
    }
    if (order.size() != graph.nodes.size()) {
        return std::nullopt;
    }
    return order;
}

void replaceUses(Graph& graph, TensorId oldTensor, TensorId newTensor)
{
    for (Node& node : graph.nodes) {
        std::ranges::replace(node.inputs, oldTensor, newTensor);
    }
}

bool bypassNode(Graph& graph, NodeId id)
{
    const TensorId from = graph.node(id).inputs.front();
    const TensorId to = graph.node(id).outputs.front();
    const auto captured = capturedNames(graph);
    const auto isOutput = [&graph](TensorId tensor) {
        return std::ranges::find(graph.outputs, tensor) != graph.outputs.end();
    };
    if (captured.contains(graph.tensor(to).name)) {
        return false;
    }
    if (!isOutput(to)) {
        replaceUses(graph, to, from);
        std::ranges::fill(graph.node(id).outputs, kNoTensor);
        return true;
    }
    const NodeId producer = graph.tensor(from).producer;
    if (producer == kNoNode || isOutput(from) || captured.contains(graph.tensor(from).name)) {
        return false;
    }
    std::ranges::fill(graph.node(id).outputs, kNoTensor);
    std::ranges::replace(graph.node(producer).outputs, from, to);
    graph.tensor(to).producer = producer;
    graph.tensor(from).producer = kNoNode;
    replaceUses(graph, from, to);
    return true;
}

UniqueNames::UniqueNames(const Graph& graph)
{
    for (const TensorInfo& info : graph.tensors) {
        m_taken.insert(info.name);
    }
    for (const Node& node : graph.nodes) {
        m_taken.insert(node.name);
    }
}

bool UniqueNames::take(const std::string& name)
{
    return m_taken.insert(name).second;
}

std::string UniqueNames::fresh(const std::string& wanted)
{
    std::string name = wanted;
    for (int i = 2; !take(name); ++i) {
        name = wanted + "_" + std::to_string(i);
    }
    return name;
}

} // namespace quantoscope::model
