// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_layout.h"

namespace quantoscope::gui {

/// Lays a graph out in rows after Sugiyama, Tagawa and Toda ("Methods for Visual Understanding of
/// Hierarchical System Structures", 1981): a node's row is its longest way from a source, edges
/// that cross rows get bends in them, rows are ordered by the barycentres of their neighbours, and
/// bends and nodes are pulled over each other as far as the room in their row allows. Edges of one
/// tensor to several readers share their bends. Cycles (collapsing blocks can make some) are cut.
/// Takes time in proportion to nodes, edges and bends. Error: Cancelled.
[[nodiscard]] Result<GraphLayout> layeredLayout(const GraphDrawing& drawing,
                                                const JobContext& context);

/// The places nearest to where items want to be that keep their order and distances: minimizes the
/// weighted squares of what they are moved (pool adjacent violators; Barlow, Bartholomew, Bremner
/// and Brunk 1972).
/// \param wanted  one place per item, in order
/// \param weights positive
/// \param gaps    distance of each item from the one before; [0] is not read
[[nodiscard]] std::vector<double> placedInOrder(const std::vector<double>& wanted,
                                                const std::vector<double>& weights,
                                                const std::vector<double>& gaps);

} // namespace quantoscope::gui
