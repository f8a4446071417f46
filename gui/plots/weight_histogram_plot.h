// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "gui/plots/histogram_plot.h"

namespace quantoscope::gui {

/// FP32 weights as a filled histogram, the quantized ones over it as an outline, or as stems on
/// their levels (right axis) while these are few. What the grid does not reach is shaded.
class WeightHistogramPlot : public HistogramPlot
{
    Q_OBJECT

public:
    explicit WeightHistogramPlot(QWidget* parent = nullptr);
    void setInspection(const session::WeightInspection& inspection);

protected:
    void applyColors() override;

private:
    void setStems(const session::WeightInspection& inspection);
    void setOutline(const session::WeightInspection& inspection);
    void setTails(const session::WeightInspection& inspection, double low, double high);

    QCPGraph* m_float; ///< owned by the plot, as the others
    QCPGraph* m_stems;
    QCPGraph* m_quantized;
    QCPItemRect* m_lowTail;
    QCPItemRect* m_highTail;
};

} // namespace quantoscope::gui
