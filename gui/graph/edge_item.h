// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QGraphicsPathItem>
#include <QPointF>

#include <vector>

namespace quantoscope::gui {

/// A tensor that flows from one layer to another.
class EdgeItem : public QGraphicsPathItem
{
public:
    enum { Type = UserType + 2 };

    /// \param points cubic Bézier as GraphLayout::Edge has it
    EdgeItem(const OutlineEdge& edge, const std::vector<QPointF>& points);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void setHighlighted(bool highlighted); ///< an end of it is the current layer
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QPolygonF m_arrow;
    bool m_highlighted = false;
};

} // namespace quantoscope::gui
