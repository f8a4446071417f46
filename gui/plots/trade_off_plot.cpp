// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/trade_off_plot.h"

#include "gui/graph/operator_color.h"

#include <QLineF>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {

constexpr double kHitRadius = 10.0;
constexpr double kWhiskerWidth = 9.0;
constexpr double kBytesPerKilobyte = 1.0e3;
constexpr double kBytesPerMegabyte = 1.0e6;

} // namespace

TradeOffPlot::TradeOffPlot(QWidget* parent)
    : ThemedPlot(parent), m_tried(addGraph()), m_current(addGraph()), m_reference(addGraph()),
      m_estimated(addGraph()), m_interval(new QCPErrorBars(xAxis, yAxis))
{
    for (QCPGraph* graph : {m_tried, m_current, m_reference, m_estimated}) {
        graph->setLineStyle(QCPGraph::lsNone);
    }
    m_estimated->setName(tr("Estimate"));
    m_interval->removeFromLegend();
    m_interval->setDataPlottable(m_estimated);
    m_interval->setErrorType(QCPErrorBars::etValueError);
    m_interval->setWhiskerWidth(kWhiskerWidth);
    m_tried->setName(tr("Tried"));
    m_current->setName(tr("Current"));
    m_reference->setName(tr("FP32"));
    putLegendAbove();
    setAccessibleName(tr("Accuracy against size of the configurations tried"));
    applyColors();
}

void TradeOffPlot::setQualityLabel(const QString& label)
{
    yAxis->setLabel(label);
    replotLater();
}

void TradeOffPlot::setPoints(std::vector<TradeOffPoint> points, int current,
                             const std::optional<TradeOffPoint>& reference)
{
    m_points = std::move(points);
    m_referencePoint = reference;
    double largest = reference ? reference->sizeBytes : 0.0;
    for (const TradeOffPoint& point : m_points) {
        largest = std::max(largest, point.sizeBytes);
    }
    m_unit = largest >= kBytesPerMegabyte ? kBytesPerMegabyte : kBytesPerKilobyte;
    xAxis->setLabel(m_unit == kBytesPerMegabyte ? tr("Model size (MB)") : tr("Model size (kB)"));

    m_tried->data()->clear();
    m_current->data()->clear();
    m_reference->data()->clear();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        QCPGraph* graph = static_cast<int>(i) == current ? m_current : m_tried;
        graph->addData(m_points[i].sizeBytes / m_unit, m_points[i].quality);
    }
    if (reference) {
        m_reference->addData(reference->sizeBytes / m_unit, reference->quality);
    }
    showEstimate();
}

void TradeOffPlot::setEstimate(const std::optional<TradeOffEstimate>& estimate)
{
    m_estimate = estimate;
    showEstimate();
}

void TradeOffPlot::showEstimate()
{
    m_estimated->data()->clear();
    m_interval->data()->clear();
    if (m_estimate) {
        m_estimated->addData(m_estimate->sizeBytes / m_unit, m_estimate->quality);
        m_interval->addData(m_estimate->quality - m_estimate->low,
                            m_estimate->high - m_estimate->quality);
    }
    legend->clearItems();
    for (QCPGraph* graph : {m_tried, m_current, m_reference, m_estimated}) {
        if (graph->dataCount() > 0) {
            graph->addToLegend();
        }
    }
    setRanges();
    replotLater();
}

QPointF TradeOffPlot::pixelOf(int index) const
{
    return pixelOf(m_points[static_cast<std::size_t>(index)]);
}

QPointF TradeOffPlot::pixelOf(const TradeOffPoint& point) const
{
    return {xAxis->coordToPixel(point.sizeBytes / m_unit), yAxis->coordToPixel(point.quality)};
}

void TradeOffPlot::setRanges()
{
    std::vector<TradeOffPoint> all = m_points;
    if (m_referencePoint) {
        all.push_back(*m_referencePoint);
    }
    if (m_estimate) {
        all.push_back({m_estimate->sizeBytes, m_estimate->low, {}});
        all.push_back({m_estimate->sizeBytes, m_estimate->high, {}});
    }
    if (all.empty()) {
        return;
    }
    const auto [low, high] = std::ranges::minmax_element(all, {}, &TradeOffPoint::quality);
    const double largest =
        std::ranges::max_element(all, {}, &TradeOffPoint::sizeBytes)->sizeBytes / m_unit;
    const double margin = std::max(2.0, 0.12 * (high->quality - low->quality));
    yAxis->setRange(low->quality - margin, high->quality + margin);
    xAxis->setRange(0.0, 1.08 * largest);
}

void TradeOffPlot::applyColors()
{
    const QColor text = textColor();
    m_tried->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(text, 0.5), QColor(okabe_ito::kBlue), 9.0));
    m_current->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(text, 2.0),
                                               QColor(okabe_ito::kVermillion), 13.0));
    m_reference->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(text, 1.0),
                                                 QColor(okabe_ito::kGreen), 12.0));
    m_estimated->setScatterStyle(QCPScatterStyle(
        QCPScatterStyle::ssCircle, QPen(QColor(okabe_ito::kVermillion), 2.0), Qt::NoBrush, 11.0));
    m_interval->setPen(QPen(QColor(okabe_ito::kVermillion), 2.0));
}

void TradeOffPlot::mousePressEvent(QMouseEvent* event)
{
    const int index = pointAt(event->position());
    if (index >= 0 && event->button() == Qt::LeftButton) {
        Q_EMIT pointClicked(index);
    }
    ThemedPlot::mousePressEvent(event);
}

void TradeOffPlot::mouseMoveEvent(QMouseEvent* event)
{
    const int index = pointAt(event->position());
    const bool overReference =
        m_referencePoint &&
        QLineF(pixelOf(*m_referencePoint), event->position()).length() <= kHitRadius;
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index >= 0) {
        showToolTip(m_points[static_cast<std::size_t>(index)].toolTip);
    } else {
        showToolTip(overReference ? m_referencePoint->toolTip : QString());
    }
    ThemedPlot::mouseMoveEvent(event);
}

int TradeOffPlot::pointAt(const QPointF& position) const
{
    int best = -1;
    double nearest = kHitRadius;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const double distance = QLineF(pixelOf(m_points[i]), position).length();
        if (distance <= nearest) {
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace quantoscope::gui
