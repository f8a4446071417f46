// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QPainterPath>
#include <QPalette>
#include <QPointF>
#include <QPolygonF>
#include <QString>

#include <vector>

class QPainter;

namespace quantoscope::gui {

/// All that is needed to draw an edge, apart from any scene.
struct EdgePicture
{
    QPainterPath path;
    QPolygonF arrow;
    double width = 1.0;         ///< in scene units; grows with the logarithm of the tensor's size
    bool isHighlighted = false; ///< an end of it is the current node
};

/// \param points cubic Bézier as GraphLayout::Edge has it
[[nodiscard]] EdgePicture edgePicture(const OutlineEdge& edge, const std::vector<QPointF>& points);

/// Width of an edge by the elements of one example's tensor; 1 where the shape is unknown.
[[nodiscard]] double edgeWidth(const Shape& shape);

/// \param zoom decides what is legible and so worth drawing
void paintEdge(QPainter& painter, const EdgePicture& edge, const QPalette& palette, double zoom);

} // namespace quantoscope::gui
