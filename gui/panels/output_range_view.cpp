// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/output_range_view.h"

#include "gui/models/choice_help.h"
#include "gui/models/quantity_text.h"
#include "gui/plots/activation_plot.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

namespace {

QDoubleSpinBox* newLimit(const QString& name)
{
    auto* limit = new QDoubleSpinBox;
    limit->setAccessibleName(name);
    limit->setToolTip(name);
    limit->setDecimals(4);
    limit->setKeyboardTracking(false);
    limit->setButtonSymbols(QAbstractSpinBox::NoButtons); // the wheel and the arrow keys step
    limit->setMinimumWidth(64);
    limit->setMaximumWidth(90);
    return limit;
}

/// A hundredth of the range, as a round number.
double stepFor(double range)
{
    return std::pow(10.0, std::floor(std::log10(std::max(1e-6, range / 50.0))));
}

} // namespace

OutputRangeView::OutputRangeView(QWidget* parent)
    : QWidget(parent), m_plot(new ActivationPlot), m_low(newLimit(tr("Lower clipping limit"))),
      m_high(newLimit(tr("Upper clipping limit"))), m_calibration(new QComboBox),
      m_figures(new QLabel)
{
    setProperty("showsModel", true); // what is typed here edits the configuration
    m_low->setRange(-1e6, 0.0);
    m_high->setRange(0.0, 1e6);
    setUpCalibration();
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 6, 2);
    bar->addWidget(m_low);
    bar->addWidget(m_high);
    bar->addWidget(m_calibration);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_figures->setContentsMargins(8, 0, 6, 0);
    layout->addWidget(m_figures);
    layout->addWidget(m_plot, 1);
    connect(m_plot, &ActivationPlot::dragged, this,
            [this](double low, double high) { Q_EMIT rangeChosen(low, high, m_gesture); });
    connect(m_plot, &ActivationPlot::dragEnded, this, [this] { ++m_gesture; });
    connect(m_low, &QDoubleSpinBox::valueChanged, this, &OutputRangeView::chooseTyped);
    connect(m_high, &QDoubleSpinBox::valueChanged, this, &OutputRangeView::chooseTyped);
    connect(m_calibration, &QComboBox::activated, this,
            [this] { Q_EMIT calibrationChosen(m_calibration->currentData().toString()); });
}

void OutputRangeView::setUpCalibration()
{
    const QString name = tr("How calibration finds the limits");
    m_calibration->setToolTip(name);
    m_calibration->setAccessibleName(name);
    const SchemeField field = SchemeField::ActivationCalibration;
    for (const SchemeChoice& choice : schemeChoices(field)) {
        m_calibration->addItem(choice.text, choice.value);
        m_calibration->setItemData(m_calibration->count() - 1, choiceHelp(field, choice.value),
                                   Qt::ToolTipRole);
    }
}

void OutputRangeView::setMessage(const QString& message)
{
    m_plot->setMessage(message);
    for (QWidget* control : {static_cast<QWidget*>(m_low), static_cast<QWidget*>(m_high),
                             static_cast<QWidget*>(m_calibration)}) {
        control->setEnabled(false);
    }
    m_figures->clear();
}

void OutputRangeView::setInspection(const session::ActivationInspection& inspection,
                                    const QString& calibration)
{
    const auto low = static_cast<double>(inspection.clipping.low);
    const auto high = static_cast<double>(inspection.clipping.high);
    const QSignalBlocker quietLow(m_low);
    const QSignalBlocker quietHigh(m_high);
    for (QDoubleSpinBox* limit : {m_low, m_high}) {
        limit->setEnabled(true);
        limit->setSingleStep(stepFor(high - low));
    }
    m_low->setValue(low);
    m_high->setValue(high);
    m_calibration->setEnabled(true);
    m_calibration->setPlaceholderText(
        choiceText(SchemeField::ActivationCalibration, calibration)); // set by hand, say
    m_calibration->setCurrentIndex(m_calibration->findData(calibration));
    m_plot->setInspection(inspection);
    showFigures(inspection);
}

void OutputRangeView::showFigures(const session::ActivationInspection& inspection)
{
    m_figures->setText(
        tr("%1 clipped, about %2")
            .arg(percentText(inspection.clippedShare, 2), decibelText(inspection.sqnrDb)));
    m_figures->setToolTip(
        tr("Share of the calibration values outside the limits, and the SQNR of quantizing these "
           "values alone, from their histogram."));
}

void OutputRangeView::chooseTyped()
{
    ++m_gesture;
    if (m_low->value() < m_high->value()) {
        Q_EMIT rangeChosen(m_low->value(), m_high->value(), m_gesture);
    }
}

} // namespace quantoscope::gui
