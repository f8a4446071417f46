// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/trade_off_plot.h"

#include "gui/graph/operator_color.h"

#include <QApplication>
#include <QLineF>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace quantoscope::gui {

namespace {

constexpr double kHitRadius = 10.0;
constexpr double kWhiskerWidth = 9.0;

/// Bounds of what the plot shows.
struct Extent
{
    void add(double cost, double quality)
    {
        addCost(cost);
        addQuality(quality);
    }
    void addCost(double cost)
    {
        cheapest = std::min(cheapest, cost);
        dearest = std::max(dearest, cost);
    }
    void addQuality(double quality)
    {
        lowest = std::min(lowest, quality);
        highest = std::max(highest, quality);
    }
    [[nodiscard]] bool isComplete() const { return cheapest <= dearest && lowest <= highest; }

    double cheapest = std::numeric_limits<double>::max();
    double dearest = std::numeric_limits<double>::lowest();
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
};

} // namespace

TradeOffPlot::TradeOffPlot(QWidget* parent)
    : ThemedPlot(parent), m_tried(addGraph()), m_current(addGraph()), m_reference(addGraph()),
      m_estimated(addGraph()), m_interval(new QCPErrorBars(xAxis, yAxis)), m_search(*this)
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
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    putLegendAbove();
    legend->setIconSize(20, 14); // there may be many entries
    legend->setRowSpacing(0);
    setAccessibleName(tr("Accuracy against cost of the configurations tried"));
    applyColors();
}

void TradeOffPlot::setQualityLabel(const QString& label)
{
    yAxis->setLabel(label);
    replotLater();
}

void TradeOffPlot::setCostAxis(CostAxis axis)
{
    m_axis = axis;
    m_isZoomed = false;
    setEstimate(std::nullopt);
}

void TradeOffPlot::setPoints(std::vector<TradeOffPoint> points, int current,
                             const std::optional<TradeOffPoint>& reference)
{
    m_points = std::move(points);
    m_referencePoint = reference;
    setUnit();
    m_tried->data()->clear();
    m_current->data()->clear();
    m_reference->data()->clear();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        QCPGraph* graph = static_cast<int>(i) == current ? m_current : m_tried;
        graph->addData(m_points[i].cost / m_unit, m_points[i].quality);
    }
    if (reference) {
        m_reference->addData(reference->cost / m_unit, reference->quality);
    }
    m_search.setUnit(m_unit);
    refresh();
}

void TradeOffPlot::setUnit()
{
    double dearest = m_referencePoint ? m_referencePoint->cost : 0.0;
    for (const TradeOffPoint& point : m_points) {
        dearest = std::max(dearest, point.cost);
    }
    for (const SearchMark& mark : m_search.curves().tried) {
        dearest = std::max(dearest, mark.cost);
    }
    const CostUnit unit = costUnit(m_axis, dearest);
    m_unit = unit.divisor;
    xAxis->setLabel(unit.label);
}

void TradeOffPlot::setSearch(SearchCurves curves)
{
    if (curves.isEmpty()) {
        m_isZoomed = false;
    }
    m_search.setCurves(std::move(curves), m_unit);
    refresh();
}

void TradeOffPlot::setSelectedMark(int index)
{
    m_search.setSelected(index);
    replotLater();
}

void TradeOffPlot::setEstimate(const std::optional<TradeOffEstimate>& estimate)
{
    m_estimate = estimate;
    m_estimated->data()->clear();
    m_interval->data()->clear();
    if (m_estimate) {
        m_estimated->addData(m_estimate->cost / m_unit, m_estimate->quality);
        m_interval->addData(m_estimate->quality - m_estimate->low,
                            m_estimate->high - m_estimate->quality);
    }
    refresh();
}

void TradeOffPlot::refresh()
{
    if (!m_isZoomed) {
        setRanges();
    }
    legend->clearItems();
    // Beside a search FP32 is a line with its name on it.
    for (QCPGraph* graph : {m_tried, m_current, m_reference, m_estimated}) {
        if (graph->dataCount() > 0 && (graph != m_reference || m_search.curves().isEmpty())) {
            graph->addToLegend();
        }
    }
    m_search.addToLegend();
    wrapLegend();
    replotLater();
}

