// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/color_legend.h"

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
} // namespace

ColorLegend::ColorLegend(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Legend of the graph's colours"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ColorLegend::setContent(const ColorLegendContent& content)
{
    m_content = content;
    update();
}

QSize ColorLegend::sizeHint() const
{
    return {200, fontMetrics().height() + 6};
}

QSize ColorLegend::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ColorLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    if (!m_content.remark.isEmpty()) {
        const QRect line = rect().adjusted(kMargin, 0, -kMargin, 0);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_content.remark, Qt::ElideRight, line.width()));
    } else if (!m_content.swatches.empty()) {
        paintSwatches(painter);
    } else if (!m_content.low.isEmpty()) {
        paintScale(painter);
    }
}

void ColorLegend::paintSwatches(QPainter& painter) const
{
    int x = kMargin;
    for (const auto& [color, text] : m_content.swatches) {
        painter.fillRect(x, (height() - kSwatch) / 2, kSwatch, kSwatch, color);
        x += kSwatch + kGap - 1;
        const int width = fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignVCenter, text);
        x += width + 2 * kGap;
    }
}

void ColorLegend::paintScale(QPainter& painter) const
{
    const int low = fontMetrics().horizontalAdvance(m_content.low);
    const int high = fontMetrics().horizontalAdvance(m_content.high);
    const int room = width() - 2 * kMargin - 2 * kGap - low - high;
    const int length = std::clamp(room, 0, kLongestScale);
    painter.drawText(QRect(kMargin, 0, low, height()), Qt::AlignVCenter, m_content.low);
    const int left = kMargin + low + kGap;
    for (int i = 0; i < kScaleSteps; ++i) {
        const int from = left + length * i / kScaleSteps;
        const int to = left + length * (i + 1) / kScaleSteps;
        painter.fillRect(from, (height() - kSwatch) / 2, to - from, kSwatch,
                         heatColor((i + 0.5) / kScaleSteps, palette()));
    }
    painter.drawText(QRect(left + length + kGap, 0, high, height()), Qt::AlignVCenter,
                     m_content.high);
}

} // namespace quantoscope::gui
