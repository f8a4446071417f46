// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_history.h"

#include "gui/models/cost_axis.h"
#include "gui/models/quantity_text.h"
#include "gui/models/scheme_choices.h"
#include "gui/models/search_text.h"

#include <QLocale>
#include <QUndoCommand>

#include <algorithm>
#include <functional>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// The precision all schemes of a map share, if they do.
template <typename Schemes>
std::optional<quant::Precision> commonPrecision(const Schemes& schemes)
{
    if (schemes.empty()) {
        return quant::Precision::float32();
    }
    const quant::Precision first = schemes.begin()->second.precision;
    const bool same = std::ranges::all_of(
        schemes, [&](const auto& entry) { return entry.second.precision == first; });
    return same ? std::optional(first) : std::nullopt;
}

QString quoted(const QString& text)
{
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) &&
        !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'))) {
        return text;
    }
    QString doubled = text;
    doubled.replace(u"\""_s, u"\"\""_s);
    return u'"' % doubled % u'"';
}

/// A figure as a number, for sorting and for other programs.
QVariant figureOf(const TriedConfiguration& tried, int column)
{
    const session::Evaluation& evaluation = *tried.evaluation;
    const auto optional = [](const std::optional<double>& value) {
        return value ? QVariant(*value) : QVariant();
    };
    switch (column) {
    case ConfigurationHistory::Top1Column:
        return optional(evaluation.accuracy.top1);
    case ConfigurationHistory::AgreementColumn:
        return optional(evaluation.comparison.agreement);
    case ConfigurationHistory::SqnrColumn:
        return evaluation.comparison.sqnrDb;
    case ConfigurationHistory::SizeColumn:
        return static_cast<qint64>(evaluation.sizeBytes);
    case ConfigurationHistory::BitsColumn:
        return evaluation.averageWeightBits;
    case ConfigurationHistory::BopsColumn:
        return evaluation.bops > 0.0 ? QVariant(evaluation.bops) : QVariant();
    case ConfigurationHistory::TimeColumn:
        return optional(tried.milliseconds);
    default:
        return {};
    }
}

QString figureText(const TriedConfiguration& tried, int column)
{
    const session::Evaluation& evaluation = *tried.evaluation;
    switch (column) {
    case ConfigurationHistory::Top1Column:
        return percentText(evaluation.accuracy.top1);
    case ConfigurationHistory::AgreementColumn:
        return percentText(evaluation.comparison.agreement);
    case ConfigurationHistory::SqnrColumn:
        return decibelText(evaluation.comparison.sqnrDb);
    case ConfigurationHistory::SizeColumn:
        return bytesText(evaluation.sizeBytes);
    case ConfigurationHistory::BitsColumn:
        return numberText(evaluation.averageWeightBits, 3);
    case ConfigurationHistory::BopsColumn:
        return evaluation.bops > 0.0 ? bopsText(evaluation.bops) : missingText();
    case ConfigurationHistory::TimeColumn:
        return tried.milliseconds ? millisecondsText(*tried.milliseconds) : missingText();
    default:
        return {};
    }
}

} // namespace

class RenameCommand : public QUndoCommand
{
public:
    RenameCommand(ConfigurationHistory& history, const TriedConfiguration& tried,
                  ConfigurationHistory::Column column, QString after)
        : QUndoCommand(column == ConfigurationHistory::NameColumn
                           ? ConfigurationHistory::tr("Name %1").arg(tried.label)
                           : ConfigurationHistory::tr("Note on %1").arg(tried.title())),
          m_history(history), m_generation(history.m_generation), m_evaluation(tried.evaluation),
          m_column(column),
          m_before(column == ConfigurationHistory::NameColumn ? tried.name : tried.note),
          m_after(std::move(after))
    {
    }
    void undo() override { set(m_before); }
    void redo() override { set(m_after); }

private:
    void set(const QString& text)
    {
        if (m_generation == m_history.m_generation) {
            m_history.setText(m_evaluation, m_column, text);
        }
    }
    ConfigurationHistory& m_history;
    int m_generation;
    std::shared_ptr<const session::Evaluation> m_evaluation;
    ConfigurationHistory::Column m_column;
    QString m_before;
    QString m_after;
};

