// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/models/scheme_choices.h"

#include <QDialog>

#include <map>

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

    void choose(SchemeField field);
    void showChoices();

    quant::WeightScheme m_weights;
    quant::ActivationScheme m_activations;
    std::map<SchemeField, QComboBox*> m_combos;
    QComboBox* m_calibration;
    QDoubleSpinBox* m_percentile;
};

} // namespace quantoscope::gui
