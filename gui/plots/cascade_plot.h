// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/cascade.h"
#include "gui/plots/themed_plot.h"

namespace quantoscope::gui {

/// Accuracy of a cascade against its mean cost, one point a threshold, with the chosen one and both
/// configurations alone.
class CascadePlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit CascadePlot(QWidget* parent = nullptr);
    void setReport(const session::CascadeReportPtr& report);
    [[nodiscard]] int pointCount() const { return m_curve->dataCount(); }

protected:
    void applyColors() override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QPointF placeOf(const search::CascadePoint& point) const;
    [[nodiscard]] QString textOf(const search::CascadePoint& point) const;

    session::CascadeReportPtr m_report;
    QCPGraph* m_curve; ///< owned by the plot, as the others
    QCPGraph* m_better;
    QCPGraph* m_cheap;
    QCPGraph* m_chosen;
};

} // namespace quantoscope::gui
