// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/hardware_profile.h"
#include "gui/models/model_outline.h"
#include "gui/models/rule_list_model.h"

#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace quantoscope::gui {

class ConfigurationDocument;
class RuleForm;

/// The user's rules for whole kinds of layers: a list in the order in which they are applied, the
/// form of the selected one, and what applies them.
class RulesPanel : public QWidget
{
    Q_OBJECT

public:
    RulesPanel(ConfigurationDocument& document, RuleListModel& rules, QWidget* parent = nullptr);

    void setOutline(std::shared_ptr<const ModelOutline> outline);
    /// Rules may set only bits that this hardware takes; none: any.
    void setProfile(std::optional<session::HardwareProfile> profile);
    /// As one undoable step.
    void apply();
    [[nodiscard]] RuleListModel& rules() { return m_rules; }
    [[nodiscard]] QListView& list() { return *m_list; }
    [[nodiscard]] RuleForm& form() { return *m_form; }
    [[nodiscard]] QPushButton& applyButton() { return *m_apply; }
    [[nodiscard]] QToolButton& addButton() { return *m_add; }
    [[nodiscard]] QToolButton& upButton() { return *m_up; }
    [[nodiscard]] QCheckBox& appliesToNewModels() { return *m_onOpening; }

Q_SIGNALS:
    void failed(const quantoscope::Error& error);
    void settingsChanged(); ///< of the rules or of when they are applied

private:
    QWidget* makeButtons();
    void setUpList();
    void showCurrent();
    void showState();
    void select(int row);
    [[nodiscard]] QString remark() const;
    [[nodiscard]] int currentRow() const;

    ConfigurationDocument& m_document;
    std::shared_ptr<const ModelOutline> m_outline;
    RuleListModel& m_rules;
    std::optional<session::HardwareProfile> m_profile;
    QListView* m_list;
    RuleForm* m_form;
    QLabel* m_remark;
    QPushButton* m_apply = nullptr;
    QCheckBox* m_onOpening = nullptr;
    QToolButton* m_add = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
};

} // namespace quantoscope::gui
