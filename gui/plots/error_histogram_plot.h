// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "gui/plots/histogram_plot.h"

namespace quantoscope::gui {

/// How far the quantized weights are off: quantized less FP32.
class ErrorHistogramPlot : public HistogramPlot
{
    Q_OBJECT

public:
    explicit ErrorHistogramPlot(QWidget* parent = nullptr);
    void setInspection(const session::WeightInspection& inspection);

protected:
    void applyColors() override;

private:
    QCPGraph* m_errors; ///< owned by the plot
};

} // namespace quantoscope::gui
