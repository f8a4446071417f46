// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_layout.h"

#include <vector>

namespace quantoscope::gui {

/// Which way to go from a node.
enum class WalkStep {
    Up,   ///< to what it reads
    Down, ///< to what reads it
    Left, ///< to the next branch: what has the same predecessor or successor
    Right,
    First, ///< of the graph
    Last,
};

/// Where a step leads; `node` itself where there is nothing, and the first node from nowhere (-1).
/// Up and Down take the neighbour that lies most nearly above or below; -1 in an empty graph.
[[nodiscard]] int walk(const GraphDrawing& drawing, const std::vector<QPointF>& centers, int node,
                       WalkStep step);

/// The layers that read, over any number of others, what a layer produces; itself first.
[[nodiscard]] std::vector<OutlineId> downstreamOf(const ModelOutline& outline, OutlineId id);

} // namespace quantoscope::gui
