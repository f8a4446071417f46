// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/edge_picture.h"

#include <QGraphicsItem>

namespace quantoscope::gui {

/// A tensor that flows from one node to another.
class EdgeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    /// \param points cubic Bézier as GraphLayout::Edge has it
    EdgeItem(const OutlineEdge& edge, const std::vector<QPointF>& points);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override;
    [[nodiscard]] const EdgePicture& picture() const { return m_picture; }
    void setHighlighted(bool highlighted); ///< an end of it is the current node
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    EdgePicture m_picture;
    QRectF m_bounds;
};

} // namespace quantoscope::gui
