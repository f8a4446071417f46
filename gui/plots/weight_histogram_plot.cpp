// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/weight_histogram_plot.h"

#include "gui/graph/operator_color.h"

#include <algorithm>

namespace quantoscope::gui {

namespace {

/// Above, stems would run into one another.
constexpr std::size_t kMostStems = 300;

/// Bin counts as the points of a step line that starts and ends at zero.
void setSteps(QCPGraph& graph, const std::vector<double>& edges, const std::vector<double>& counts)
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

double largest(const std::vector<double>& values)
{
    return values.empty() ? 1.0 : std::max(1.0, *std::ranges::max_element(values));
}

} // namespace

WeightHistogramPlot::WeightHistogramPlot(QWidget* parent)
    : ThemedPlot(parent), m_float(addGraph()), m_stems(addGraph(xAxis, yAxis2)),
      m_quantized(addGraph())
{
    m_float->setLineStyle(QCPGraph::lsStepLeft);
    m_float->setName(tr("FP32"));
    m_stems->setLineStyle(QCPGraph::lsImpulse);
    m_stems->setName(tr("Quantized levels"));
    m_quantized->setLineStyle(QCPGraph::lsStepLeft);
    m_quantized->setName(tr("Quantized"));
    xAxis->setLabel(tr("Weight value"));
    xAxis->ticker()->setTickCount(4);
    yAxis->setLabel(tr("Weights per bin"));
    yAxis2->setLabel(tr("Weights per level"));
    yAxis2->grid()->setVisible(false);
    putLegendAbove();
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
    setAccessibleName(tr("Histogram of the weights"));
    applyColors();
}

void WeightHistogramPlot::setInspection(const session::WeightInspection& inspection)
{
    setMessage({});
    setSteps(*m_float, inspection.binEdges, inspection.floatCounts);
    yAxis->setRange(0.0, 1.08 * largest(inspection.floatCounts));
    const bool asStems = inspection.levels.size() <= kMostStems;
    m_stems->setVisible(asStems);
    m_quantized->setVisible(!asStems);
    yAxis2->setVisible(asStems);
    legend->clearItems();
    m_float->addToLegend();
    if (asStems) {
        setStems(inspection);
        m_stems->addToLegend();
    } else {
        setOutline(inspection);
        m_quantized->addToLegend();
    }
    const double low =
        std::min(inspection.minimum,
                 inspection.levels.empty() ? inspection.minimum : inspection.levels.front());
    const double high =
        std::max(inspection.maximum,
                 inspection.levels.empty() ? inspection.maximum : inspection.levels.back());
    const double margin = std::max(1e-9, 0.03 * (high - low));
    xAxis->setRange(low - margin, high + margin);
    replotLater();
}

void WeightHistogramPlot::setStems(const session::WeightInspection& inspection)
{
    const QVector<double> x(inspection.levels.begin(), inspection.levels.end());
    const QVector<double> y(inspection.levelCounts.begin(), inspection.levelCounts.end());
    m_stems->setData(x, y, true);
    yAxis2->setRange(0.0, 1.08 * largest(inspection.levelCounts));
}

void WeightHistogramPlot::setOutline(const session::WeightInspection& inspection)
{
    const std::vector<double>& edges = inspection.binEdges;
    std::vector<double> counts(inspection.floatCounts.size(), 0.0);
    for (std::size_t i = 0; i < inspection.levels.size() && !counts.empty(); ++i) {
        const auto above = std::ranges::upper_bound(edges, inspection.levels[i]) - edges.begin();
        const auto last = static_cast<std::ptrdiff_t>(counts.size()) - 1;
        const std::ptrdiff_t bin = std::clamp<std::ptrdiff_t>(above - 1, 0, last);
        counts[static_cast<std::size_t>(bin)] += inspection.levelCounts[i];
    }
    setSteps(*m_quantized, edges, counts);
    yAxis->setRange(0.0, 1.08 * std::max(largest(inspection.floatCounts), largest(counts)));
}

void WeightHistogramPlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    m_float->setPen(QPen(blended(base, QColor(okabe_ito::kSkyBlue), 0.9), 1.0));
    m_float->setBrush(blended(base, QColor(okabe_ito::kSkyBlue), 0.5));
    m_stems->setPen(QPen(QColor(okabe_ito::kVermillion), 1.5));
    m_stems->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, okabe_ito::kVermillion, 4));
    m_quantized->setPen(QPen(QColor(okabe_ito::kVermillion), 1.5));
}

} // namespace quantoscope::gui
