// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace quantoscope::gui {

class ActivationPlot;

/// The values a layer's output had in calibration and the limits it is clipped to, to be dragged or
/// typed, or found by a calibration method.
class OutputRangeView : public QWidget
{
    Q_OBJECT

public:
    explicit OutputRangeView(QWidget* parent = nullptr);
    /// \param calibration a value of SchemeField::ActivationCalibration
    void setInspection(const session::ActivationInspection& inspection, const QString& calibration);
    /// Instead of the histogram.
    void setMessage(const QString& message);
    [[nodiscard]] ActivationPlot& plot() { return *m_plot; }
    [[nodiscard]] QDoubleSpinBox& low() { return *m_low; }
    [[nodiscard]] QDoubleSpinBox& high() { return *m_high; }
    [[nodiscard]] QComboBox& calibration() { return *m_calibration; }

Q_SIGNALS:
    /// Limits chosen by hand, low <= 0 <= high. Those of one drag have the same number.
    void rangeChosen(double low, double high, int gesture);
    /// Back to what calibration finds; a value of SchemeField::ActivationCalibration.
    void calibrationChosen(const QString& value);

private:
    void setUpCalibration();
    void chooseTyped();
    void showFigures(const session::ActivationInspection& inspection);

    ActivationPlot* m_plot;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
    QComboBox* m_calibration;
    QLabel* m_figures;
    int m_gesture = 0;
};

} // namespace quantoscope::gui
