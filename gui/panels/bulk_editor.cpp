// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/bulk_editor.h"

#include "gui/models/choice_help.h"
#include "gui/models/layer_table_model.h"
#include "gui/panels/choice_reason.h"
#include "gui/panels/elided_label.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kFewestCharacters = 5;
}

BulkEditor::BulkEditor(LayerTableModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_count(new ElidedLabel(QString(), this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->setSpacing(4);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(new QLabel(tr("Weights:")));
    addCombo(SchemeField::WeightPrecision, tr("Weight bits of the selected layers"));
    addCombo(SchemeField::WeightSymmetry, tr("Weight symmetry of the selected layers"));
    addCombo(SchemeField::WeightGranularity, tr("Weight granularity of the selected layers"));
    addCombo(SchemeField::WeightPruning, tr("Weight pruning of the selected layers"));
    layout->addSpacing(8);
    layout->addWidget(new QLabel(tr("Output:")));
    addCombo(SchemeField::ActivationPrecision, tr("Activation bits of the selected layers"));
    addCombo(SchemeField::ActivationSymmetry, tr("Activation symmetry of the selected layers"));
    refresh();
}

void BulkEditor::addCombo(SchemeField field, const QString& toolTip)
{
    auto* combo = new QComboBox;
    for (const SchemeChoice& choice : schemeChoices(field)) {
        combo->addItem(choice.text, choice.value);
    }
    combo->setToolTip(toolTip);
    combo->setAccessibleName(toolTip);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumContentsLength(kFewestCharacters); // narrower where there is no room
    combo->view()->setMinimumWidth(combo->view()->sizeHintForColumn(0));
    layout()->addWidget(combo);
    m_entries.push_back({field, combo});
    const Entry entry = m_entries.back();
    connect(combo, &QComboBox::activated, this, [this, entry] { apply(entry); });
}

void BulkEditor::setRows(std::vector<int> rows)
{
    m_rows = std::move(rows);
    refresh();
}

void BulkEditor::refresh()
{
    m_count->setText(m_rows.empty() ? tr("Select layers to edit them together")
                                    : tr("%n selected", nullptr, static_cast<int>(m_rows.size())));
    for (const Entry& entry : m_entries) {
        QStringList values;
        for (const int row : m_rows) {
            if (row < m_model.rowCount() && m_model.hasField(row, entry.field)) {
                values.append(m_model.value(row, entry.field));
            }
        }
        values.removeDuplicates();
        const std::vector<SchemeChoice> choices = schemeChoices(entry.field);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            setChoiceReason(*entry.combo, static_cast<int>(i),
                            m_model.reasonAgainst(m_rows, entry.field, choices[i].value),
                            choiceHelp(entry.field, choices[i].value));
        }
        entry.combo->setEnabled(!values.isEmpty());
        entry.combo->setPlaceholderText(values.size() > 1 ? tr("mixed") : QStringLiteral("–"));
        entry.combo->setCurrentIndex(values.size() == 1 ? entry.combo->findData(values.front())
                                                        : -1);
    }
}

QComboBox* BulkEditor::combo(SchemeField field) const
{
    const auto found = std::ranges::find(m_entries, field, &Entry::field);
    return found == m_entries.end() ? nullptr : found->combo;
}

void BulkEditor::apply(const Entry& entry)
{
    m_model.setField(m_rows, entry.field, entry.combo->currentData().toString());
    refresh();
}

} // namespace quantoscope::gui
