// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/model_outline.h"

#include "gui/models/outline_attributes.h"
#include "gui/models/outline_operators.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace quantoscope::gui {

namespace {

OutlineEntry inputEntry(const model::Graph& graph, model::TensorId tensor)
{
    const model::TensorInfo& info = graph.tensor(tensor);
    OutlineEntry entry;
    entry.name = info.name;
    entry.opType = "Input";
    entry.isInput = true;
    entry.outputShape = info.shape.value_or(Shape{});
    return entry;
}

OutlineEntry layerEntry(const model::Graph& graph, const model::Layer& layer)
{
    OutlineEntry entry;
    entry.name = layer.name;
    entry.opType = layer.opType;
    entry.kind = layer.kind;
    entry.hasWeights = layer.hasWeights();
    entry.parameterCount = layer.parameterCount;
    entry.macs = layer.macs;
    for (const model::Absorbed& absorbed : layer.absorbed) {
        entry.absorbed.push_back(absorbed.opType);
    }
    for (const model::NodeId node : layer.nodes) {
        const std::vector<OutlineAttribute> own = outlineAttributes(graph.node(node));
        entry.attributes.insert(entry.attributes.end(), own.begin(), own.end());
    }
    if (!layer.outputs.empty()) {
        entry.outputShape = graph.tensor(layer.outputs.front()).shape.value_or(Shape{});
    }
    if (layer.hasWeights()) {
        entry.weightShape = graph.tensor(layer.weight).shape.value_or(Shape{});
    }
    return entry;
}

using Producers = std::map<model::TensorId, OutlineId>;

void addEdges(ModelOutline& outline, const model::LayerModel& layers, const Producers& producers,
              OutlineId firstLayer)
{
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        std::set<model::TensorId> seen;
        for (const model::TensorId input : layers.layers[i].inputs) {
            const auto producer = producers.find(input);
            if (producer == producers.end() || !seen.insert(input).second) {
                continue;
            }
            const model::TensorInfo& info = layers.graph->tensor(input);
            outline.edges.push_back({producer->second,
                                     firstLayer + static_cast<OutlineId>(i),
                                     info.name,
                                     info.shape.value_or(Shape{}),
                                     {}});
        }
    }
}

void addSites(ModelOutline& outline, const model::LayerModel& layers, const Producers& producers,
              OutlineId firstLayer)
{
    for (const model::ActivationSite& site : layers.sites) {
        OutlineId id = kNoOutlineId;
        if (site.layer) {
            id = firstLayer + *site.layer;
        } else if (const auto found = producers.find(site.tensor); found != producers.end()) {
            id = found->second;
        }
        if (id >= 0 && id < static_cast<OutlineId>(outline.entries.size())) {
            OutlineEntry& entry = outline.entries[static_cast<std::size_t>(id)];
            entry.sites.push_back(site.name);
            entry.hasTokens |= layers.hasTokens(site);
        }
    }
}

/// What only moves values keeps them on the grid they came on.
void setEdgeSites(ModelOutline& outline, const model::LayerModel& layers)
{
    std::map<OutlineId, std::string> movedSites;
    for (OutlineEdge& edge : outline.edges) { // by reader, and so in topological order
        if (layers.findSite(edge.tensor) != nullptr) {
            edge.site = edge.tensor;
        } else if (const auto moved = movedSites.find(edge.from); moved != movedSites.end()) {
            edge.site = moved->second;
        }
        if (outline.entries[static_cast<std::size_t>(edge.to)].kind == model::LayerKind::Movement) {
            movedSites.try_emplace(edge.to, edge.site);
        }
    }
}

} // namespace

OutlineId ModelOutline::find(const std::string& name) const
{
    const auto found = std::ranges::find(entries, name, &OutlineEntry::name);
    return found == entries.end() ? kNoOutlineId : static_cast<OutlineId>(found - entries.begin());
}

ModelOutline makeOutline(const model::LayerModel& layers)
{
    ModelOutline outline;
    Producers producers;
    for (const model::TensorId input : layers.graph->inputs) {
        producers[input] = static_cast<OutlineId>(outline.entries.size());
        outline.entries.push_back(inputEntry(*layers.graph, input));
    }
    const auto firstLayer = static_cast<OutlineId>(outline.entries.size());
    const auto groups = session::channelGroups(layers);
    for (const model::Layer& layer : layers.layers) {
        for (const model::TensorId output : layer.outputs) {
            producers[output] = static_cast<OutlineId>(outline.entries.size());
        }
        outline.entries.push_back(layerEntry(*layers.graph, layer));
        if (layer.hasWeights()) {
            outline.entries.back().channels = groups.at(layer.name);
            outline.entries.back().splittingObstacle = session::splittingObstacle(layers, layer);
        }
    }
    addEdges(outline, layers, producers, firstLayer);
    addSites(outline, layers, producers, firstLayer);
    setEdgeSites(outline, layers);
    addOperators(outline, layers, firstLayer);
    return outline;
}

} // namespace quantoscope::gui
