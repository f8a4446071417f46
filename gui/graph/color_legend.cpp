// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/color_legend.h"

#include <QFontMetrics>
#include <QPainter>

namespace quantoscope::gui {

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
    paintLegend(painter, rect(), m_content, palette());
}

} // namespace quantoscope::gui
