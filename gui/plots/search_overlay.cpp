// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/search_overlay.h"

#include "gui/graph/operator_color.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMarkSize = 8.0;
constexpr double kRingSize = 17.0;
constexpr double kWhiskerWidth = 7.0;
constexpr double kLabelGap = 3.0;

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui::SearchOverlay", text);
}

/// The palette's colours are made for fills; lines on white need more contrast.
QColor lineColor(QRgb color, const QColor& base)
{
    return base.lightnessF() > 0.5F ? QColor(color).darker(125) : QColor(color);
}

QCPScatterStyle hollow(QCPScatterStyle::ScatterShape shape, const QColor& color, const QColor& base,
                       double size)
{
    return {shape, QPen(color, 2.0), base, size};
}

} // namespace

SearchOverlay::SearchOverlay(QCustomPlot& plot)
    : m_plot(plot), m_predicted(addGraph(tr("Predicted"))), m_front(addGraph(tr("Front"))),
      m_found(addGraph(tr("Found"))), m_uniform(addGraph(tr("Uniform"))),
      m_weightSqnr(addGraph(tr("Weight SQNR"))), m_best(addGraph(tr("Best"))),
      m_selected(addGraph(QString())), m_barCenters(addGraph(QString())),
      m_bars(new QCPErrorBars(plot.xAxis, plot.yAxis)), m_budget(new QCPItemStraightLine(&plot)),
      m_budgetLabel(new QCPItemText(&plot)), m_float(new QCPItemStraightLine(&plot)),
      m_floatLabel(new QCPItemText(&plot))
{
    plot.addLayer(u"search"_s, plot.layer(u"main"_s), QCustomPlot::limBelow);
    for (QCPGraph* graph : {m_predicted, m_front, m_found, m_uniform, m_weightSqnr, m_best}) {
        graph->setLayer(u"search"_s);
    }
    m_predicted->setLineStyle(QCPGraph::lsLine);
    m_front->setLineStyle(QCPGraph::lsLine);
    m_bars->removeFromLegend();
    m_bars->setLayer(u"search"_s);
    m_bars->setDataPlottable(m_barCenters);
    m_bars->setErrorType(QCPErrorBars::etValueError);
    m_bars->setWhiskerWidth(kWhiskerWidth);
    m_bars->setSymbolGap(kMarkSize);
    setUpLine(*m_budget, *m_budgetLabel);
    setUpLine(*m_float, *m_floatLabel);
    QObject::connect(plot.xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), m_budgetLabel,
                     [this](const QCPRange& range) { showBudgetLabel(range); });
}

QCPGraph* SearchOverlay::addGraph(const QString& name)
{
    QCPGraph* graph = m_plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setName(name);
    graph->removeFromLegend();
    return graph;
}

void SearchOverlay::setUpLine(QCPItemStraightLine& line, QCPItemText& label)
{
    line.setLayer(u"grid"_s); // under everything
    line.setVisible(false);
    label.setLayer(u"axes"_s);
    label.setVisible(false);
}

void SearchOverlay::setCurves(SearchCurves curves, double unit)
{
    m_curves = std::move(curves);
    m_unit = unit;
    draw();
}

void SearchOverlay::setUnit(double unit)
{
    m_unit = unit;
    draw();
}

void SearchOverlay::setSelected(int index)
{
    m_selectedIndex = index; // its point may come with the next curves
    drawSelected();
}

void SearchOverlay::addToLegend()
{
    for (QCPGraph* graph : {m_found, m_best, m_front, m_predicted, m_uniform, m_weightSqnr}) {
        if (graph->dataCount() > 0) {
            graph->addToLegend();
        }
    }
}

void SearchOverlay::draw()
{
    drawMarks();
    drawLines();
    drawSelected();
}

void SearchOverlay::drawMarks()
{
    for (QCPGraph* graph : {m_predicted, m_front, m_found, m_uniform, m_weightSqnr, m_best}) {
        graph->data()->clear();
    }
    for (const QPointF& point : m_curves.predicted) {
        m_predicted->addData(point.x() / m_unit, point.y());
    }
    // Bars go by the position of their point in ascending order.
    std::vector<SearchMark> marks = m_curves.tried;
    std::erase_if(marks, [](const SearchMark& mark) { return std::isnan(mark.quality); });
    std::ranges::stable_sort(marks, {}, &SearchMark::cost);
    QVector<double> costs, qualities, below, above;
    for (const SearchMark& mark : marks) {
        const double cost = mark.cost / m_unit;
        QCPGraph* kinds[] = {m_found, m_uniform, m_weightSqnr};
        (mark.isBest ? m_best : kinds[static_cast<int>(mark.kind)])->addData(cost, mark.quality);
        if (mark.isFront) {
            m_front->addData(cost, mark.quality);
        }
        costs << cost;
        qualities << mark.quality;
        const bool isExact = mark.low == mark.high; // has no bar, not one without length
        below << (isExact ? qQNaN() : mark.quality - mark.low);
        above << (isExact ? qQNaN() : mark.high - mark.quality);
    }
    m_barCenters->setData(costs, qualities, true);
    m_bars->setData(below, above);
}