class RemoveCommand : public QUndoCommand
{
public:
    /// \param rows in ascending order
    RemoveCommand(ConfigurationHistory& history, const std::vector<int>& rows)
        : QUndoCommand(ConfigurationHistory::tr("Remove %n configurations", nullptr,
                                                static_cast<int>(rows.size()))),
          m_history(history), m_generation(history.m_generation)
    {
        for (const int row : rows) {
            m_removed.emplace_back(row, history.m_tried[static_cast<std::size_t>(row)]);
        }
    }
    void undo() override
    {
        if (m_generation != m_history.m_generation) {
            return;
        }
        for (const auto& [row, tried] : m_removed) {
            // It may have been tried again since.
            if (m_history.rowOf(tried.evaluation->configuration) < 0) {
                m_history.insert(std::min(row, m_history.rowCount()), tried);
            }
        }
    }
    void redo() override
    {
        for (const auto& [row, tried] : m_removed) {
            const int current = m_history.rowHolding(tried.evaluation);
            if (m_generation == m_history.m_generation && current >= 0) {
                m_history.take(current);
            }
        }
    }

private:
    ConfigurationHistory& m_history;
    int m_generation;
    std::vector<std::pair<int, TriedConfiguration>> m_removed;
};

namespace {

/// What the layers that are pruned, or have split channels, have in common; empty where none is.
QString commonLabel(const quant::Configuration& configuration, SchemeField field)
{
    const QString none = fieldValue(field, quant::WeightScheme{});
    QString common = none;
    for (const auto& [layer, scheme] : configuration.weights) {
        const QString value = fieldValue(field, scheme);
        if (value == none) {
            continue;
        }
        if (common != none && common != value) {
            return ConfigurationHistory::tr("mixed");
        }
        common = value;
    }
    return common == none ? QString() : choiceText(field, common);
}

} // namespace

QString configurationLabel(const session::Evaluation& evaluation)
{
    const quant::Configuration& configuration = evaluation.configuration;
    const auto weights = commonPrecision(configuration.weights);
    const auto activations = commonPrecision(configuration.activations);
    QString label = ConfigurationHistory::tr("mixed, %L1 weight bits on average")
                        .arg(evaluation.averageWeightBits, 0, 'f', 2);
    if (weights && activations) {
        label = QString::fromStdString(quant::toString(quant::BitsPreset{*weights, *activations}));
    }
    if (const QString pruning = commonLabel(configuration, SchemeField::WeightPruning);
        !pruning.isEmpty()) {
        label = ConfigurationHistory::tr("%1, pruned: %2").arg(label, pruning);
    }
    if (const QString split = commonLabel(configuration, SchemeField::WeightSplitting);
        !split.isEmpty()) {
        label = ConfigurationHistory::tr("%1, split: %2").arg(label, split);
    }
    const bool isCorrected = std::ranges::any_of(configuration.corrected, [&](const auto& entry) {
        return quant::correctedWeights(configuration, entry.first) != nullptr;
    });
    if (isCorrected) {
        label = ConfigurationHistory::tr("%1, corrected").arg(label);
    }
    return configuration.requantization == quant::MultiplierKind::FixedPoint
               ? ConfigurationHistory::tr("%1, fixed-point").arg(label)
               : label;
}

ConfigurationHistory::ConfigurationHistory(QUndoStack& undo, QObject* parent)
    : QAbstractTableModel(parent), m_undo(undo)
{
}

int ConfigurationHistory::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tried.size());
}

int ConfigurationHistory::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConfigurationHistory::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const TriedConfiguration& tried = m_tried[static_cast<std::size_t>(index.row())];
    const bool isText = index.column() == NameColumn || index.column() == NoteColumn;
    const QString& text = index.column() == NameColumn ? tried.title() : tried.note;
    switch (role) {
    case Qt::DisplayRole:
        return isText ? text : figureText(tried, index.column());
    case Qt::EditRole:
    case SortRole:
        return isText ? QVariant(text) : figureOf(tried, index.column());
    case Qt::ToolTipRole:
        return isText && !text.isEmpty() ? QVariant(text) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool ConfigurationHistory::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole ||
        (index.column() != NameColumn && index.column() != NoteColumn)) {
        return false;
    }
    const TriedConfiguration& tried = m_tried[static_cast<std::size_t>(index.row())];
    QString text = value.toString().trimmed();
    if (index.column() == NameColumn && text == tried.label) {
        text.clear();
    }
    if (text != (index.column() == NameColumn ? tried.name : tried.note)) {
        m_undo.push(new RenameCommand(*this, tried, static_cast<Column>(index.column()), text));
    }
    return true;
}

