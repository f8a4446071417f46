// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_difference.h"

#include "gui/models/calibration_text.h"
#include "gui/models/layer_fields.h"
#include "gui/models/quantity_text.h"
#include "gui/models/scheme_choices.h"

#include <QFont>
#include <QLocale>
#include <QStringList>

#include <set>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// "INT4 · Symmetric · Per-channel"; just the precision where the rest means nothing.
template <typename Scheme>
QString schemeText(const Scheme& scheme, std::initializer_list<SchemeField> fields)
{
    QStringList parts;
    for (const SchemeField field : fields) {
        parts << choiceText(field, fieldValue(field, scheme));
        if (!scheme.precision.hasScale()) {
            break;
        }
    }
    return parts.join(u" · "_s);
}

QString weightText(const quant::Configuration& configuration, const std::string& layer)
{
    const quant::WeightScheme scheme = weightScheme(configuration, layer);
    QString text = schemeText(scheme, {SchemeField::WeightPrecision, SchemeField::WeightSymmetry,
                                       SchemeField::WeightGranularity, SchemeField::WeightScale});
    if (scheme.axis >= 0 && scheme.precision.hasScale()) {
        text += u" · "_s %
                choiceText(SchemeField::WeightAxis, fieldValue(SchemeField::WeightAxis, scheme));
    }
    if (scheme.range != quant::WeightRange::MinMax) {
        text += u" · "_s %
                choiceText(SchemeField::WeightRange, fieldValue(SchemeField::WeightRange, scheme));
    }
    if (!scheme.pruning.isSet() && scheme.split == 0.0) {
        return text;
    }
    const SchemeField last =
        scheme.pruning.isSet() ? SchemeField::WeightPruning : SchemeField::WeightSplitting;
    return QString(text % u" · "_s % choiceText(last, fieldValue(last, scheme)));
}

QString activationText(const quant::Configuration& configuration, const std::string& tensor)
{
    const quant::ActivationScheme scheme = activationScheme(configuration, tensor);
    QString text =
        schemeText(scheme, {SchemeField::ActivationPrecision, SchemeField::ActivationSymmetry,
                            SchemeField::ActivationSource});
    if (scheme.calibration && scheme.isCalibrated() && !scheme.range) {
        text += u" · "_s % calibrationText(*scheme.calibration);
    }
    return scheme.range && scheme.precision.hasScale()
               ? QString(text % u" · "_s % numberText(static_cast<double>(scheme.range->low)) %
                         u" … "_s % numberText(static_cast<double>(scheme.range->high)))
               : text;
}

} // namespace

ConfigurationDifference::ConfigurationDifference(const TriedConfiguration& first,
                                                 const TriedConfiguration& second, QObject* parent)
    : QAbstractTableModel(parent), m_titles{first.title(), second.title()}
{
    addFigures(*first.evaluation, *second.evaluation);
    addCalibration(first.evaluation->configuration, second.evaluation->configuration);
    addSchemes(first.evaluation->configuration, second.evaluation->configuration,
               first.evaluation->layers);
}

void ConfigurationDifference::addFigures(const session::Evaluation& first,
                                         const session::Evaluation& second)
{
    if (first.accuracy.top1 && second.accuracy.top1) {
        m_rows.push_back({tr("Top-1"), percentText(first.accuracy.top1),
                          percentText(second.accuracy.top1), true});
    }
    if (first.comparison.agreement && second.comparison.agreement) {
        m_rows.push_back({tr("Agreement with FP32"), percentText(first.comparison.agreement),
                          percentText(second.comparison.agreement), true});
    }
    m_rows.push_back({tr("Output SQNR"), decibelText(first.comparison.sqnrDb),
                      decibelText(second.comparison.sqnrDb), true});
    m_rows.push_back(
        {tr("Model size"), bytesText(first.sizeBytes), bytesText(second.sizeBytes), true});
    m_rows.push_back({tr("Weight bits on average"), numberText(first.averageWeightBits, 3),
                      numberText(second.averageWeightBits, 3), true});
}

void ConfigurationDifference::addCalibration(const quant::Configuration& first,
                                             const quant::Configuration& second)
{
    addDifference(tr("Calibration"), calibrationText(first.calibration),
                  calibrationText(second.calibration));
    const auto multipliers = [](const quant::Configuration& configuration) {
        return configuration.requantization == quant::MultiplierKind::FixedPoint ? tr("fixed-point")
                                                                                 : tr("float");
    };
    addDifference(tr("Multipliers"), multipliers(first), multipliers(second));
}

void ConfigurationDifference::addSchemes(const quant::Configuration& first,
                                         const quant::Configuration& second,
                                         const std::vector<session::LayerFigures>& layers)
{
    for (const session::LayerFigures& layer : layers) { // in the model's order
        addDifference(tr("Weights of %1").arg(QString::fromStdString(layer.name)),
                      weightText(first, layer.name), weightText(second, layer.name));
    }
    std::set<std::string> tensors;
    for (const quant::Configuration* each : {&first, &second}) {
        for (const auto& [tensor, scheme] : each->activations) {
            tensors.insert(tensor);
        }
    }
    for (const std::string& tensor : tensors) {
        addDifference(tr("Activation %1").arg(QString::fromStdString(tensor)),
                      activationText(first, tensor), activationText(second, tensor));
    }
}

void ConfigurationDifference::addDifference(const QString& what, const QString& first,
                                            const QString& second)
{
    if (first != second) {
        m_rows.push_back({what, first, second, false});
        ++m_differences;
    }
}

int ConfigurationDifference::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConfigurationDifference::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConfigurationDifference::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString& text = index.column() == WhatColumn    ? row.what
                          : index.column() == FirstColumn ? row.first
                                                          : row.second;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return text;
    }
    if (role == Qt::FontRole && row.isFigure) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant ConfigurationDifference::headerData(int section, Qt::Orientation orientation,
                                             int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    return section == WhatColumn ? tr("Setting") : m_titles[section - FirstColumn];
}

} // namespace quantoscope::gui
