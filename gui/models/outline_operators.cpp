// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/outline_operators.h"

#include "gui/models/outline_attributes.h"

#include <map>
#include <set>
#include <utility>

namespace quantoscope::gui {

namespace {

/// An operator of a layer; the main one is the layer without what it absorbed.
OutlineEntry operatorEntry(const model::Graph& graph, const model::Node& node,
                           const OutlineEntry& layer, bool isMain)
{
    OutlineEntry entry;
    if (isMain) {
        entry = layer;
        entry.absorbed.clear();
        entry.sites.clear();
    }
    entry.name = node.name;
    entry.opType = node.opType;
    entry.attributes = outlineAttributes(node);
    if (!node.outputs.empty()) {
        entry.outputShape = graph.tensor(node.outputs.front()).shape.value_or(Shape{});
    }
    return entry;
}

/// Grid of what leaves a layer, by tensor, as the layers' edges have it.
std::map<std::string, std::string> sitesByTensor(const ModelOutline& outline)
{
    std::map<std::string, std::string> sites;
    for (const OutlineEdge& edge : outline.edges) {
        sites.emplace(edge.tensor, edge.site);
    }
    return sites;
}

using Nodes = std::vector<std::pair<int, const model::Node*>>; ///< with their operators

void addEdges(ModelOutline& outline, const model::Graph& graph, const Nodes& nodes)
{
    std::map<model::TensorId, int> producers;
    for (const model::TensorId input : graph.inputs) {
        producers.emplace(input, static_cast<int>(producers.size()));
    }
    for (const auto& [index, node] : nodes) {
        for (const model::TensorId output : node->outputs) {
            producers[output] = index;
        }
    }
    const std::map<std::string, std::string> sites = sitesByTensor(outline);
    for (const auto& [index, node] : nodes) {
        std::set<model::TensorId> seen;
        for (const model::TensorId input : node->inputs) {
            const auto producer = producers.find(input);
            if (producer == producers.end() || !seen.insert(input).second) {
                continue;
            }
            const model::TensorInfo& info = graph.tensor(input);
            const auto site = sites.find(info.name);
            outline.operatorEdges.push_back({producer->second, index, info.name,
                                             info.shape.value_or(Shape{}),
                                             site == sites.end() ? std::string() : site->second});
        }
    }
}

} // namespace

void addOperators(ModelOutline& outline, const model::LayerModel& layers, OutlineId firstLayer)
{
    const model::Graph& graph = *layers.graph;
    Nodes nodes;
    const auto next = [&] { return static_cast<int>(outline.operators.size()); };
    for (OutlineId input = 0; input < firstLayer; ++input) {
        outline.operators.push_back(outline.entries[static_cast<std::size_t>(input)]);
        outline.operatorLayers.push_back(input);
    }
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        const OutlineId layer = firstLayer + static_cast<OutlineId>(i);
        const OutlineEntry& entry = outline.entries[static_cast<std::size_t>(layer)];
        for (const model::NodeId id : layers.layers[i].nodes) {
            const model::Node& node = graph.node(id);
            nodes.emplace_back(next(), &node);
            outline.operators.push_back(
                operatorEntry(graph, node, entry, id == layers.layers[i].nodes.front()));
            outline.operatorLayers.push_back(layer);
        }
        if (!layers.layers[i].nodes.empty()) { // the quantizer sits behind the last one
            outline.operators.back().sites = entry.sites;
        }
    }
    addEdges(outline, graph, nodes);
}

} // namespace quantoscope::gui
