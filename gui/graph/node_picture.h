// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_drawing.h"

#include <QColor>
#include <QPalette>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>

class QPainter;

namespace quantoscope::gui {

/// Size of every node in scene units (pixels at zoom 1).
inline constexpr QSizeF kNodeSize(176.0, 54.0);

/// Where a node lies round its centre, and where what it says of its output does.
[[nodiscard]] QRectF nodeBody();
[[nodiscard]] QRectF outputLabel();

/// Fewest and most bits of what a node stands for.
struct BitsRange
{
    int fewest = 0;
    int most = 0;
    friend bool operator==(const BitsRange&, const BitsRange&) = default;
};

/// Bits shown on a node: "W4", "A8", "W2–8" on a block, and a pin beside them.
struct NodeBadges
{
    std::optional<BitsRange> weightBits;
    std::optional<BitsRange> activationBits;
    bool isPinned = false; ///< a search keeps the weight bits
    friend bool operator==(const NodeBadges&, const NodeBadges&) = default;
};

/// All that is needed to draw a node, apart from any scene, so that any thread can do it.
struct NodePicture
{
    QString title;
    QString name;
    QString shape;
    QString output;             ///< beside the edges below it: "A8 32×112×112"
    QColor color;               ///< of its kind of operator
    std::optional<QColor> fill; ///< empty: shades of `color`
    NodeBadges badges;
    bool isBlock = false;
    bool isCurrent = false;
    bool isChosen = false;
    bool isMatching = false; ///< found by the search
};

[[nodiscard]] NodePicture nodePicture(const DrawnNode& node);

/// Draws round the origin. \param zoom decides what is legible and so worth drawing
void paintNode(QPainter& painter, const NodePicture& node, const QPalette& palette, double zoom);

/// "32×112×112": without the batch, which is the same everywhere.
[[nodiscard]] QString shortShapeText(const Shape& shape);

} // namespace quantoscope::gui
