// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_table_model.h"

#include "gui/models/choice_help.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_column_text.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

bool isNumeric(int column)
{
    return column == LayerTableModel::NumberColumn || column >= LayerTableModel::WeightSqnrColumn;
}

QStringList choiceHelps(SchemeField field, const std::vector<SchemeChoice>& choices)
{
    QStringList helps;
    for (const SchemeChoice& choice : choices) {
        helps.append(choiceHelp(field, choice.value));
    }
    return helps;
}

QStringList collect(const std::vector<SchemeChoice>& choices, QString SchemeChoice::* part)
{
    QStringList list;
    for (const SchemeChoice& choice : choices) {
        list.append(choice.*part);
    }
    return list;
}

} // namespace

LayerTableModel::LayerTableModel(ConfigurationDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_pin(u":/icons/pin.svg"_s)
{
    connect(&document, &ConfigurationDocument::changed, this,
            &LayerTableModel::configurationChanged);
    connect(&document, &ConfigurationDocument::pinsChanged, this, &LayerTableModel::pinsChanged);
}

int LayerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LayerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LayerTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const int row = index.row();
    const int column = index.column();
    const std::optional<SchemeField> field = fieldOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return displayData(row, column);
    case Qt::EditRole:
        return field && hasField(row, *field) ? QVariant(value(row, *field)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        return isStale(row, column)
                   ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                   : QVariant();
    case SortRole:
        return sortData(row, column);
    case OutlineIdRole:
        return m_rows[static_cast<std::size_t>(row)].id;
    case ChoiceValuesRole:
        return field ? QVariant(collect(choicesOf(row, *field), &SchemeChoice::value)) : QVariant();
    case ChoiceTextsRole:
        return field ? QVariant(collect(choicesOf(row, *field), &SchemeChoice::text)) : QVariant();
    case ChoiceReasonsRole:
        return field ? QVariant(choiceReasons(row, *field)) : QVariant();
    case ChoiceHelpsRole:
        return field ? QVariant(choiceHelps(*field, choicesOf(row, *field))) : QVariant();
    case StaleRole:
        return isStale(row, column);
    case PinnedRole:
        return isPinned(row);
    case Qt::DecorationRole:
        return column == WeightBitsColumn && isPinned(row) ? QVariant(m_pin) : QVariant();
    default:
        return {};
    }
}

std::vector<SchemeChoice> LayerTableModel::choicesOf(int row, SchemeField field) const
{
    std::vector<SchemeChoice> choices = field == SchemeField::WeightAxis
                                            ? axisChoices(entry(row).weightShape.size())
                                            : schemeChoices(field);
    if (hasField(row, field)) {
        const QString now = value(row, field);
        if (std::ranges::find(choices, now, &SchemeChoice::value) == choices.end()) {
            choices.push_back({now, choiceText(field, now)});
        }
    }
    return choices;
}

QStringList LayerTableModel::choiceReasons(int row, SchemeField field) const
{
    QStringList reasons;
    for (const SchemeChoice& choice : choicesOf(row, field)) {
        reasons.append(reasonAgainst(row, field, choice.value));
    }
    return reasons;
}

bool LayerTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !checkIndex(index)) {
        return false;
    }
    const std::optional<SchemeField> field = fieldOf(index.column());
    const int row = index.row();
    return field && setField({&row, 1}, *field, value.toString());
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return layerColumnTitle(section);
    case Qt::ToolTipRole:
        return layerColumnHelp(section);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

Qt::ItemFlags LayerTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (!index.isValid() || !checkIndex(index)) {
        return result;
    }
    const std::optional<SchemeField> field = fieldOf(index.column());
    if (field && hasField(index.row(), *field)) {
        result |= Qt::ItemIsEditable;
    }
    return result;
}

void LayerTableModel::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    beginResetModel();
    m_outline = std::move(outline);
    m_evaluation.reset();
    m_noise.reset();
    m_times.reset();
    m_rows.clear();
    for (std::size_t i = 0; m_outline && i < m_outline->entries.size(); ++i) {
        if (m_outline->entries[i].isConfigurable()) {
            m_rows.push_back({static_cast<OutlineId>(i)});
        }
    }
    endResetModel();
}

void LayerTableModel::setEvaluation(std::shared_ptr<const session::Evaluation> evaluation)
{
    m_noiseOvertaken |=
        m_evaluation && evaluation && m_evaluation->configuration != evaluation->configuration;
    m_evaluation = std::move(evaluation);
    std::map<std::string, const session::LayerFigures*> byName;
    for (std::size_t i = 0; m_evaluation && i < m_evaluation->layers.size(); ++i) {
        byName[m_evaluation->layers[i].name] = &m_evaluation->layers[i];
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto found = byName.find(entry(static_cast<int>(i)).name);
        m_rows[i].figures = found == byName.end() ? nullptr : found->second;
    }
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, WeightSqnrColumn), index(rowCount() - 1, AccumulatorColumn),
                           {Qt::DisplayRole, Qt::ForegroundRole, SortRole, StaleRole});
    }
}