QPointF TradeOffPlot::pixelOf(int index) const
{
    return pixelOf(m_points[static_cast<std::size_t>(index)]);
}

QPointF TradeOffPlot::pixelOf(const TradeOffPoint& point) const
{
    return {xAxis->coordToPixel(point.cost / m_unit), yAxis->coordToPixel(point.quality)};
}

void TradeOffPlot::setRanges()
{
    Extent extent;
    for (const TradeOffPoint& point : m_points) {
        extent.add(point.cost, point.quality);
    }
    if (m_estimate) {
        extent.add(m_estimate->cost, m_estimate->low);
        extent.add(m_estimate->cost, m_estimate->high);
    }
    const SearchCurves& search = m_search.curves();
    for (const SearchMark& mark : search.tried) {
        extent.addCost(mark.cost);
        if (!std::isnan(mark.quality)) {
            extent.addQuality(mark.low);
            extent.addQuality(mark.high);
        }
    }
    // Next to FP32, the configurations of a search would all lie on one another.
    if (m_referencePoint && search.isEmpty()) {
        extent.add(m_referencePoint->cost, m_referencePoint->quality);
    }
    for (const QPointF& point : search.predicted) {
        extent.addCost(point.x());
    }
    for (const std::optional<double>& quality : {search.budgetQuality, search.floatQuality}) {
        if (quality && !search.isEmpty()) {
            extent.addQuality(*quality);
        }
    }
    if (!extent.isComplete()) {
        return;
    }
    const double margin = std::max(2.0, 0.12 * (extent.highest - extent.lowest));
    yAxis->setRange(extent.lowest - margin, extent.highest + margin);
    const double least = search.isEmpty() ? 0.0 : extent.cheapest;
    const double space = 0.08 * (extent.dearest - least);
    xAxis->setRange((search.isEmpty() ? 0.0 : least - space) / m_unit,
                    (extent.dearest + space) / m_unit);
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
    m_search.setColors(text, palette().color(QPalette::Base), font());
}

void TradeOffPlot::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    ThemedPlot::mousePressEvent(event);
}

void TradeOffPlot::mouseReleaseEvent(QMouseEvent* event)
{
    ThemedPlot::mouseReleaseEvent(event);
    const QPointF at = event->position();
    if (event->button() != Qt::LeftButton ||
        QLineF(m_pressed, at).length() >= QApplication::startDragDistance()) {
        return;
    }
    const int index = pointAt(at);
    const int mark = m_search.markAt(at, kHitRadius);
    if (mark >= 0 && (index < 0 || QLineF(m_search.pixelOf(mark), at).length() <
                                       QLineF(pixelOf(index), at).length())) {
        Q_EMIT markClicked(mark);
    } else if (index >= 0) {
        Q_EMIT pointClicked(index);
    }
}

void TradeOffPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (pointAt(event->position()) < 0 && m_search.markAt(event->position(), kHitRadius) < 0) {
        m_isZoomed = false;
        setRanges();
        replotLater();
    }
    ThemedPlot::mouseDoubleClickEvent(event);
}

void TradeOffPlot::wheelEvent(QWheelEvent* event)
{
    m_isZoomed = true;
    ThemedPlot::wheelEvent(event);
}

void TradeOffPlot::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (event->buttons().testFlag(Qt::LeftButton)) {
        m_isZoomed = true;
    } else {
        const bool overPoint = pointAt(at) >= 0 || m_search.markAt(at, kHitRadius) >= 0;
        setCursor(overPoint ? Qt::PointingHandCursor : Qt::ArrowCursor);
        showToolTip(toolTipAt(at));
    }
    ThemedPlot::mouseMoveEvent(event);
}

QString TradeOffPlot::toolTipAt(const QPointF& position) const
{
    if (const int mark = m_search.markAt(position, kHitRadius); mark >= 0) {
        return m_search.curves().tried[static_cast<std::size_t>(mark)].toolTip;
    }
    if (const int index = pointAt(position); index >= 0) {
        return m_points[static_cast<std::size_t>(index)].toolTip;
    }
    const bool overReference =
        m_referencePoint && QLineF(pixelOf(*m_referencePoint), position).length() <= kHitRadius;
    return overReference ? m_referencePoint->toolTip : QString();
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
