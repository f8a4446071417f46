// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/rules_panel.h"

#include "gui/models/configuration_document.h"
#include "gui/models/layer_column_text.h"
#include "gui/panels/rule_form.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace quantoscope::gui {

namespace {

QToolButton* addTextButton(QHBoxLayout& layout, const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    layout.addWidget(button);
    return button;
}

} // namespace

RulesPanel::RulesPanel(ConfigurationDocument& document, RuleListModel& rules, QWidget* parent)
    : QWidget(parent), m_document(document), m_rules(rules), m_list(new QListView),
      m_form(new RuleForm), m_remark(new QLabel)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 3, 0, 3);
    layout->setSpacing(3);
    m_onOpening = new QCheckBox(tr("Apply to models opened for the first time"));
    m_onOpening->setToolTip(tr("A model that was open before keeps the configuration it had"));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setMargin(6);
    m_remark->setWordWrap(true);
    setUpList();
    layout->addWidget(m_list, 1);
    layout->addWidget(makeButtons());
    layout->addWidget(m_form);
    layout->addWidget(m_remark);
    connect(m_form, &RuleForm::edited, this,
            [this] { m_rules.replace(currentRow(), m_form->rule()); });
    connect(&m_rules, &RuleListModel::rulesChanged, this, &RulesPanel::showState);
    connect(&m_rules, &RuleListModel::rulesChanged, this, &RulesPanel::settingsChanged);
    connect(&m_rules, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first) { select(first); });
    connect(&m_rules, &QAbstractItemModel::modelReset, this, [this] { select(-1); });
    connect(m_onOpening, &QCheckBox::toggled, this, &RulesPanel::settingsChanged);
    showCurrent();
}

void RulesPanel::setUpList()
{
    m_list->setModel(&m_rules);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(2);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("Rules in the order in which they are applied"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RulesPanel::showCurrent);
}

QWidget* RulesPanel::makeButtons()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 0, 6, 0);
    m_add = addTextButton(*layout, tr("Add"), tr("Add a rule to the end of the list"));
    m_remove = addTextButton(*layout, tr("Remove"), tr("Remove the selected rule"));
    m_up = addTextButton(*layout, tr("Up"), tr("Apply the selected rule earlier"));
    m_down = addTextButton(*layout, tr("Down"),
                           tr("Apply the selected rule later: later rules win over earlier ones"));
    m_apply = new QPushButton(tr("Apply to Model"));
    m_apply->setToolTip(tr("Apply all rules that are checked, in order, as one step"));
    layout->addStretch(1);
    layout->addWidget(m_onOpening);
    layout->addWidget(m_apply);
    connect(m_add, &QToolButton::clicked, this, [this] {
        LayerRule rule;
        rule.op = m_rules.rules().empty() ? "DepthwiseConv" : "";
        rule.values[SchemeField::WeightPrecision] = QStringLiteral("INT8");
        m_rules.add(rule);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_rules.remove(currentRow());
        showCurrent();
    });
    connect(m_up, &QToolButton::clicked, this, [this] { m_rules.move(currentRow(), -1); });
    connect(m_down, &QToolButton::clicked, this, [this] { m_rules.move(currentRow(), 1); });
    connect(m_apply, &QPushButton::clicked, this, &RulesPanel::apply);
    return bar;
}

void RulesPanel::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    m_outline = std::move(outline);
    std::set<std::string> operators;
    for (std::size_t i = 0; m_outline && i < m_outline->entries.size(); ++i) {
        if (m_outline->entries[i].isConfigurable()) {
            operators.insert(operatorKey(m_outline->entries[i]));
        }
    }
    m_form->setOperators({operators.begin(), operators.end()});
    showState();
}

int RulesPanel::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void RulesPanel::showCurrent()
{
    const int row = currentRow();
    if (row >= 0) {
        m_form->setRule(m_rules.rules()[static_cast<std::size_t>(row)]);
    }
    showState();
}

void RulesPanel::showState()
{
    const int row = currentRow();
    m_form->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_rules.rowCount());
    m_apply->setEnabled(m_outline && std::ranges::any_of(m_rules.rules(), &LayerRule::isEnabled));
    if (row >= 0) { // the check mark may have changed in the list
        m_form->setRule(m_rules.rules()[static_cast<std::size_t>(row)]);
    }
    m_remark->setText(remark());
}

/// What the selected rule does to the model, or why it can't.
QString RulesPanel::remark() const
{
    const int row = currentRow();
    if (m_rules.rowCount() == 0) {
        return tr("A rule sets bits and schemes of all layers of a kind, in this model and in "
                  "others. Rules are applied from top to bottom.");
    }
    if (row < 0 || !m_outline) {
        return tr("Select a rule to change it.");
    }
    const LayerRule& rule = m_rules.rules()[static_cast<std::size_t>(row)];
    const auto tried = withRules(*m_document.configuration(), *m_outline, {rule}, m_profile);
    if (!tried) {
        return QString::fromStdString(tried.error().where + ": " + tried.error().message);
    }
    const auto count = std::ranges::count_if(
        m_outline->entries, [&](const auto& entry) { return changes(rule, entry); });
    return tr("The selected rule sets %n layers of this model.", nullptr, static_cast<int>(count));
}

void RulesPanel::setProfile(std::optional<session::HardwareProfile> profile)
{
    m_profile = std::move(profile);
    showState();
}

void RulesPanel::select(int row)
{
    m_list->setCurrentIndex(m_rules.index(row));
    showCurrent();
}

void RulesPanel::apply()
{
    if (!m_outline) {
        return;
    }
    const Result<quant::Configuration> edited =
        withRules(*m_document.configuration(), *m_outline, m_rules.rules(), m_profile);
    if (!edited) {
        Q_EMIT failed(edited.error());
        return;
    }
    m_document.edit(tr("Apply rules"), std::make_shared<const quant::Configuration>(*edited));
}

} // namespace quantoscope::gui
