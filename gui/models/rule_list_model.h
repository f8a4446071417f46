// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/layer_rule.h"

#include <QAbstractListModel>
#include <QByteArray>
#include <QString>

#include <vector>

class QUndoStack;

namespace quantoscope::gui {

/// The user's rules in the order in which they are applied; a check mark enables a rule. Every edit
/// is a step on the undo stack; consecutive changes of one rule are undone as one.
class RuleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// \param undoStack has to outlive it
    explicit RuleListModel(QUndoStack& undoStack, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] const std::vector<LayerRule>& rules() const { return m_rules; }
    void add(const LayerRule& rule);
    void replace(int row, const LayerRule& rule);
    void remove(int row);
    /// Moves a rule up (-1) or down (+1) one place; false at the ends.
    bool move(int row, int direction);

    /// For the settings. What is no rule is left out when read.
    [[nodiscard]] QByteArray toJson() const;
    void readJson(const QByteArray& json); ///< no step: starts anew

Q_SIGNALS:
    void rulesChanged();

private:
    friend class RuleListCommand;
    /// Tells views no more than what differs.
    void setRules(std::vector<LayerRule> rules);
    void showReplaced(std::vector<LayerRule> rules);
    void edit(const QString& text, std::vector<LayerRule> rules, int mergeRow = -1);
    [[nodiscard]] bool isRow(int row) const { return row >= 0 && row < rowCount(); }

    QUndoStack& m_undoStack;
    std::vector<LayerRule> m_rules;
};

} // namespace quantoscope::gui
