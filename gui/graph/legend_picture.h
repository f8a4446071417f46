// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QRect>
#include <QString>

#include <utility>
#include <vector>

class QPainter;

namespace quantoscope::gui {

/// What the legend says: either swatches, or a scale from harmless to most harm, or nothing.
struct ColorLegendContent
{
    std::vector<std::pair<QColor, QString>> swatches;
    QString low, high; ///< ends of the scale
    QString remark;    ///< instead, where there is nothing to show yet

    [[nodiscard]] bool isEmpty() const { return swatches.empty() && low.isEmpty(); }
};

/// Draws the legend as one line in the painter's font; what has no room is cut off.
void paintLegend(QPainter& painter, const QRect& line, const ColorLegendContent& content,
                 const QPalette& palette);

} // namespace quantoscope::gui
