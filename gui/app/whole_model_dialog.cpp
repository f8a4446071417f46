// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/whole_model_dialog.h"

#include "gui/models/calibration_text.h"
#include "gui/models/choice_help.h"
#include "gui/panels/choice_reason.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

namespace quantoscope::gui {

namespace {

void setChoices(QComboBox& combo, SchemeField field)
{
    for (const SchemeChoice& choice : schemeChoices(field)) {
        combo.addItem(choice.text, choice.value);
    }
}

} // namespace

WholeModelDialog::WholeModelDialog(const session::UniformSettings& settings, QWidget* parent)
    : QDialog(parent), m_weights(settings.weights()), m_activations(settings.activations())
{
    for (const SchemeField field : kSchemeFields) {
        m_combos[field] = new QComboBox;
        setChoices(*m_combos[field], field);
        connect(m_combos[field], &QComboBox::activated, this, [this, field] { choose(field); });
    }
    showChoices();
    m_calibration = new QComboBox;
    for (const quant::CalibrationMethod method : session::calibrationMethods()) {
        m_calibration->addItem(calibrationText(method), static_cast<int>(method));
        m_calibration->setItemData(m_calibration->count() - 1, calibrationHelp(method),
                                   Qt::ToolTipRole);
    }
    m_calibration->setCurrentIndex(
        m_calibration->findData(static_cast<int>(settings.calibration.method)));
    m_percentile = new QDoubleSpinBox;
    m_percentile->setDecimals(4);
    m_percentile->setRange(50.0001, 100.0);
    m_percentile->setSingleStep(0.01);
    m_percentile->setValue(settings.calibration.percentile);
    setUpForm();
}

void WholeModelDialog::setUpForm()
{
    setWindowTitle(tr("Set All Layers"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("Weights"), m_combos.at(SchemeField::WeightPrecision));
    form->addRow(tr("Weight symmetry"), m_combos.at(SchemeField::WeightSymmetry));
    form->addRow(tr("Weight granularity"), m_combos.at(SchemeField::WeightGranularity));
    form->addRow(tr("Weight axis"), m_combos.at(SchemeField::WeightAxis));
    form->addRow(tr("Weight scales"), m_combos.at(SchemeField::WeightScale));
    form->addRow(tr("Weight ranges"), m_combos.at(SchemeField::WeightRange));
    form->addRow(tr("Weight pruning"), m_combos.at(SchemeField::WeightPruning));
    form->addRow(tr("Channel splitting"), m_combos.at(SchemeField::WeightSplitting));
    form->addRow(tr("Activations"), m_combos.at(SchemeField::ActivationPrecision));
    form->addRow(tr("Activation symmetry"), m_combos.at(SchemeField::ActivationSymmetry));
    form->addRow(tr("Activation ranges"), m_combos.at(SchemeField::ActivationSource));
    form->addRow(tr("Calibration"), m_calibration);
    form->addRow(tr("Percentile"), m_percentile);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    const auto enablePercentile = [this] {
        m_percentile->setEnabled(m_calibration->currentData().toInt() ==
                                 static_cast<int>(quant::CalibrationMethod::Percentile));
    };
    connect(m_calibration, &QComboBox::currentIndexChanged, this, enablePercentile);
    enablePercentile();
}

void WholeModelDialog::choose(SchemeField field)
{
    const QString value = m_combos.at(field)->currentData().toString();
    if (isWeightField(field)) {
        setField(m_weights, field, value);
    } else {
        setField(m_activations, field, value);
    }
    showChoices();
}

void WholeModelDialog::showChoices()
{
    for (const auto& [field, combo] : m_combos) {
        const bool ofWeights = isWeightField(field);
        const QString now =
            ofWeights ? fieldValue(field, m_weights) : fieldValue(field, m_activations);
        const std::vector<SchemeChoice> choices = schemeChoices(field);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            // Tensors without tokens get ranges of each image.
            const QString reason =
                ofWeights ? reasonAgainst(m_weights, field, choices[i].value)
                          : reasonAgainst(m_activations, field, choices[i].value, true);
            setChoiceReason(*combo, static_cast<int>(i), reason,
                            choiceHelp(field, choices[i].value));
        }
        combo->setCurrentIndex(combo->findData(now));
    }
}

session::UniformSettings WholeModelDialog::settings() const
{
    session::UniformSettings settings;
    settings.setWeights(m_weights);
    settings.setActivations(m_activations);
    settings.calibration = {
        static_cast<quant::CalibrationMethod>(m_calibration->currentData().toInt()),
        m_percentile->value()};
    return settings;
}

} // namespace quantoscope::gui
