// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/histogram_plot.h"

#include "gui/graph/operator_color.h"

#include <QMouseEvent>

#include <algorithm>

namespace quantoscope::gui {

namespace {
constexpr double kHeadroom = 1.08;
constexpr double kLogarithmicHeadroom = 2.0;
constexpr double kLeastCount = 0.5; ///< below one, so that a single value is seen
} // namespace

HistogramPlot::HistogramPlot(QWidget* parent) : ThemedPlot(parent)
{
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
}

void HistogramPlot::setLogarithmic(bool logarithmic)
{
    if (logarithmic == m_isLogarithmic) {
        return;
    }
    m_isLogarithmic = logarithmic;
    for (QCPAxis* axis : {yAxis, yAxis2}) {
        const double former = axis->range().upper;
        setCountRange(*axis, former / (logarithmic ? kHeadroom : kLogarithmicHeadroom));
    }
    replotLater();
}

void HistogramPlot::setSteps(QCPGraph& graph, const std::vector<double>& edges,
                             const std::vector<double>& counts)
{
    QVector<double> x;
    QVector<double> y;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        x.append(edges[i]);
        y.append(counts[i]);
    }
    if (!edges.empty()) {
        x.append(edges.back());
        y.append(0.0);
    }
    graph.setData(x, y, true);
}

double HistogramPlot::largest(const std::vector<double>& values)
{
    return values.empty() ? 1.0 : std::max(1.0, *std::ranges::max_element(values));
}

void HistogramPlot::applyScale(QCPAxis& axis)
{
    const bool isSet = (axis.scaleType() == QCPAxis::stLogarithmic) == m_isLogarithmic;
    if (isSet) {
        return;
    }
    axis.setScaleType(m_isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(m_isLogarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                                   : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
}

void HistogramPlot::setCountRange(QCPAxis& axis, double most)
{
    applyScale(axis);
    axis.setRange(m_isLogarithmic ? kLeastCount : 0.0,
                  most * (m_isLogarithmic ? kLogarithmicHeadroom : kHeadroom));
}

void HistogramPlot::setWholeRange(double low, double high)
{
    m_whole = QCPRange(low, high);
    xAxis->setRange(m_whole);
}

void HistogramPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_whole.size() > 0.0) {
        xAxis->setRange(m_whole);
        replotLater();
    }
    ThemedPlot::mouseDoubleClickEvent(event);
}

QCPItemRect* HistogramPlot::addShade()
{
    auto* strip = new QCPItemRect(this);
    strip->setLayer(QStringLiteral("grid"));
    for (QCPItemPosition* corner : {strip->topLeft, strip->bottomRight}) {
        corner->setAxes(xAxis, yAxis);
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    strip->setVisible(false);
    strip->setSelectable(false);
    return strip;
}

void HistogramPlot::shade(QCPItemRect& strip, double low, double high, bool isShown)
{
    strip.setVisible(isShown);
    strip.topLeft->setCoords(low, 0.0);
    strip.bottomRight->setCoords(high, 1.0);
}

QColor HistogramPlot::shadeColor() const
{
    return blended(palette().color(QPalette::Base), QColor(okabe_ito::kVermillion), 0.18);
}

} // namespace quantoscope::gui