void SearchOverlay::drawLines()
{
    const bool isVertical = m_curves.budgetCost.has_value();
    const bool hasBudget = !m_curves.isEmpty() && (isVertical || m_curves.budgetQuality);
    m_budget->setVisible(hasBudget);
    m_budgetLabel->setText(m_curves.budgetLabel);
    QCPItemPosition& place = *m_budgetLabel->position;
    m_budgetLabel->setClipToAxisRect(!isVertical);
    if (isVertical) { // written above the axes, where no point can be
        const double cost = *m_curves.budgetCost / m_unit;
        m_budget->point1->setCoords(cost, 0.0);
        m_budget->point2->setCoords(cost, 1.0);
        place.setTypeX(QCPItemPosition::ptPlotCoords);
        place.setTypeY(QCPItemPosition::ptAxisRectRatio);
        place.setCoords(cost, 0.0);
        m_budgetLabel->setPositionAlignment(Qt::AlignBottom | Qt::AlignHCenter);
    } else if (hasBudget) { // small and accurate is where no point is
        m_budget->point1->setCoords(0.0, *m_curves.budgetQuality);
        m_budget->point2->setCoords(1.0, *m_curves.budgetQuality);
        place.setTypeX(QCPItemPosition::ptAxisRectRatio);
        place.setTypeY(QCPItemPosition::ptPlotCoords);
        place.setCoords(0.01, *m_curves.budgetQuality);
        m_budgetLabel->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    const bool hasFloat = m_curves.floatQuality && !m_curves.isEmpty();
    m_float->setVisible(hasFloat);
    m_floatLabel->setVisible(hasFloat);
    if (hasFloat) {
        m_float->point1->setCoords(0.0, *m_curves.floatQuality);
        m_float->point2->setCoords(1.0, *m_curves.floatQuality);
        m_floatLabel->setText(tr("FP32"));
        m_floatLabel->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
        m_floatLabel->position->setTypeY(QCPItemPosition::ptPlotCoords);
        m_floatLabel->position->setCoords(0.01, *m_curves.floatQuality);
        m_floatLabel->setPositionAlignment(Qt::AlignBottom | Qt::AlignLeft);
    }
    const int labelHeight = QFontMetrics(m_budgetLabel->font()).height();
    showBudgetLabel(m_plot.xAxis->range());
    m_plot.axisRect()->setMinimumMargins(
        {15, isVertical ? labelHeight + static_cast<int>(2 * kLabelGap) : 15, 15, 15});
}

void SearchOverlay::showBudgetLabel(const QCPRange& costs)
{
    const bool isInView = !m_curves.budgetCost || costs.contains(*m_curves.budgetCost / m_unit);
    m_budgetLabel->setVisible(m_budget->visible() && isInView);
}

void SearchOverlay::drawSelected()
{
    m_selected->data()->clear();
    if (m_selectedIndex >= 0 && m_selectedIndex < static_cast<int>(m_curves.tried.size())) {
        const SearchMark& mark = m_curves.tried[static_cast<std::size_t>(m_selectedIndex)];
        m_selected->addData(mark.cost / m_unit, mark.quality);
    }
}

void SearchOverlay::setColors(const QColor& text, const QColor& base, const QFont& font)
{
    const QColor found = lineColor(okabe_ito::kPurple, base);
    m_predicted->setPen(QPen(found, 1.0));
    m_front->setPen(QPen(found, 2.0));
    m_found->setScatterStyle(hollow(QCPScatterStyle::ssCircle, found, base, kMarkSize));
    m_best->setScatterStyle({QCPScatterStyle::ssStar, QPen(found, 2.0), found, 12.0});
    m_uniform->setScatterStyle(
        hollow(QCPScatterStyle::ssSquare, lineColor(okabe_ito::kOrange, base), base, kMarkSize));
    m_weightSqnr->setScatterStyle(hollow(
        QCPScatterStyle::ssTriangle, lineColor(okabe_ito::kSkyBlue, base), base, kMarkSize + 2.0));
    m_selected->setScatterStyle(
        {QCPScatterStyle::ssCircle, QPen(text, 2.0), Qt::NoBrush, kRingSize});
    m_bars->setPen(QPen(found, 1.5));
    m_budget->setPen(QPen(blended(base, text, 0.6), 1.0, Qt::DashLine));
    m_float->setPen(QPen(lineColor(okabe_ito::kGreen, base), 1.0, Qt::DotLine));
    for (QCPItemText* label : {m_budgetLabel, m_floatLabel}) {
        label->setFont(font);
        label->setColor(text);
        label->setPadding({static_cast<int>(kLabelGap), 1, static_cast<int>(kLabelGap), 1});
    }
}

QPointF SearchOverlay::pixelOf(int index) const
{
    const SearchMark& mark = m_curves.tried[static_cast<std::size_t>(index)];
    return {m_plot.xAxis->coordToPixel(mark.cost / m_unit),
            m_plot.yAxis->coordToPixel(mark.quality)};
}

int SearchOverlay::markAt(const QPointF& position, double radius) const
{
    int best = -1;
    double nearest = radius;
    for (std::size_t i = 0; i < m_curves.tried.size(); ++i) {
        const double distance = QLineF(pixelOf(static_cast<int>(i)), position).length();
        if (distance <= nearest) {
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace quantoscope::gui
