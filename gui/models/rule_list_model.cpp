// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/rule_list_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {

int firstDifference(const std::vector<LayerRule>& left, const std::vector<LayerRule>& right)
{
    return static_cast<int>(std::ranges::mismatch(left, right).in1 - left.begin());
}

/// Whether `longer` is `shorter` with one rule put in somewhere.
bool hasOneMore(std::vector<LayerRule> longer, const std::vector<LayerRule>& shorter)
{
    if (longer.size() != shorter.size() + 1) {
        return false;
    }
    longer.erase(longer.begin() + firstDifference(longer, shorter));
    return longer == shorter;
}

} // namespace

class RuleListCommand : public QUndoCommand
{
public:
    RuleListCommand(RuleListModel& model, const QString& text, std::vector<LayerRule> after,
                    int mergeRow)
        : QUndoCommand(text), m_model(model), m_before(model.rules()), m_after(std::move(after)),
          m_mergeRow(mergeRow)
    {
    }

    void undo() override { m_model.setRules(m_before); }
    void redo() override { m_model.setRules(m_after); }
    [[nodiscard]] int id() const override { return m_mergeRow < 0 ? -1 : kId; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = dynamic_cast<const RuleListCommand*>(other);
        if (next == nullptr || next->m_mergeRow != m_mergeRow) {
            return false;
        }
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    static constexpr int kId = 2; ///< that of edits of the configuration is 1

    RuleListModel& m_model;
    std::vector<LayerRule> m_before;
    std::vector<LayerRule> m_after;
    int m_mergeRow;
};

RuleListModel::RuleListModel(QUndoStack& undoStack, QObject* parent)
    : QAbstractListModel(parent), m_undoStack(undoStack)
{
}

int RuleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

QVariant RuleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LayerRule& rule = m_rules[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return ruleText(rule);
    case Qt::CheckStateRole:
        return rule.isEnabled ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool RuleListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    std::vector<LayerRule> rules = m_rules;
    const bool isEnabled = value.toInt() == Qt::Checked;
    rules[static_cast<std::size_t>(index.row())].isEnabled = isEnabled;
    edit(isEnabled ? tr("Enable a rule") : tr("Disable a rule"), std::move(rules));
    return true;
}

Qt::ItemFlags RuleListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags result = QAbstractListModel::flags(index);
    return index.isValid() ? result | Qt::ItemIsUserCheckable : result;
}

void RuleListModel::edit(const QString& text, std::vector<LayerRule> rules, int mergeRow)
{
    if (rules != m_rules) {
        m_undoStack.push(new RuleListCommand(*this, text, std::move(rules), mergeRow));
    }
}

void RuleListModel::setRules(std::vector<LayerRule> rules)
{
    const int first = firstDifference(m_rules, rules);
    if (rules.size() == m_rules.size()) {
        showReplaced(std::move(rules));
    } else if (hasOneMore(rules, m_rules)) {
        beginInsertRows({}, first, first);
        m_rules = std::move(rules);
        endInsertRows();
    } else if (hasOneMore(m_rules, rules)) {
        beginRemoveRows({}, first, first);
        m_rules = std::move(rules);
        endRemoveRows();
    } else {
        beginResetModel();
        m_rules = std::move(rules);
        endResetModel();
    }
    Q_EMIT rulesChanged();
}

/// As many rules as before: two neighbours swapped are a move, so that a selection goes along.
void RuleListModel::showReplaced(std::vector<LayerRule> rules)
{
    const int first = firstDifference(m_rules, rules);
    if (first + 1 < rowCount()) {
        std::vector<LayerRule> swapped = m_rules;
        const auto place = swapped.begin() + first;
        std::iter_swap(place, place + 1);
        if (swapped == rules) {
            beginMoveRows({}, first, first, {}, first + 2);
            m_rules = std::move(rules);
            endMoveRows();
            return;
        }
    }
    m_rules = std::move(rules);
    if (first < rowCount()) {
        Q_EMIT dataChanged(index(first), index(rowCount() - 1));
    }
}

void RuleListModel::add(const LayerRule& rule)
{
    std::vector<LayerRule> rules = m_rules;
    rules.push_back(rule);
    edit(tr("Add a rule"), std::move(rules));
}

void RuleListModel::replace(int row, const LayerRule& rule)
{
    if (isRow(row)) {
        std::vector<LayerRule> rules = m_rules;
        rules[static_cast<std::size_t>(row)] = rule;
        edit(tr("Change a rule"), std::move(rules), row);
    }
}

void RuleListModel::remove(int row)
{
    if (isRow(row)) {
        std::vector<LayerRule> rules = m_rules;
        rules.erase(rules.begin() + row);
        edit(tr("Remove a rule"), std::move(rules));
    }
}

bool RuleListModel::move(int row, int direction)
{
    const int to = row + direction;
    if (!isRow(row) || !isRow(to) || (direction != 1 && direction != -1)) {
        return false;
    }
    std::vector<LayerRule> rules = m_rules;
    std::swap(rules[static_cast<std::size_t>(row)], rules[static_cast<std::size_t>(to)]);
    edit(tr("Move a rule"), std::move(rules));
    return true;
}

QByteArray RuleListModel::toJson() const
{
    QJsonArray array;
    for (const LayerRule& rule : m_rules) {
        array.append(ruleJson(rule));
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void RuleListModel::readJson(const QByteArray& json)
{
    std::vector<LayerRule> rules;
    for (const QJsonValue& value : QJsonDocument::fromJson(json).array()) {
        if (value.isObject()) {
            rules.push_back(ruleFromJson(value.toObject()));
        }
    }
    setRules(std::move(rules));
}

} // namespace quantoscope::gui
