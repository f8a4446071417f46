// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/activation_plot.h"

#include "gui/graph/operator_color.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

namespace {
constexpr double kGrip = 6.0; ///< pixels beside a limit that take hold of it
constexpr double kFarAway = 1e30;
/// The range keeps at least this share of what is shown, so that its scale stays a number.
constexpr double kLeastShare = 1e-3;
} // namespace

ActivationPlot::ActivationPlot(QWidget* parent)
    : HistogramPlot(parent), m_counts(addGraph()), m_lowTail(addShade()), m_highTail(addShade()),
      m_lowLine(new QCPItemStraightLine(this)), m_highLine(new QCPItemStraightLine(this))
{
    m_counts->setLineStyle(QCPGraph::lsStepLeft);
    xAxis->setLabel(tr("Value of the output"));
    xAxis->ticker()->setTickCount(4);
    yAxis->setLabel(tr("Values per bin"));
    legend->setVisible(false);
    setAccessibleName(tr("Histogram of the layer's output with its clipping limits"));
    setLogarithmic(true);
    applyColors();
}

void ActivationPlot::setInspection(const session::ActivationInspection& inspection)
{
    setMessage({});
    setSteps(*m_counts, inspection.binEdges, inspection.counts);
    setCountRange(*yAxis, largest(inspection.counts));
    m_isSymmetric = inspection.params.zeroPoints.front() == 0 && inspection.params.qmin < 0;
    if (!isDragging()) { // the hand knows better than what it moved a moment ago
        m_low = static_cast<double>(inspection.clipping.low);
        m_high = static_cast<double>(inspection.clipping.high);
        const double low = std::min(m_low, inspection.minimum);
        const double high = std::max(m_high, inspection.maximum);
        const double margin = std::max(1e-9, 0.04 * (high - low));
        setWholeRange(low - margin, high + margin);
    }
    showLimits();
}

void ActivationPlot::showLimits()
{
    m_lowLine->point1->setCoords(m_low, 0.0);
    m_lowLine->point2->setCoords(m_low, 1.0);
    m_highLine->point1->setCoords(m_high, 0.0);
    m_highLine->point2->setCoords(m_high, 1.0);
    shade(*m_lowTail, -kFarAway, m_low, true);
    shade(*m_highTail, m_high, kFarAway, true);
    replotLater();
}

ActivationPlot::Limit ActivationPlot::limitAt(const QPoint& position) const
{
    if (!axisRect()->rect().contains(position)) {
        return Limit::None;
    }
    const double toLow = std::abs(xAxis->coordToPixel(m_low) - position.x());
    const double toHigh = std::abs(xAxis->coordToPixel(m_high) - position.x());
    if (std::min(toLow, toHigh) > kGrip) {
        return Limit::None;
    }
    return toHigh <= toLow ? Limit::High : Limit::Low;
}

void ActivationPlot::drag(double value)
{
    const double least = kLeastShare * xAxis->range().size();
    if (m_isSymmetric) {
        m_high = std::max(least, std::abs(value));
        m_low = -m_high;
    } else if (m_dragged == Limit::Low) {
        m_low = std::min(0.0, value);
        m_low = m_high < least ? std::min(m_low, m_high - least) : m_low;
    } else {
        m_high = std::max(0.0, value);
        m_high = m_low > -least ? std::max(m_high, m_low + least) : m_high;
    }
    showLimits();
    Q_EMIT dragged(m_low, m_high);
}

void ActivationPlot::mousePressEvent(QMouseEvent* event)
{
    m_dragged = event->button() == Qt::LeftButton ? limitAt(event->pos()) : Limit::None;
    if (!isDragging()) {
        HistogramPlot::mousePressEvent(event);
    }
}

void ActivationPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (isDragging()) {
        drag(xAxis->pixelToCoord(event->pos().x()));
        return;
    }
    setCursor(limitAt(event->pos()) == Limit::None ? Qt::ArrowCursor : Qt::SplitHCursor);
    HistogramPlot::mouseMoveEvent(event);
}

void ActivationPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (isDragging()) {
        m_dragged = Limit::None;
        Q_EMIT dragEnded();
        return;
    }
    HistogramPlot::mouseReleaseEvent(event);
}

void ActivationPlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    m_counts->setPen(QPen(blended(base, QColor(okabe_ito::kGreen), 0.9), 1.0));
    m_counts->setBrush(blended(base, QColor(okabe_ito::kGreen), 0.45));
    for (QCPItemStraightLine* line : {m_lowLine, m_highLine}) {
        line->setPen(QPen(QColor(okabe_ito::kVermillion), 2.0));
        for (QCPItemPosition* point : {line->point1, line->point2}) {
            point->setTypeX(QCPItemPosition::ptPlotCoords);
            point->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
    }
    for (QCPItemRect* tail : {m_lowTail, m_highTail}) {
        tail->setPen(Qt::NoPen);
        tail->setBrush(shadeColor());
    }
}

} // namespace quantoscope::gui