Qt::ItemFlags ConfigurationHistory::flags(const QModelIndex& index) const
{
    const bool isText = index.column() == NameColumn || index.column() == NoteColumn;
    return QAbstractTableModel::flags(index) | (isText ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant ConfigurationHistory::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case NameColumn:
        return tr("Name");
    case Top1Column:
        return tr("Top-1");
    case AgreementColumn:
        return tr("Agreement");
    case SqnrColumn:
        return tr("Output SQNR");
    case SizeColumn:
        return tr("Size");
    case BitsColumn:
        return tr("Weight bits");
    case BopsColumn:
        return tr("BOPs");
    case TimeColumn:
        return tr("Time");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

int ConfigurationHistory::rowOf(const quant::Configuration& configuration) const
{
    const auto found = std::ranges::find_if(m_tried, [&](const TriedConfiguration& tried) {
        return tried.evaluation->configuration == configuration;
    });
    return found == m_tried.end() ? -1 : static_cast<int>(found - m_tried.begin());
}

int ConfigurationHistory::rowHolding(const EvaluationPtr& evaluation) const
{
    const auto found = std::ranges::find(m_tried, evaluation, &TriedConfiguration::evaluation);
    return found == m_tried.end() ? -1 : static_cast<int>(found - m_tried.begin());
}

void ConfigurationHistory::add(std::shared_ptr<const session::Evaluation> evaluation)
{
    if (rowOf(evaluation->configuration) >= 0) {
        return;
    }
    QString label = configurationLabel(*evaluation);
    insert(rowCount(), {std::move(evaluation), std::move(label), {}, {}, {}});
}

void ConfigurationHistory::restore(std::vector<TriedConfiguration> tried)
{
    int next = 0;
    for (TriedConfiguration& each : tried) {
        const int row = rowOf(each.evaluation->configuration);
        if (row < 0) {
            each.label = configurationLabel(*each.evaluation);
            insert(next++, std::move(each));
            continue;
        }
        moveUp(row, next);
        TriedConfiguration& known = m_tried[static_cast<std::size_t>(next)];
        known.name = known.name.isEmpty() ? each.name : known.name;
        known.note = known.note.isEmpty() ? each.note : known.note;
        known.milliseconds = known.milliseconds ? known.milliseconds : each.milliseconds;
        Q_EMIT dataChanged(index(next, NameColumn), index(next, NoteColumn));
        ++next;
    }
}

void ConfigurationHistory::moveUp(int row, int to)
{
    if (row > to) {
        beginMoveRows({}, row, row, {}, to);
        const auto first = m_tried.begin();
        std::rotate(first + to, first + row, first + row + 1);
        endMoveRows();
    }
}

void ConfigurationHistory::setTime(const quant::Configuration& configuration, double milliseconds)
{
    if (const int row = rowOf(configuration); row >= 0) {
        m_tried[static_cast<std::size_t>(row)].milliseconds = milliseconds;
        Q_EMIT dataChanged(index(row, TimeColumn), index(row, TimeColumn));
    }
}

void ConfigurationHistory::remove(const std::vector<int>& rows)
{
    std::vector<int> ascending = rows;
    std::ranges::sort(ascending);
    if (!ascending.empty()) {
        m_undo.push(new RemoveCommand(*this, ascending));
    }
}

void ConfigurationHistory::insert(int row, TriedConfiguration tried)
{
    beginInsertRows({}, row, row);
    m_tried.insert(m_tried.begin() + row, std::move(tried));
    endInsertRows();
}

void ConfigurationHistory::take(int row)
{
    beginRemoveRows({}, row, row);
    m_tried.erase(m_tried.begin() + row);
    endRemoveRows();
}

void ConfigurationHistory::setText(const EvaluationPtr& evaluation, Column column,
                                   const QString& text)
{
    const int row = rowHolding(evaluation);
    if (row < 0) {
        return;
    }
    TriedConfiguration& tried = m_tried[static_cast<std::size_t>(row)];
    (column == NameColumn ? tried.name : tried.note) = text;
    Q_EMIT dataChanged(index(row, column), index(row, column));
}

void ConfigurationHistory::clear()
{
    beginResetModel();
    m_tried.clear();
    ++m_generation;
    endResetModel();
}

QByteArray ConfigurationHistory::toCsv() const
{
    QString csv =
        u"name,bits,top1,agreement,sqnr_db,size_bytes,average_weight_bits,bops,milliseconds,note\r\n"_s;
    for (const TriedConfiguration& tried : m_tried) {
        csv += quoted(tried.title()) % u',' % quoted(tried.label);
        for (int column = Top1Column; column <= TimeColumn; ++column) {
            const QVariant figure = figureOf(tried, column);
            csv += u',' % (column == SizeColumn ? QString::number(figure.toLongLong())
                           : figure.isValid()   ? QString::number(figure.toDouble(), 'g', 12)
                                                : QString());
        }
        csv += u',' % quoted(tried.note) % u"\r\n"_s;
    }
    return csv.toUtf8();
}

} // namespace quantoscope::gui
