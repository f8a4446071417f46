// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/node_picture.h"

#include <QGraphicsItem>

namespace quantoscope::gui {

/// A node of the graph. Its texts and badges appear as the zoom allows.
class LayerItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    LayerItem(int node, const DrawnNode& drawn);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    [[nodiscard]] int node() const { return m_node; }   ///< index into the drawing
    [[nodiscard]] OutlineId id() const { return m_id; } ///< its layer; of a block: the first one
    [[nodiscard]] const NodePicture& picture() const { return m_picture; }
    void setBadges(const NodeBadges& badges);
    void setOutput(const QString& output);
    /// Fills the node; empty: shades of its operator's colour.
    void setFill(const std::optional<QColor>& fill);
    [[nodiscard]] const std::optional<QColor>& fill() const { return m_picture.fill; }
    void setCurrent(bool current);
    void setChosen(bool chosen);
    void setMatching(bool matching); ///< found by the search
    [[nodiscard]] bool isMatching() const { return m_picture.isMatching; }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    template <typename Value>
    void change(Value& value, const Value& wanted);

    int m_node;
    OutlineId m_id;
    NodePicture m_picture;
};

} // namespace quantoscope::gui
