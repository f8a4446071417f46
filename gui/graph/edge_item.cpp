// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/edge_item.h"

#include "gui/graph/operator_color.h"
#include "gui/models/quantity_text.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kArrowLength = 8.0;
constexpr double kArrowHalfWidth = 3.5;
constexpr double kArrowZoom = 0.3; ///< below, heads are left out
constexpr double kHoverWidth = 8.0;

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

QPolygonF arrowHead(const std::vector<QPointF>& points)
{
    if (points.size() < 2) {
        return {};
    }
    const QPointF tip = points.back();
    QLineF back(tip, points[points.size() - 2]);
    if (back.length() < 0.01) {
        back = QLineF(tip, points.front());
    }
    back.setLength(kArrowLength);
    QLineF side = back.normalVector();
    side.setLength(kArrowHalfWidth);
    const QPointF offset = side.p2() - side.p1();
    return {{tip, back.p2() + offset, back.p2() - offset}};
}

} // namespace

EdgeItem::EdgeItem(const OutlineEdge& edge, const std::vector<QPointF>& points)
    : QGraphicsPathItem(curve(points)), m_arrow(arrowHead(points))
{
    setToolTip(u"<b>"_s % QString::fromStdString(edge.tensor).toHtmlEscaped() % u"</b><br>"_s %
               shapeText(edge.shape));
    setAcceptedMouseButtons(Qt::NoButton);
}

QRectF EdgeItem::boundingRect() const
{
    return path().controlPointRect().adjusted(-kHoverWidth, -kHoverWidth, kHoverWidth, kHoverWidth);
}

QPainterPath EdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(kHoverWidth);
    return stroker.createStroke(path());
}

void EdgeItem::setHighlighted(bool highlighted)
{
    if (highlighted != m_highlighted) {
        m_highlighted = highlighted;
        setZValue(highlighted ? 0.5 : 0.0);
        update();
    }
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    const QPalette palette = widget != nullptr ? widget->palette() : option->palette;
    const double zoom =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const QColor color =
        m_highlighted ? palette.color(QPalette::Highlight)
                      : blended(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.55);
    QPen line(color, m_highlighted ? 2.5 : 1.3);
    line.setCosmetic(zoom < 1.0);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path());
    if (zoom >= kArrowZoom) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(m_arrow);
    }
}

} // namespace quantoscope::gui
