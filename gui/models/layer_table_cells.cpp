// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/correction.h"
#include "gui/models/choice_help.h"
#include "gui/models/configuration_document.h"
#include "gui/models/cost_axis.h"
#include "gui/models/layer_column_text.h"
#include "gui/models/layer_fields.h"
#include "gui/models/layer_table_model.h"
#include "gui/models/quantity_text.h"

#include <QLocale>
#include <QStringBuilder>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

QVariant LayerTableModel::displayData(int row, int column) const
{
    const OutlineEntry& layer = entry(row);
    if (const std::optional<SchemeField> field = fieldOf(column)) {
        return hasField(row, *field) ? QVariant(choiceText(*field, value(row, *field)))
                                     : QVariant();
    }
    const session::LayerFigures* figures = m_rows[static_cast<std::size_t>(row)].figures;
    switch (column) {
    case NumberColumn:
        return row + 1;
    case NameColumn:
        return QString::fromStdString(layer.name);
    case OperatorColumn:
        return operatorText(layer);
    case RoundingColumn:
        return roundingText(layer);
    case WeightSqnrColumn:
        return layer.hasWeights ? QVariant(decibelText(weightSqnrDb(row))) : QVariant();
    case ActivationSqnrColumn:
        return decibelText(activationSqnrDb(row));
    case SizeColumn:
        return layer.hasWeights && figures != nullptr ? QVariant(bytesText(figures->sizeBytes))
                                                      : QVariant();
    case TimeColumn:
        return milliseconds(idOf(row)) ? QVariant(millisecondsText(*milliseconds(idOf(row))))
                                       : QVariant();
    case ParametersColumn:
        return layer.parameterCount > 0 ? QVariant(countText(layer.parameterCount)) : QVariant();
    case MacsColumn:
        return layer.macs > 0 ? QVariant(countText(layer.macs)) : QVariant();
    case ShapeColumn:
        return shapeText(layer.outputShape);
    case AccumulatorColumn:
        return accumulator(row) != nullptr ? QVariant(tr("%1 bits").arg(accumulator(row)->bits))
                                           : QVariant();
    default:
        return {};
    }
}

/// Empty for layers whose weights stay as they are.
QVariant LayerTableModel::roundingText(const OutlineEntry& layer) const
{
    const quant::Configuration& configuration = *m_document.configuration();
    if (!layer.hasWeights || weightScheme(configuration, layer.name).isFloat32()) {
        return {};
    }
    if (weightScheme(configuration, layer.name).split > 0.0) {
        return tr("nearest, split");
    }
    const auto method = session::correctionMethod(configuration, layer.name);
    return method ? methodText(*method) : tr("nearest");
}

QString LayerTableModel::methodText(quant::CorrectionMethod method)
{
    switch (method) {
    case quant::CorrectionMethod::Gptq:
        return tr("GPTQ");
    case quant::CorrectionMethod::AdaRound:
        return tr("AdaRound");
    case quant::CorrectionMethod::BiasCorrection:
        return tr("nearest, bias corrected");
    case quant::CorrectionMethod::BiasCorrectionAnalytic:
        return tr("nearest, bias corrected without images");
    default:
        return tr("corrected");
    }
}

QVariant LayerTableModel::sortData(int row, int column) const
{
    constexpr double kMissing = -1.0e9;
    const OutlineEntry& layer = entry(row);
    const session::LayerFigures* figures = m_rows[static_cast<std::size_t>(row)].figures;
    const auto bits = [](const quant::Precision& precision) { return precision.bits(); };
    const quant::Configuration& configuration = *m_document.configuration();
    switch (column) {
    case NumberColumn:
        return row;
    case WeightBitsColumn:
        return layer.hasWeights ? bits(weightScheme(configuration, layer.name).precision) : -1;
    case ActivationBitsColumn:
        return layer.hasSite()
                   ? bits(activationScheme(configuration, layer.sites.front()).precision)
                   : -1;
    case WeightSqnrColumn:
        return weightSqnrDb(row).value_or(kMissing);
    case ActivationSqnrColumn:
        return activationSqnrDb(row).value_or(kMissing);
    case SizeColumn:
        return figures != nullptr ? static_cast<qint64>(figures->sizeBytes) : qint64{-1};
    case TimeColumn:
        return milliseconds(idOf(row)).value_or(kMissing);
    case ParametersColumn:
        return static_cast<qint64>(layer.parameterCount);
    case MacsColumn:
        return static_cast<qint64>(layer.macs);
    case ShapeColumn:
        return static_cast<qint64>(elementCount(layer.outputShape));
    case AccumulatorColumn:
        return accumulator(row) != nullptr ? accumulator(row)->bits : -1;
    default:
        return displayData(row, column);
    }
}

