// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/layer_rule.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLineEdit;

namespace quantoscope::gui {

/// The fields of one rule.
class RuleForm : public QWidget
{
    Q_OBJECT

public:
    explicit RuleForm(QWidget* parent = nullptr);

    /// Operators to choose from; that of the rule shown stays in the list.
    void setOperators(const std::vector<std::string>& operators);
    void setRule(const LayerRule& rule);
    [[nodiscard]] LayerRule rule() const;
    [[nodiscard]] QComboBox& operatorCombo() { return *m_operator; }
    [[nodiscard]] QLineEdit& nameField() { return *m_name; }
    [[nodiscard]] QComboBox* combo(SchemeField field) const;

Q_SIGNALS:
    void edited(); ///< by the user

private:
    struct Entry
    {
        SchemeField field;
        QComboBox* combo;
    };
    QComboBox* addField(SchemeField field, const QString& toolTip);
    void changed();

    QComboBox* m_operator;
    QLineEdit* m_name;
    std::vector<Entry> m_entries;
    bool m_isEnabled = true;
    bool m_isFilling = false;
};

} // namespace quantoscope::gui
