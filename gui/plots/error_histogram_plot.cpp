// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/error_histogram_plot.h"

#include "gui/graph/operator_color.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

ErrorHistogramPlot::ErrorHistogramPlot(QWidget* parent)
    : HistogramPlot(parent), m_errors(addGraph())
{
    m_errors->setLineStyle(QCPGraph::lsStepLeft);
    xAxis->setLabel(tr("Quantized − FP32"));
    xAxis->ticker()->setTickCount(4);
    yAxis->setLabel(tr("Weights per bin"));
    legend->setVisible(false);
    setAccessibleName(tr("Histogram of the rounding errors of the weights"));
    applyColors();
}

void ErrorHistogramPlot::setInspection(const session::WeightInspection& inspection)
{
    const bool isExact = std::ranges::all_of(inspection.errorBinEdges,
                                             [](double edge) { return std::abs(edge) < 2e-6; });
    setMessage(isExact ? tr("The weights are exact: there is no error.") : QString());
    setSteps(*m_errors, inspection.errorBinEdges, inspection.errorCounts);
    setCountRange(*yAxis, largest(inspection.errorCounts));
    const double reach = std::max(std::abs(inspection.errorBinEdges.front()),
                                  std::abs(inspection.errorBinEdges.back()));
    setWholeRange(-1.04 * reach, 1.04 * reach);
    replotLater();
}

void ErrorHistogramPlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    m_errors->setPen(QPen(blended(base, QColor(okabe_ito::kPurple), 0.9), 1.0));
    m_errors->setBrush(blended(base, QColor(okabe_ito::kPurple), 0.5));
}

} // namespace quantoscope::gui
