// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/legend_picture.h"

#include "gui/graph/heat_color.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace quantoscope::gui {

namespace {

constexpr int kMargin = 6;
constexpr int kGap = 5;
constexpr int kSwatch = 11;
constexpr int kLongestScale = 160;
constexpr int kScaleSteps = 24;

int swatchTop(const QRect& line)
{
    return line.top() + (line.height() - kSwatch) / 2;
}

void paintSwatches(QPainter& painter, const QRect& line, const ColorLegendContent& content)
{
    int x = line.left() + kMargin;
    for (const auto& [color, text] : content.swatches) {
        painter.fillRect(x, swatchTop(line), kSwatch, kSwatch, color);
        x += kSwatch + kGap - 1;
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(x, line.top(), width, line.height()), Qt::AlignVCenter, text);
        x += width + 2 * kGap;
    }
}

void paintScale(QPainter& painter, const QRect& line, const ColorLegendContent& content,
                const QPalette& palette)
{
    const int low = painter.fontMetrics().horizontalAdvance(content.low);
    const int high = painter.fontMetrics().horizontalAdvance(content.high);
    const int room = line.width() - 2 * kMargin - 2 * kGap - low - high;
    const int length = std::clamp(room, 0, kLongestScale);
    painter.drawText(QRect(line.left() + kMargin, line.top(), low, line.height()), Qt::AlignVCenter,
                     content.low);
    const int left = line.left() + kMargin + low + kGap;
    for (int i = 0; i < kScaleSteps; ++i) {
        const int from = left + length * i / kScaleSteps;
        const int to = left + length * (i + 1) / kScaleSteps;
        painter.fillRect(from, swatchTop(line), to - from, kSwatch,
                         heatColor((i + 0.5) / kScaleSteps, palette));
    }
    painter.drawText(QRect(left + length + kGap, line.top(), high, line.height()), Qt::AlignVCenter,
                     content.high);
}

} // namespace

void paintLegend(QPainter& painter, const QRect& line, const ColorLegendContent& content,
                 const QPalette& palette)
{
    painter.setPen(palette.color(QPalette::WindowText));
    if (!content.remark.isEmpty()) {
        const QRect room = line.adjusted(kMargin, 0, -kMargin, 0);
        painter.drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(content.remark, Qt::ElideRight, room.width()));
    } else if (!content.swatches.empty()) {
        paintSwatches(painter, line, content);
    } else if (!content.low.isEmpty()) {
        paintScale(painter, line, content, palette);
    }
}

} // namespace quantoscope::gui
