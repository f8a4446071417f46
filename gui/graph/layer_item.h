// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QColor>
#include <QGraphicsItem>
#include <QString>

#include <optional>

namespace quantoscope::gui {

/// Bits shown on a node: "W4", "A8", and a pin beside them.
struct NodeBadges
{
    std::optional<int> weightBits;
    std::optional<int> activationBits;
    bool isPinned = false; ///< a search keeps the weight bits
    friend bool operator==(const NodeBadges&, const NodeBadges&) = default;
};

/// A layer in the graph. Its texts and badges appear as the zoom allows.
class LayerItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    LayerItem(OutlineId id, const OutlineEntry& entry);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] OutlineId id() const { return m_id; }
    void setBadges(const NodeBadges& badges);
    /// Fills the node; empty: shades of its operator's colour.
    void setFill(const std::optional<QColor>& fill);
    [[nodiscard]] const std::optional<QColor>& fill() const { return m_fill; }
    void setCurrent(bool current);
    void setMatching(bool matching); ///< found by the search
    [[nodiscard]] bool isMatching() const { return m_matching; }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintTexts(QPainter& painter, const QPalette& palette, bool withDetails) const;
    void paintBadges(QPainter& painter, const QPalette& palette) const;

    OutlineId m_id;
    QString m_operator;
    QString m_name;
    QString m_shape;
    QColor m_color;
    std::optional<QColor> m_fill;
    NodeBadges m_badges;
    bool m_current = false;
    bool m_matching = false;
};

} // namespace quantoscope::gui