QString LayerTableModel::storageText(const session::LayerFigures& figures)
{
    const QString kept = QLocale().toString(100.0 * figures.keptShare, 'f', 1);
    switch (figures.format) {
    case quant::SparseFormat::Bitmask:
        return tr("%1 % of the weights are kept, stored with a bit a weight that says which.")
            .arg(kept);
    case quant::SparseFormat::NOfM:
        return tr("%1 % of the weights are kept, each stored with its place in its run.").arg(kept);
    case quant::SparseFormat::Dense:
        break;
    }
    return tr("%1 % of the weights are kept, stored densely: that is smallest here.").arg(kept);
}

QVariant LayerTableModel::toolTip(int row, int column) const
{
    const OutlineEntry& layer = entry(row);
    if (column == TimeColumn && isTimeStale()) {
        return tr("Measured before the last edit; Quantize > Measure Time measures it again.");
    }
    if (isStale(row, column)) {
        return tr("Measured before the last edit; the new figure is on its way.");
    }
    if (column == WeightBitsColumn && isPinned(row)) {
        return tr("Pinned: a search for mixed precision keeps these bits.");
    }
    if (column == NameColumn || column == OperatorColumn) {
        return layerToolTip(layer);
    }
    if (column == ParametersColumn || column == MacsColumn) {
        return QLocale().toString(
            static_cast<qlonglong>(column == MacsColumn ? layer.macs : layer.parameterCount));
    }
    const session::LayerFigures* figures = m_rows[static_cast<std::size_t>(row)].figures;
    if (column == SizeColumn && figures != nullptr && figures->keptShare < 1.0) {
        return QString(storageText(*figures) % u"\n"_s % layerColumnHelp(column));
    }
    if (column == SplittingColumn && figures != nullptr && figures->addedChannels > 0) {
        return QString(
            tr("%n input channels added.", nullptr, static_cast<int>(figures->addedChannels)) %
            u"\n"_s % layerColumnHelp(column));
    }
    if (column == AccumulatorColumn && accumulator(row) != nullptr) {
        return QString(accumulatorText(*accumulator(row)) % u'\n' % layerColumnHelp(column));
    }
    const std::optional<SchemeField> field = fieldOf(column);
    const QString help =
        field && hasField(row, *field) ? choiceHelp(*field, value(row, *field)) : QString();
    return help.isEmpty() ? layerColumnHelp(column)
                          : QString(help % u"\n"_s % layerColumnHelp(column));
}

bool LayerTableModel::isStale(int row, int column) const
{
    if (column == TimeColumn) {
        return isTimeStale();
    }
    if (column == AccumulatorColumn) {
        return accumulator(row) != nullptr &&
               m_evaluation->configuration != *m_document.configuration();
    }
    if (column < WeightSqnrColumn || column > SizeColumn || !m_evaluation) {
        return false;
    }
    const quant::Configuration& now = *m_document.configuration();
    const quant::Configuration& then = m_evaluation->configuration;
    if (column == ActivationSqnrColumn) {
        return isNoiseStale();
    }
    const std::string& name = entry(row).name;
    return entry(row).hasWeights &&
           (weightScheme(now, name) != weightScheme(then, name) ||
            quant::correctedWeights(now, name) != quant::correctedWeights(then, name));
}

} // namespace quantoscope::gui
