// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_walk.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace quantoscope::gui {

namespace {

double xOf(const std::vector<QPointF>& centers, int node)
{
    return centers[static_cast<std::size_t>(node)].x();
}

std::set<int> neighbours(const GraphDrawing& drawing, int node, bool down)
{
    std::set<int> found;
    for (const OutlineEdge& edge : drawing.edges) {
        if (down ? edge.from == node : edge.to == node) {
            found.insert(down ? edge.to : edge.from);
        }
    }
    return found;
}

std::set<int> siblings(const GraphDrawing& drawing, int node)
{
    std::set<int> found;
    for (const bool down : {false, true}) {
        for (const int shared : neighbours(drawing, node, down)) {
            found.merge(neighbours(drawing, shared, !down));
        }
    }
    found.erase(node);
    return found;
}

int nearest(const std::set<int>& candidates, const std::vector<QPointF>& centers, int node)
{
    const auto distance = [&](int other) {
        return std::abs(xOf(centers, other) - xOf(centers, node));
    };
    const auto found = std::ranges::min_element(candidates, {}, distance);
    return found == candidates.end() ? node : *found;
}

} // namespace

int walk(const GraphDrawing& drawing, const std::vector<QPointF>& centers, int node, WalkStep step)
{
    const auto count = static_cast<int>(drawing.nodes.size());
    if (count == 0) {
        return -1;
    }
    if (step == WalkStep::First || node < 0) {
        return step == WalkStep::Last ? count - 1 : 0;
    }
    if (step == WalkStep::Last) {
        return count - 1;
    }
    if (step == WalkStep::Up || step == WalkStep::Down) {
        return nearest(neighbours(drawing, node, step == WalkStep::Down), centers, node);
    }
    std::set<int> aside = siblings(drawing, node);
    std::erase_if(aside, [&](int other) {
        const double offset = xOf(centers, other) - xOf(centers, node);
        return step == WalkStep::Left ? offset >= 0.0 : offset <= 0.0;
    });
    return nearest(aside, centers, node);
}

std::vector<OutlineId> downstreamOf(const ModelOutline& outline, OutlineId id)
{
    std::vector<std::vector<OutlineId>> readers(outline.entries.size());
    for (const OutlineEdge& edge : outline.edges) {
        readers[static_cast<std::size_t>(edge.from)].push_back(edge.to);
    }
    std::vector<OutlineId> found{id};
    std::set<OutlineId> seen{id};
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (const OutlineId reader : readers[static_cast<std::size_t>(found[next])]) {
            if (seen.insert(reader).second) {
                found.push_back(reader);
            }
        }
    }
    return found;
}

} // namespace quantoscope::gui
