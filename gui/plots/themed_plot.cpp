// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/themed_plot.h"

#include "gui/graph/operator_color.h"

#include <QEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <numeric>
#include <vector>

namespace quantoscope::gui {

namespace {

constexpr int kLegendSpacing = 6;

/// How wide a grid is whose cells are filled row by row.
int gridWidth(const std::vector<int>& widths, std::size_t columns)
{
    std::vector<int> widest(columns, 0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widest[i % columns] = std::max(widest[i % columns], widths[i]);
    }
    return std::accumulate(widest.begin(), widest.end(), 0);
}

} // namespace

ThemedPlot::ThemedPlot(QWidget* parent) : QCustomPlot(parent), m_message(new QCPItemText(this))
{
    setLocale(QLocale());
    setNoAntialiasingOnDrag(true);
    setMouseTracking(true);
    m_message->position->setType(QCPItemPosition::ptViewportRatio);
    m_message->position->setCoords(0.5, 0.5);
    m_message->setClipToAxisRect(false);
    m_message->setVisible(false);
    applyTheme();
}

void ThemedPlot::setMessage(const QString& message)
{
    const bool hasMessage = !message.isEmpty();
    m_message->setText(message);
    m_message->setVisible(hasMessage);
    for (QCPLayer* layer :
         {this->layer(QStringLiteral("main")), this->layer(QStringLiteral("axes")),
          this->layer(QStringLiteral("grid")), this->layer(QStringLiteral("legend"))}) {
        layer->setVisible(!hasMessage);
    }
    m_message->setLayer(QStringLiteral("overlay"));
    replotLater();
}

void ThemedPlot::showToolTip(const QString& text)
{
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(QCursor::pos(), text, this);
    }
}

void ThemedPlot::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyTheme();
        applyColors();
        replotLater();
    }
}

void ThemedPlot::putLegendAbove()
{
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, legend);
    plotLayout()->setRowStretchFactor(0, 0.001);
    plotLayout()->setRowSpacing(0);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setBorderPen(Qt::NoPen);
    legend->setMargins({6, 4, 6, 0});
    legend->setVisible(true);
    legend->setColumnSpacing(kLegendSpacing);
    m_legendAbove = true;
}

void ThemedPlot::wrapLegend()
{
    std::vector<int> widths;
    for (const QCPLayoutElement* item : legend->elements(false)) {
        if (item != nullptr) { // a cell may be empty
            widths.push_back(item->minimumOuterSizeHint().width() + kLegendSpacing);
        }
    }
    const int room = width() - 2 * kLegendSpacing;
    std::size_t columns = std::max<std::size_t>(widths.size(), 1);
    while (columns > 1 && gridWidth(widths, columns) > room) {
        --columns;
    }
    legend->setWrap(static_cast<int>(columns));
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst); // puts the items into their new places
}

void ThemedPlot::resizeEvent(QResizeEvent* event)
{
    if (m_legendAbove) {
        wrapLegend();
    }
    QCustomPlot::resizeEvent(event);
}

QColor ThemedPlot::textColor() const
{
    return palette().color(QPalette::Text);
}

QColor ThemedPlot::gridColor() const
{
    return blended(palette().color(QPalette::Base), textColor(), 0.14);
}

void ThemedPlot::applyTheme()
{
    setBackground(palette().brush(QPalette::Base));
    for (QCPAxis* axis : {xAxis, yAxis, xAxis2, yAxis2}) {
        styleAxis(*axis);
    }
    legend->setBrush(Qt::NoBrush);
    legend->setTextColor(textColor());
    legend->setFont(font());
    m_message->setColor(palette().color(QPalette::PlaceholderText));
    m_message->setFont(font());
}

void ThemedPlot::styleAxis(QCPAxis& axis)
{
    const QPen pen(blended(palette().color(QPalette::Base), textColor(), 0.5));
    axis.setBasePen(pen);
    axis.setTickPen(pen);
    axis.setSubTickPen(pen);
    axis.setTickLabelColor(textColor());
    axis.setLabelColor(textColor());
    axis.setTickLabelFont(font());
    axis.setLabelFont(font());
    axis.setLabelPadding(3);
    axis.grid()->setPen(gridColor());
    axis.grid()->setZeroLinePen(pen);
}

} // namespace quantoscope::gui
