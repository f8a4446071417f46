// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace quantoscope::gui {

class ActivationPlot;

/// The values a layer's output had in calibration and the limits it is clipped to, to be dragged or
/// typed.
class OutputRangeView : public QWidget
{
    Q_OBJECT

public:
    explicit OutputRangeView(QWidget* parent = nullptr);
    void setInspection(const session::ActivationInspection& inspection);
    /// Instead of the histogram.
    void setMessage(const QString& message);
    [[nodiscard]] ActivationPlot& plot() { return *m_plot; }
    [[nodiscard]] QDoubleSpinBox& low() { return *m_low; }
    [[nodiscard]] QDoubleSpinBox& high() { return *m_high; }
    [[nodiscard]] QToolButton& reset() { return *m_reset; }

Q_SIGNALS:
    /// Limits chosen by hand, low <= 0 <= high. Those of one drag have the same number.
    void rangeChosen(double low, double high, int gesture);
    void rangeReset(); ///< back to what calibration finds

private:
    void chooseTyped();
    void showFigures(const session::ActivationInspection& inspection);

    ActivationPlot* m_plot;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
    QToolButton* m_reset;
    QLabel* m_figures;
    int m_gesture = 0;
};

} // namespace quantoscope::gui
