// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/edge_picture.h"

#include "gui/graph/operator_color.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

namespace {

constexpr double kArrowLength = 8.0;
constexpr double kArrowHalfWidth = 3.5;
constexpr double kArrowZoom = 0.3;    ///< below, heads are left out
constexpr double kSmallTensor = 64.0; ///< elements that make the thinnest edge
constexpr double kWidestEdge = 6.0;
constexpr double kWidthPerDoubling = 0.36;

QPainterPath curve(const std::vector<QPointF>& points)
{
    QPainterPath path;
    if (points.empty()) {
        return path;
    }
    path.moveTo(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        path.cubicTo(points[i], points[i + 1], points[i + 2]);
    }
    return path;
}

QPolygonF arrowHead(const std::vector<QPointF>& points, double width)
{
    if (points.size() < 2) {
        return {};
    }
    const QPointF tip = points.back();
    QLineF back(tip, points[points.size() - 2]);
    if (back.length() < 0.01) {
        back = QLineF(tip, points.front());
    }
    back.setLength(kArrowLength + width);
    QLineF side = back.normalVector();
    side.setLength(kArrowHalfWidth + width / 2);
    const QPointF offset = side.p2() - side.p1();
    return {{tip, back.p2() + offset, back.p2() - offset}};
}

/// Thin lines that are told apart from afar, and cheap to draw.
QPen linePen(const EdgePicture& edge, const QColor& color, double zoom)
{
    const double width = edge.isHighlighted ? std::max(2.5, edge.width) : edge.width;
    QPen pen(color, std::max(edge.isHighlighted ? 2.0 : 0.8, width * zoom), Qt::SolidLine,
             Qt::FlatCap);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

EdgePicture edgePicture(const OutlineEdge& edge, const std::vector<QPointF>& points)
{
    EdgePicture picture;
    picture.path = curve(points);
    picture.width = edgeWidth(edge.shape);
    picture.arrow = arrowHead(points, picture.width);
    return picture;
}

double edgeWidth(const Shape& shape)
{
    double elements = shape.size() > 1 ? 1.0 : 0.0;
    for (std::size_t axis = 1; axis < shape.size(); ++axis) { // axis 0 is the batch
        elements *= static_cast<double>(std::max(shape[axis], std::int64_t{1}));
    }
    return elements <= kSmallTensor
               ? 1.0
               : std::min(kWidestEdge,
                          1.0 + kWidthPerDoubling * std::log2(elements / kSmallTensor));
}

void paintEdge(QPainter& painter, const EdgePicture& edge, const QPalette& palette, double zoom)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor color =
        edge.isHighlighted ? palette.color(QPalette::Highlight) : blended(base, text, 0.45);
    painter.setRenderHint(QPainter::Antialiasing, zoom >= kArrowZoom);
    painter.setPen(linePen(edge, color, zoom));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge.path);
    if (zoom >= kArrowZoom) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(edge.arrow);
    }
}

} // namespace quantoscope::gui
