// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/layer_item.h"

#include "gui/models/layer_column_text.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace quantoscope::gui {

namespace {
constexpr double kMargin = 6.0;
} // namespace

LayerItem::LayerItem(int node, const DrawnNode& drawn)
    : m_node(node), m_id(drawn.layers.empty() ? kNoOutlineId : drawn.layers.front()),
      m_picture(nodePicture(drawn))
{
    setToolTip(layerToolTip(drawn.entry));
    setCursor(Qt::PointingHandCursor);
}

QRectF LayerItem::boundingRect() const
{
    return nodeBody().adjusted(-kMargin, -kMargin, kMargin, kMargin) | outputLabel();
}

QPainterPath LayerItem::shape() const
{
    QPainterPath body;
    body.addRect(nodeBody());
    return body;
}

template <typename Value>
void LayerItem::change(Value& value, const Value& wanted)
{
    if (value != wanted) {
        value = wanted;
        update();
    }
}

void LayerItem::setBadges(const NodeBadges& badges)
{
    change(m_picture.badges, badges);
}

void LayerItem::setOutput(const QString& output)
{
    change(m_picture.output, output);
}

void LayerItem::setFill(const std::optional<QColor>& fill)
{
    change(m_picture.fill, fill);
}

void LayerItem::setCurrent(bool current)
{
    change(m_picture.isCurrent, current);
    setZValue(current ? 2.0 : 1.0);
}

void LayerItem::setChosen(bool chosen)
{
    change(m_picture.isChosen, chosen);
}

void LayerItem::setMatching(bool matching)
{
    change(m_picture.isMatching, matching);
}

void LayerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget)
{
    paintNode(*painter, m_picture, widget != nullptr ? widget->palette() : option->palette,
              QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
}

} // namespace quantoscope::gui
