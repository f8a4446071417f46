// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/weight_histogram_plot.h"

#include "gui/graph/operator_color.h"

#include <algorithm>

namespace quantoscope::gui {

namespace {

/// Above, stems would run into one another.
constexpr std::size_t kMostStems = 300;

} // namespace

WeightHistogramPlot::WeightHistogramPlot(QWidget* parent)
    : HistogramPlot(parent), m_float(addGraph()), m_stems(addGraph(xAxis, yAxis2)),
      m_quantized(addGraph()), m_lowTail(addShade()), m_highTail(addShade())
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
    setAccessibleName(tr("Histogram of the weights"));
    applyColors();
}

void WeightHistogramPlot::setInspection(const session::WeightInspection& inspection)
{
    setMessage({});
    setSteps(*m_float, inspection.binEdges, inspection.floatCounts);
    setCountRange(*yAxis, largest(inspection.floatCounts));
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
    setWholeRange(low - margin, high + margin);
    setTails(inspection, low - margin, high + margin);
    replotLater();
}

void WeightHistogramPlot::setStems(const session::WeightInspection& inspection)
{
    const QVector<double> x(inspection.levels.begin(), inspection.levels.end());
    const QVector<double> y(inspection.levelCounts.begin(), inspection.levelCounts.end());
    m_stems->setData(x, y, true);
    setCountRange(*yAxis2, largest(inspection.levelCounts));
}

void WeightHistogramPlot::setOutline(const session::WeightInspection& inspection)
{
    setSteps(*m_quantized, inspection.binEdges, inspection.quantizedCounts);
    setCountRange(*yAxis,
                  std::max(largest(inspection.floatCounts), largest(inspection.quantizedCounts)));
}

/// Weights beyond the outermost levels are clipped to them.
void WeightHistogramPlot::setTails(const session::WeightInspection& inspection, double low,
                                   double high)
{
    const bool hasLevels = !inspection.levels.empty();
    const double least = hasLevels ? inspection.levels.front() : low;
    const double most = hasLevels ? inspection.levels.back() : high;
    shade(*m_lowTail, low, least, least > inspection.minimum);
    shade(*m_highTail, most, high, most < inspection.maximum);
}

void WeightHistogramPlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    m_float->setPen(QPen(blended(base, QColor(okabe_ito::kSkyBlue), 0.9), 1.0));
    m_float->setBrush(blended(base, QColor(okabe_ito::kSkyBlue), 0.5));
    m_stems->setPen(QPen(QColor(okabe_ito::kVermillion), 1.5));
    m_stems->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, okabe_ito::kVermillion, 4));
    m_quantized->setPen(QPen(QColor(okabe_ito::kVermillion), 1.5));
    for (QCPItemRect* tail : {m_lowTail, m_highTail}) {
        tail->setPen(Qt::NoPen);
        tail->setBrush(shadeColor());
    }
}

} // namespace quantoscope::gui
