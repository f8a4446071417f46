// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/rule_list_model.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace quantoscope::gui {

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
    m_rules[static_cast<std::size_t>(index.row())].isEnabled = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT rulesChanged();
    return true;
}

Qt::ItemFlags RuleListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags result = QAbstractListModel::flags(index);
    return index.isValid() ? result | Qt::ItemIsUserCheckable : result;
}

void RuleListModel::setRules(std::vector<LayerRule> rules)
{
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
    Q_EMIT rulesChanged();
}

void RuleListModel::add(const LayerRule& rule)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_rules.push_back(rule);
    endInsertRows();
    Q_EMIT rulesChanged();
}

void RuleListModel::replace(int row, const LayerRule& rule)
{
    if (isRow(row) && m_rules[static_cast<std::size_t>(row)] != rule) {
        m_rules[static_cast<std::size_t>(row)] = rule;
        Q_EMIT dataChanged(index(row), index(row));
        Q_EMIT rulesChanged();
    }
}

void RuleListModel::remove(int row)
{
    if (isRow(row)) {
        beginRemoveRows({}, row, row);
        m_rules.erase(m_rules.begin() + row);
        endRemoveRows();
        Q_EMIT rulesChanged();
    }
}

bool RuleListModel::move(int row, int direction)
{
    const int to = row + direction;
    if (!isRow(row) || !isRow(to) || (direction != 1 && direction != -1)) {
        return false;
    }
    beginMoveRows({}, row, row, {}, direction > 0 ? to + 1 : to);
    std::swap(m_rules[static_cast<std::size_t>(row)], m_rules[static_cast<std::size_t>(to)]);
    endMoveRows();
    Q_EMIT rulesChanged();
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
