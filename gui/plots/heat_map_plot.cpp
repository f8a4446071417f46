// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/heat_map_plot.h"

#include "gui/graph/operator_color.h"
#include "gui/models/quantity_text.h"

#include <QMouseEvent>

#include <cmath>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

HeatMapPlot::HeatMapPlot(QWidget* parent)
    : ThemedPlot(parent), m_colors(new QCPColorMap(xAxis, yAxis))
{
    m_colors->setInterpolate(false);
    m_colors->setTightBoundary(true);
    axisRect()->setupFullAxesBox();
    xAxis2->setTicks(false);
    yAxis2->setTicks(false);
    yAxis->setRangeReversed(true);
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setVisible(false);
    xAxis->setSubTicks(false);
    yAxis->setSubTicks(false);
    xAxis->ticker()->setTickCount(4);
    yAxis->ticker()->setTickCount(4);
    legend->setVisible(false);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setAccessibleName(tr("Heat map"));
    applyColors();
}

void HeatMapPlot::setMap(HeatMap map, double limit)
{
    setMessage(map.values.empty() ? tr("There is nothing to show.") : QString());
    const bool isSameShape = map.rows == m_map.rows && map.columns == m_map.columns;
    m_map = std::move(map);
    QCPColorMapData& cells = *m_colors->data();
    cells.setSize(m_map.columns, m_map.rows);
    cells.setRange(
        QCPRange(m_map.columnStep / 2.0 - 0.5, (m_map.columns - 0.5) * m_map.columnStep - 0.5),
        QCPRange(m_map.rowStep / 2.0 - 0.5, (m_map.rows - 0.5) * m_map.rowStep - 0.5));
    std::size_t i = 0;
    for (int row = 0; row < m_map.rows; ++row) {
        for (int column = 0; column < m_map.columns; ++column) {
            const float value = m_map.values[i++];
            cells.setCell(column, row, std::isnan(value) ? 0.0 : static_cast<double>(value));
        }
    }
    m_colors->setDataRange(QCPRange(-limit, limit));
    if (!isSameShape) {
        showAll();
    }
    replotLater();
}

void HeatMapPlot::showAll()
{
    xAxis->setRange(-0.5, m_map.columns * m_map.columnStep - 0.5);
    yAxis->setRange(-0.5, m_map.rows * m_map.rowStep - 0.5);
    const QSize room = axisRect()->size();
    if (m_map.tilesPerRow == 0 || room.isEmpty() || m_map.values.empty()) {
        return;
    }
    // Pictures keep their proportions: the axis with room to spare shows more than there is.
    const double wide = xAxis->range().size() / room.width();
    const double high = yAxis->range().size() / room.height();
    if (wide < high) {
        xAxis->scaleRange(high / wide);
    } else {
        yAxis->scaleRange(wide / high);
    }
}

void HeatMapPlot::resizeEvent(QResizeEvent* event)
{
    ThemedPlot::resizeEvent(event);
    plotLayout()->update(QCPLayoutElement::upMargins);
    plotLayout()->update(QCPLayoutElement::upLayout);
    showAll();
    replotLater();
}

void HeatMapPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    showAll();
    replotLater();
    ThemedPlot::mouseDoubleClickEvent(event);
}

void HeatMapPlot::mouseMoveEvent(QMouseEvent* event)
{
    const auto column = static_cast<int>(
        std::floor((xAxis->pixelToCoord(event->pos().x()) + 0.5) / m_map.columnStep));
    const auto row =
        static_cast<int>(std::floor((yAxis->pixelToCoord(event->pos().y()) + 0.5) / m_map.rowStep));
    const bool isInside = axisRect()->rect().contains(event->pos()) && row >= 0 && column >= 0 &&
                          row < m_map.rows && column < m_map.columns;
    const float value =
        isInside
            ? m_map.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_map.columns) +
                           static_cast<std::size_t>(column)]
            : NAN;
    showToolTip(std::isnan(value) ? QString()
                                  : QString(m_map.cellName(row, column) % u": "_s %
                                            numberText(static_cast<double>(value))));
    ThemedPlot::mouseMoveEvent(event);
}

void HeatMapPlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    QCPColorGradient gradient;
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    gradient.setColorStops({{0.0, QColor(okabe_ito::kBlue)},
                            {0.25, blended(base, QColor(okabe_ito::kSkyBlue), 0.75)},
                            {0.5, base},
                            {0.75, blended(base, QColor(okabe_ito::kOrange), 0.75)},
                            {1.0, QColor(okabe_ito::kVermillion)}});
    m_colors->setGradient(gradient);
}

} // namespace quantoscope::gui
