// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"
#include "gui/plots/themed_plot.h"

namespace quantoscope::gui {

/// FP32 weights as a filled histogram (left axis) against the quantized levels as stems (right
/// axis). Many levels are counted in the same bins as the FP32 weights and drawn as an outline.
class WeightHistogramPlot : public ThemedPlot
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

    QCPGraph* m_float; ///< owned by the plot, as the others
    QCPGraph* m_stems;
    QCPGraph* m_quantized; ///< binned
};

} // namespace quantoscope::gui
