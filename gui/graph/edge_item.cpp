// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/edge_item.h"

#include "gui/models/quantity_text.h"

#include <QPainter>
#include <QPainterPathStroker>
#include <QStringBuilder>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr double kHoverWidth = 8.0;
} // namespace

EdgeItem::EdgeItem(const OutlineEdge& edge, const std::vector<QPointF>& points)
    : m_picture(edgePicture(edge, points))
{
    setToolTip(u"<b>"_s % QString::fromStdString(edge.tensor).toHtmlEscaped() % u"</b><br>"_s %
               shapeText(edge.shape));
    setAcceptedMouseButtons(Qt::NoButton);
    m_bounds = m_picture.path.controlPointRect().adjusted(-kHoverWidth, -kHoverWidth, kHoverWidth,
                                                          kHoverWidth);
}

QPainterPath EdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(kHoverWidth);
    return stroker.createStroke(m_picture.path);
}

void EdgeItem::setHighlighted(bool highlighted)
{
    if (highlighted != m_picture.isHighlighted) {
        m_picture.isHighlighted = highlighted;
        setZValue(highlighted ? 0.5 : 0.0);
        update();
    }
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    paintEdge(*painter, m_picture, widget != nullptr ? widget->palette() : option->palette,
              QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
}

} // namespace quantoscope::gui
