// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "gui/models/model_outline.h"

#include <QByteArray>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace quantoscope::gui {

/// Where everything lies, in scene units (pixels at zoom 1), y downwards.
struct GraphLayout
{
    struct Edge
    {
        std::size_t edge = 0;        ///< index into ModelOutline::edges
        std::vector<QPointF> points; ///< cubic Bézier: start, then three points per piece
    };
    std::vector<QPointF> centers; ///< per outline entry
    std::vector<Edge> edges;
    QRectF bounds;
};

/// Size of every node in scene units.
inline constexpr QSizeF kNodeSize(176.0, 54.0);

/// Lays the model out from top to bottom with Graphviz's program `dot`, run as a process of its own
/// so that neither its crash nor its running time can hurt. Above some thousand layers edges become
/// straight lines and dot's optimisation rounds are limited.
/// Long; call it from a job. Errors: Unsupported when dot is not installed, EngineFailure with what
/// dot wrote, Cancelled (dot is killed).
[[nodiscard]] Result<GraphLayout> layoutGraph(const ModelOutline& outline,
                                              const JobContext& context);

/// Text for dot, and what its answer (-Tplain) says; apart for tests.
[[nodiscard]] QByteArray toDot(const ModelOutline& outline);
[[nodiscard]] Result<GraphLayout> parsePlain(const QByteArray& plain, const ModelOutline& outline);

} // namespace quantoscope::gui
