// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;

namespace quantoscope::gui {

/// Asks for settings that all layers get.
class WholeModelDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WholeModelDialog(const session::UniformSettings& settings, QWidget* parent = nullptr);
    [[nodiscard]] session::UniformSettings settings() const;

private:
    void setUpForm();

    QComboBox* m_weights;
    QComboBox* m_weightSymmetry;
    QComboBox* m_granularity;
    QComboBox* m_activations;
    QComboBox* m_activationSymmetry;
    QComboBox* m_calibration;
    QDoubleSpinBox* m_percentile;
};

} // namespace quantoscope::gui
