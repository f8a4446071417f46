// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/rule_form.h"

#include "gui/models/choice_help.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

#include <algorithm>
#include <initializer_list>

namespace quantoscope::gui {

namespace {

/// Shows an entry by its data; the first one, which changes nothing, where there is none.
void choose(QComboBox& combo, const QString& data)
{
    combo.setCurrentIndex(std::max(0, combo.findData(data)));
}

QHBoxLayout* row(std::initializer_list<QWidget*> widgets)
{
    auto* layout = new QHBoxLayout;
    for (QWidget* widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    return layout;
}

} // namespace

RuleForm::RuleForm(QWidget* parent)
    : QWidget(parent), m_operator(new QComboBox), m_name(new QLineEdit)
{
    m_operator->setAccessibleName(tr("Operator of the rule"));
    m_operator->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_name->setPlaceholderText(tr("any name"));
    m_name->setClearButtonEnabled(true);
    m_name->setToolTip(tr("Only layers whose name contains this, in any case"));
    m_name->setAccessibleName(tr("Part of the layer's name"));
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->addRow(tr("Layers:"), row({m_operator, m_name}));
    layout->addRow(
        tr("Weights:"),
        row({addField(SchemeField::WeightPrecision, tr("Weight bits the rule sets")),
             addField(SchemeField::WeightSymmetry, tr("Weight symmetry the rule sets")),
             addField(SchemeField::WeightGranularity, tr("Weight granularity the rule sets")),
             addField(SchemeField::WeightAxis, tr("Weight axis the rule sets")),
             addField(SchemeField::WeightScale, tr("Weight scales the rule sets"))}));
    layout->addRow(
        QString(),
        row({addField(SchemeField::WeightRange, tr("Weight ranges the rule sets")),
             addField(SchemeField::WeightPruning, tr("Weight pruning the rule sets")),
             addField(SchemeField::WeightSplitting, tr("Channel splitting the rule sets"))}));
    layout->addRow(
        tr("Output:"),
        row({addField(SchemeField::ActivationPrecision, tr("Activation bits the rule sets")),
             addField(SchemeField::ActivationSymmetry, tr("Activation symmetry the rule sets")),
             addField(SchemeField::ActivationSource, tr("Activation ranges the rule sets")),
             addField(SchemeField::ActivationCalibration,
                      tr("Activation calibration the rule sets"))}));
    setOperators({});
    connect(m_operator, &QComboBox::currentIndexChanged, this, &RuleForm::changed);
    connect(m_name, &QLineEdit::textChanged, this, &RuleForm::changed);
}

QComboBox* RuleForm::addField(SchemeField field, const QString& toolTip)
{
    auto* combo = new QComboBox;
    combo->addItem(tr("unchanged"), QString());
    for (const SchemeChoice& choice : schemeChoices(field)) {
        combo->addItem(choice.text, choice.value);
        combo->setItemData(combo->count() - 1, choiceHelp(field, choice.value), Qt::ToolTipRole);
    }
    combo->setToolTip(toolTip);
    combo->setAccessibleName(toolTip);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_entries.push_back({field, combo});
    connect(combo, &QComboBox::currentIndexChanged, this, &RuleForm::changed);
    return combo;
}

void RuleForm::setOperators(const std::vector<std::string>& operators)
{
    const QScopedValueRollback guard(m_isFilling, true);
    const QString former = m_operator->currentData().toString();
    m_operator->clear();
    m_operator->addItem(ruleOperatorText({}), QString());
    for (const std::string& op : operators) {
        m_operator->addItem(ruleOperatorText(op), QString::fromStdString(op));
    }
    if (m_operator->findData(former) < 0) {
        m_operator->addItem(ruleOperatorText(former.toStdString()), former);
    }
    choose(*m_operator, former);
}

void RuleForm::setRule(const LayerRule& rule)
{
    const QScopedValueRollback guard(m_isFilling, true);
    const QString op = QString::fromStdString(rule.op);
    if (m_operator->findData(op) < 0) {
        m_operator->addItem(ruleOperatorText(rule.op), op);
    }
    choose(*m_operator, op);
    if (m_name->text() != rule.name) { // else the cursor would jump while it is written
        m_name->setText(rule.name);
    }
    for (const Entry& entry : m_entries) {
        const auto found = rule.values.find(entry.field);
        choose(*entry.combo, found == rule.values.end() ? QString() : found->second);
    }
    m_isEnabled = rule.isEnabled;
}

LayerRule RuleForm::rule() const
{
    LayerRule rule;
    rule.op = m_operator->currentData().toString().toStdString();
    rule.name = m_name->text();
    rule.isEnabled = m_isEnabled;
    for (const Entry& entry : m_entries) {
        if (const QString value = entry.combo->currentData().toString(); !value.isEmpty()) {
            rule.values[entry.field] = value;
        }
    }
    return rule;
}

QComboBox* RuleForm::combo(SchemeField field) const
{
    const auto found = std::ranges::find(m_entries, field, &Entry::field);
    return found == m_entries.end() ? nullptr : found->combo;
}

void RuleForm::changed()
{
    if (!m_isFilling) {
        Q_EMIT edited();
    }
}

} // namespace quantoscope::gui
