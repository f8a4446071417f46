// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "gui/graph/graph_drawing.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace quantoscope::gui {

/// Where everything lies, in scene units (pixels at zoom 1), y downwards.
struct GraphLayout
{
    struct Edge
    {
        std::size_t edge = 0;        ///< index into GraphDrawing::edges
        std::vector<QPointF> points; ///< cubic Bézier: start, then three points per piece
    };
    std::vector<QPointF> centers; ///< per node
    std::vector<Edge> edges;
    QRectF bounds;
};

/// Space between nodes beside each other, and between rows of them.
inline constexpr double kNodeGap = 18.0;
inline constexpr double kRowGap = 30.0;

/// Up to this many nodes are laid out by dot, whose curves are the better ones but which takes
/// seconds for larger graphs.
inline constexpr std::size_t kMostDotNodes = 400;

/// Lays a graph out from top to bottom: a small one with Graphviz's program `dot`, run as a process
/// of its own so that neither its crash nor its running time can hurt; a large one, and any where
/// dot is not installed, with layeredLayout().
/// Long; call it from a job. Errors: EngineFailure with what dot wrote, Cancelled (dot is killed).
[[nodiscard]] Result<GraphLayout> layoutGraph(const GraphDrawing& drawing,
                                              const JobContext& context);

/// Text for dot, and what its answer (-Tplain) says; apart for tests.
[[nodiscard]] QByteArray toDot(const GraphDrawing& drawing);
[[nodiscard]] Result<GraphLayout> parsePlain(const QByteArray& plain, const GraphDrawing& drawing);

} // namespace quantoscope::gui
