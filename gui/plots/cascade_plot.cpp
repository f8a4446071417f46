// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/cascade_plot.h"

#include "gui/graph/operator_color.h"
#include "gui/models/quantity_text.h"

#include <QMouseEvent>

#include <algorithm>

namespace quantoscope::gui {

namespace {
constexpr double kPercent = 100.0;
constexpr double kHitRadius = 12.0;
} // namespace

CascadePlot::CascadePlot(QWidget* parent)
    : ThemedPlot(parent), m_curve(addGraph()), m_better(addGraph()), m_cheap(addGraph()),
      m_chosen(addGraph())
{
    m_curve->setName(tr("Cascade"));
    m_better->setName(tr("Better alone"));
    m_cheap->setName(tr("Cheap alone"));
    m_chosen->setName(tr("Chosen"));
    for (QCPGraph* graph : {m_better, m_cheap, m_chosen}) {
        graph->setLineStyle(QCPGraph::lsNone);
    }
    xAxis->setLabel(tr("Mean cost of an image, % of the better configuration's"));
    yAxis->setLabel(tr("Accuracy, %"));
    putLegendAbove();
    setAccessibleName(tr("Accuracy of the cascade against its mean cost"));
    applyColors();
}

QPointF CascadePlot::placeOf(const search::CascadePoint& point) const
{
    return {kPercent * point.cost / m_report->costs.better, kPercent * point.accuracy};
}

void CascadePlot::setReport(const session::CascadeReportPtr& report)
{
    m_report = report;
    setMessage({});
    for (QCPGraph* graph : {m_curve, m_better, m_cheap, m_chosen}) {
        graph->data()->clear();
    }
    const search::CascadeCurve& curve = report->curve;
    for (const search::CascadePoint& point : curve.points) {
        const QPointF place = placeOf(point);
        m_curve->addData(place.x(), place.y());
    }
    m_better->addData(kPercent, kPercent * curve.betterAccuracy);
    const QPointF cheap = placeOf(curve.points.front());
    m_cheap->addData(cheap.x(), cheap.y());
    const QPointF chosen = placeOf(curve.points[report->chosen]);
    m_chosen->addData(chosen.x(), chosen.y());
    rescaleAxes();
    xAxis->scaleRange(1.08);
    yAxis->scaleRange(1.15);
    setAccessibleDescription(textOf(curve.points[report->chosen]));
    wrapLegend();
    replotLater();
}

QString CascadePlot::textOf(const search::CascadePoint& point) const
{
    return tr("Threshold %1: %2 run again, accuracy %3, cost %4 of the better configuration's")
        .arg(numberText(point.threshold), percentText(point.share), percentText(point.accuracy),
             percentText(point.cost / m_report->costs.better));
}

void CascadePlot::mouseMoveEvent(QMouseEvent* event)
{
    ThemedPlot::mouseMoveEvent(event);
    if (!m_report) {
        return;
    }
    const auto distance = [&](const search::CascadePoint& point) {
        const QPointF place = placeOf(point);
        const QPointF pixel(xAxis->coordToPixel(place.x()), yAxis->coordToPixel(place.y()));
        return QLineF(pixel, event->pos()).length();
    };
    const auto nearest = std::ranges::min_element(m_report->curve.points, {}, distance);
    showToolTip(distance(*nearest) <= kHitRadius ? textOf(*nearest) : QString());
}

void CascadePlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    const auto apply = [&base](QCPGraph& graph, QRgb color, QCPScatterStyle::ScatterShape shape,
                               double size) {
        const QColor mixed = blended(base, QColor(color), 0.9);
        graph.setPen(QPen(mixed, 1.6));
        graph.setScatterStyle(QCPScatterStyle(shape, mixed, mixed, size));
    };
    apply(*m_curve, okabe_ito::kBlue, QCPScatterStyle::ssDisc, 3.0);
    apply(*m_better, okabe_ito::kGreen, QCPScatterStyle::ssSquare, 9.0);
    apply(*m_cheap, okabe_ito::kOrange, QCPScatterStyle::ssTriangle, 9.0);
    apply(*m_chosen, okabe_ito::kVermillion, QCPScatterStyle::ssDiamond, 11.0);
}

} // namespace quantoscope::gui
