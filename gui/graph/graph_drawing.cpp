// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_drawing.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace quantoscope::gui {

namespace {

const std::vector<OutlineEntry>& entriesOf(const ModelOutline& outline, GraphDetail detail)
{
    return detail == GraphDetail::Layers ? outline.entries : outline.operators;
}

OutlineId layerOf(const ModelOutline& outline, GraphDetail detail, std::size_t entry)
{
    return detail == GraphDetail::Layers ? static_cast<OutlineId>(entry)
                                         : outline.operatorLayers[entry];
}

std::string collapsedScopeOf(const OutlineEntry& entry, const std::set<std::string>& collapsed)
{
    if (entry.isInput || collapsed.empty()) {
        return {};
    }
    const std::vector<std::string> scopes = scopesOf(entry.name);
    const auto outermost = std::ranges::find_if(
        scopes, [&](const std::string& scope) { return collapsed.contains(scope); });
    return outermost == scopes.end() ? std::string() : *outermost;
}

void addTo(DrawnNode& block, const OutlineEntry& entry, OutlineId layer)
{
    block.entry.parameterCount += entry.parameterCount;
    block.entry.macs += entry.macs;
    block.entry.outputShape = entry.outputShape; // of the last one
    if (block.layers.empty() || block.layers.back() != layer) {
        block.layers.push_back(layer);
    }
    block.members.push_back(entry);
}

DrawnNode blockNode(const std::string& scope)
{
    DrawnNode node;
    node.scope = scope;
    node.entry.name = scope;
    node.entry.opType = scope.substr(scope.rfind('/') + 1);
    return node;
}

void addNodes(GraphDrawing& drawing, std::vector<int>& nodeOfEntry, const ModelOutline& outline,
              GraphDetail detail, const std::set<std::string>& collapsed)
{
    std::map<std::string, int> blocks;
    const std::vector<OutlineEntry>& entries = entriesOf(outline, detail);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const OutlineId layer = layerOf(outline, detail, i);
        const std::string scope = collapsedScopeOf(entries[i], collapsed);
        const auto next = static_cast<int>(drawing.nodes.size());
        int node = next;
        if (scope.empty()) {
            drawing.nodes.push_back({entries[i], {layer}, {}, {}});
        } else {
            node = blocks.try_emplace(scope, next).first->second;
            if (node == next) {
                drawing.nodes.push_back(blockNode(scope));
            }
            addTo(drawing.nodes[static_cast<std::size_t>(node)], entries[i], layer);
        }
        nodeOfEntry.push_back(node);
        int& shown = drawing.nodeOf[static_cast<std::size_t>(layer)];
        shown = shown < 0 ? node : shown; // a layer's main operator comes first
    }
}

} // namespace

GraphDrawing drawGraph(const ModelOutline& outline, GraphDetail detail,
                       const std::set<std::string>& collapsed)
{
    GraphDrawing drawing;
    drawing.nodeOf.assign(outline.entries.size(), -1);
    std::vector<int> nodeOfEntry;
    addNodes(drawing, nodeOfEntry, outline, detail, collapsed);
    std::set<std::tuple<int, int, std::string>> drawn;
    for (const OutlineEdge& edge :
         detail == GraphDetail::Layers ? outline.edges : outline.operatorEdges) {
        OutlineEdge moved = edge;
        moved.from = nodeOfEntry[static_cast<std::size_t>(edge.from)];
        moved.to = nodeOfEntry[static_cast<std::size_t>(edge.to)];
        if (moved.from != moved.to && drawn.emplace(moved.from, moved.to, moved.tensor).second) {
            drawing.edges.push_back(std::move(moved));
        }
    }
    return drawing;
}

std::vector<std::string> scopesOf(const std::string& name)
{
    std::vector<std::string> scopes;
    for (std::size_t slash = name.find('/', 1); slash != std::string::npos;
         slash = name.find('/', slash + 1)) {
        scopes.push_back(name.substr(0, slash));
    }
    return scopes;
}

std::set<std::string> collapsibleScopes(const ModelOutline& outline, GraphDetail detail)
{
    std::map<std::string, int> counts;
    int total = 0;
    for (const OutlineEntry& entry : entriesOf(outline, detail)) {
        if (!entry.isInput) {
            ++total;
            for (const std::string& scope : scopesOf(entry.name)) {
                ++counts[scope];
            }
        }
    }
    std::set<std::string> scopes;
    for (const auto& [scope, count] : counts) {
        if (count > 1 && count < total) {
            scopes.insert(scope);
        }
    }
    for (const auto& [scope, count] : counts) {
        for (const std::string& outer : scopesOf(scope)) {
            if (scopes.contains(scope) && counts[outer] == count) {
                scopes.erase(outer);
            }
        }
    }
    return scopes;
}

} // namespace quantoscope::gui