void LayerTableModel::setNoise(std::shared_ptr<const session::NoiseReport> noise)
{
    m_noise = std::move(noise);
    m_noiseOvertaken = false;
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, ActivationSqnrColumn),
                           index(rowCount() - 1, ActivationSqnrColumn),
                           {Qt::DisplayRole, Qt::ForegroundRole, SortRole, StaleRole});
    }
}

void LayerTableModel::setTimes(std::shared_ptr<const session::TimeReport> times,
                               std::shared_ptr<const quant::Configuration> configuration)
{
    m_times = std::move(times);
    m_timedConfiguration = std::move(configuration);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn),
                           {Qt::DisplayRole, Qt::ForegroundRole, SortRole, StaleRole});
    }
}

OutlineId LayerTableModel::idOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].id : kNoOutlineId;
}

int LayerTableModel::rowOf(OutlineId id) const
{
    const auto found = std::ranges::lower_bound(m_rows, id, {}, &Row::id);
    return found == m_rows.end() || found->id != id ? -1 : static_cast<int>(found - m_rows.begin());
}

std::optional<double> LayerTableModel::weightSqnrDb(int row) const
{
    const session::LayerFigures* figures = m_rows[static_cast<std::size_t>(row)].figures;
    return figures != nullptr ? figures->weightSqnrDb : std::nullopt;
}

const quant::AccumulatorFigures* LayerTableModel::accumulator(int row) const
{
    const session::LayerFigures* figures = m_rows[static_cast<std::size_t>(row)].figures;
    return figures != nullptr && figures->accumulator ? &*figures->accumulator : nullptr;
}

std::optional<double> LayerTableModel::activationSqnrDb(int row) const
{
    if (!m_noise) {
        return std::nullopt;
    }
    const auto found = m_noise->activationSqnrDb.find(entry(row).name);
    return found == m_noise->activationSqnrDb.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> LayerTableModel::sizeBytes(int row) const
{
    const session::LayerFigures* figures = m_rows[static_cast<std::size_t>(row)].figures;
    return entry(row).hasWeights && figures != nullptr ? std::optional(figures->sizeBytes)
                                                       : std::nullopt;
}

bool LayerTableModel::isTimeStale() const
{
    return m_times && *m_timedConfiguration != *m_document.configuration();
}

std::optional<double> LayerTableModel::milliseconds(OutlineId layer) const
{
    if (!m_times) {
        return std::nullopt;
    }
    const auto found =
        m_times->layers.find(m_outline->entries[static_cast<std::size_t>(layer)].name);
    return found == m_times->layers.end() ? std::nullopt : std::optional(found->second.quantizedMs);
}

bool LayerTableModel::isNoiseStale() const
{
    // Noise travels down the graph: any edit may change all of it.
    return m_noise && m_evaluation &&
           (m_noiseOvertaken || m_evaluation->configuration != *m_document.configuration());
}

std::optional<SchemeField> LayerTableModel::fieldOf(int column)
{
    switch (column) {
    case WeightBitsColumn:
        return SchemeField::WeightPrecision;
    case WeightSymmetryColumn:
        return SchemeField::WeightSymmetry;
    case GranularityColumn:
        return SchemeField::WeightGranularity;
    case WeightAxisColumn:
        return SchemeField::WeightAxis;
    case WeightScaleColumn:
        return SchemeField::WeightScale;
    case WeightRangeColumn:
        return SchemeField::WeightRange;
    case PruningColumn:
        return SchemeField::WeightPruning;
    case SplittingColumn:
        return SchemeField::WeightSplitting;
    case ActivationBitsColumn:
        return SchemeField::ActivationPrecision;
    case ActivationSymmetryColumn:
        return SchemeField::ActivationSymmetry;
    case ActivationSourceColumn:
        return SchemeField::ActivationSource;
    case ActivationCalibrationColumn:
        return SchemeField::ActivationCalibration;
    default:
        return std::nullopt;
    }
}

const OutlineEntry& LayerTableModel::entry(int row) const
{
    return m_outline->entries[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].id)];
}

bool LayerTableModel::isPinned(int row) const
{
    return entry(row).hasWeights && m_document.pinned().contains(entry(row).name);
}

void LayerTableModel::pinsChanged()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1),
                           {Qt::DecorationRole, Qt::ToolTipRole, PinnedRole});
    }
}

void LayerTableModel::configurationChanged()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(
            index(0, WeightBitsColumn), index(rowCount() - 1, AccumulatorColumn),
            {Qt::DisplayRole, Qt::EditRole, Qt::ForegroundRole, SortRole, StaleRole});
    }
}

} // namespace quantoscope::gui
