// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "gui/plots/histogram_plot.h"

namespace quantoscope::gui {

/// What calibration saw of a tensor, with two limits to drag: what lies outside is clipped.
class ActivationPlot : public HistogramPlot
{
    Q_OBJECT

public:
    explicit ActivationPlot(QWidget* parent = nullptr);
    void setInspection(const session::ActivationInspection& inspection);
    [[nodiscard]] bool isDragging() const { return m_dragged != Limit::None; }

Q_SIGNALS:
    /// The limits under the mouse, low <= 0 <= high.
    void dragged(double low, double high);
    void dragEnded();

protected:
    void applyColors() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Limit { None, Low, High };
    [[nodiscard]] Limit limitAt(const QPoint& position) const;
    void showLimits();
    void drag(double value);

    QCPGraph* m_counts; ///< owned by the plot, as the others
    QCPItemRect* m_lowTail;
    QCPItemRect* m_highTail;
    QCPItemStraightLine* m_lowLine;
    QCPItemStraightLine* m_highLine;
    double m_low = 0.0;
    double m_high = 0.0;
    bool m_isSymmetric = false; ///< the limits move together
    Limit m_dragged = Limit::None;
};

} // namespace quantoscope::gui
