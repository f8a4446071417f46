// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "gui/graph/edge_picture.h"
#include "gui/graph/legend_picture.h"
#include "gui/graph/node_picture.h"

#include <QImage>

#include <filesystem>
#include <vector>

namespace quantoscope::gui {

/// A graph as it looks at a moment, apart from its scene, so that any thread can draw it.
struct GraphPicture
{
    struct Node
    {
        QPointF center;
        NodePicture picture;
    };
    std::vector<Node> nodes;
    std::vector<EdgePicture> edges;
    QRectF bounds;
    QPalette palette;
    ColorLegendContent legend; ///< written above the graph; may be empty
};

/// \param zoom level of detail, as for paintNode()
void paintGraph(QPainter& painter, const GraphPicture& picture, double zoom);

/// The whole graph scaled to `size` pixels, on nothing. Long for large graphs; Cancelled when told.
[[nodiscard]] Result<QImage> graphImage(const GraphPicture& picture, const QSize& size,
                                        const JobContext& context);

/// Writes the whole graph with its legend on the palette's base: an SVG where the name ends in
/// .svg, in units of pixels at zoom 1; else a PNG at twice that resolution, or less where it would
/// have more than kMostPixels or an edge longer than kLongestEdge. Long; call it from a job.
/// Errors: FileUnwritable, InvalidArgument for an empty graph, Cancelled.
[[nodiscard]] Status writeGraphPicture(const GraphPicture& picture,
                                       const std::filesystem::path& file,
                                       const JobContext& context);

inline constexpr double kMostPixels = 60e6;
inline constexpr double kLongestEdge = 30000.0; ///< QImage's painter ends at 32767

} // namespace quantoscope::gui
