// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quantoscope::gui {

/// What a node of the drawn graph is: a layer with what it absorbed, or one operator.
enum class GraphDetail { Layers, Operators };

/// A node as it is drawn: a layer, an operator of one, or a collapsed block of them.
struct DrawnNode
{
    OutlineEntry entry;                ///< what is written on it
    std::vector<OutlineId> layers;     ///< layers it stands for, ascending; an operator: its layer
    std::string scope;                 ///< of a collapsed block; empty for any other node
    std::vector<OutlineEntry> members; ///< of a collapsed block

    [[nodiscard]] bool isBlock() const { return !scope.empty(); }
};

/// The graph as it is drawn. Edges run between nodes, by index.
struct GraphDrawing
{
    std::vector<DrawnNode> nodes;
    std::vector<OutlineEdge> edges;
    std::vector<int> nodeOf; ///< by OutlineId: the node to show for a layer
};

using GraphDrawingPtr = std::shared_ptr<const GraphDrawing>;

/// \param collapsed name scopes ("block1/depthwise") whose nodes are drawn as one; of nested ones
///                  the outermost counts
[[nodiscard]] GraphDrawing drawGraph(const ModelOutline& outline,
                                     GraphDetail detail = GraphDetail::Layers,
                                     const std::set<std::string>& collapsed = {});

/// The scopes a name lies in, outermost first: "a/b/c" -> "a", "a/b".
[[nodiscard]] std::vector<std::string> scopesOf(const std::string& name);

/// Scopes worth collapsing: those that hold several nodes but not all of them, and of scopes that
/// hold the same nodes the innermost.
[[nodiscard]] std::set<std::string> collapsibleScopes(const ModelOutline& outline,
                                                      GraphDetail detail);

} // namespace quantoscope::gui
