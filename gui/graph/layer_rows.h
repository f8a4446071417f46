// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_drawing.h"

#include <vector>

namespace quantoscope::gui {

/// A drawing cut into rows so that every link leads from a row to the next one.
struct LayerRows
{
    struct Vertex
    {
        int row = 0;
        bool isBend = false;    ///< of an edge that crosses the row; else a node of the drawing
        std::vector<int> above; ///< vertices linked to it in the row before
        std::vector<int> below;
    };
    std::vector<Vertex> vertices;       ///< nodes first, by their index, then the bends
    std::vector<std::vector<int>> rows; ///< vertices of each row
    std::vector<std::vector<int>> ways; ///< by edge of the drawing: its vertices downwards
    std::vector<bool> isUpward;         ///< by edge: drawn against its direction
};

[[nodiscard]] LayerRows makeRows(const GraphDrawing& drawing);

} // namespace quantoscope::gui
