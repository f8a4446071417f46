// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/whole_model_dialog.h"

#include "gui/models/calibration_text.h"
#include "gui/models/scheme_choices.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

namespace quantoscope::gui {

namespace {

QComboBox* makeCombo(SchemeField field, const QString& value)
{
    auto* combo = new QComboBox;
    for (const SchemeChoice& choice : schemeChoices(field)) {
        combo->addItem(choice.text, choice.value);
    }
    combo->setCurrentIndex(combo->findData(value));
    return combo;
}

} // namespace

WholeModelDialog::WholeModelDialog(const session::UniformSettings& settings, QWidget* parent)
    : QDialog(parent)
{
    const quant::WeightScheme weights{settings.bits.weights, settings.symmetricWeights,
                                      settings.granularity};
    const quant::ActivationScheme activations{settings.bits.activations,
                                              settings.symmetricActivations};
    const auto weightCombo = [&](SchemeField field) {
        return makeCombo(field, fieldValue(field, weights));
    };
    const auto activationCombo = [&](SchemeField field) {
        return makeCombo(field, fieldValue(field, activations));
    };
    m_weights = weightCombo(SchemeField::WeightPrecision);
    m_weightSymmetry = weightCombo(SchemeField::WeightSymmetry);
    m_granularity = weightCombo(SchemeField::WeightGranularity);
    m_activations = activationCombo(SchemeField::ActivationPrecision);
    m_activationSymmetry = activationCombo(SchemeField::ActivationSymmetry);
    m_calibration = new QComboBox;
    for (const auto method :
         {quant::CalibrationMethod::MinMax, quant::CalibrationMethod::Percentile,
          quant::CalibrationMethod::Mse, quant::CalibrationMethod::Entropy}) {
        m_calibration->addItem(calibrationText(method), static_cast<int>(method));
        m_calibration->setItemData(m_calibration->count() - 1, calibrationHelp(method),
                                   Qt::ToolTipRole);
    }
    m_calibration->setCurrentIndex(m_calibration->findData(static_cast<int>(settings.calibration)));
    m_percentile = new QDoubleSpinBox;
    m_percentile->setDecimals(4);
    m_percentile->setRange(50.0001, 100.0);
    m_percentile->setSingleStep(0.01);
    m_percentile->setValue(settings.percentile);
    setUpForm();
}

void WholeModelDialog::setUpForm()
{
    setWindowTitle(tr("Set All Layers"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("Weights"), m_weights);
    form->addRow(tr("Weight symmetry"), m_weightSymmetry);
    form->addRow(tr("Weight granularity"), m_granularity);
    form->addRow(tr("Activations"), m_activations);
    form->addRow(tr("Activation symmetry"), m_activationSymmetry);
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

session::UniformSettings WholeModelDialog::settings() const
{
    quant::WeightScheme weights;
    setField(weights, SchemeField::WeightPrecision, m_weights->currentData().toString());
    setField(weights, SchemeField::WeightSymmetry, m_weightSymmetry->currentData().toString());
    setField(weights, SchemeField::WeightGranularity, m_granularity->currentData().toString());
    quant::ActivationScheme activations;
    setField(activations, SchemeField::ActivationPrecision,
             m_activations->currentData().toString());
    setField(activations, SchemeField::ActivationSymmetry,
             m_activationSymmetry->currentData().toString());
    session::UniformSettings settings;
    settings.bits = {weights.precision, activations.precision};
    settings.symmetricWeights = weights.symmetric;
    settings.symmetricActivations = activations.symmetric;
    settings.granularity = weights.granularity;
    settings.calibration =
        static_cast<quant::CalibrationMethod>(m_calibration->currentData().toInt());
    settings.percentile = m_percentile->value();
    return settings;
}

} // namespace quantoscope::gui
