// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/choice_delegate.h"

#include "gui/models/layer_table_model.h"
#include "gui/panels/choice_reason.h"

#include <QComboBox>
#include <QTimer>

#include <algorithm>

namespace quantoscope::gui {

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const
{
    const QStringList values = index.data(LayerTableModel::ChoiceValuesRole).toStringList();
    const QStringList texts = index.data(LayerTableModel::ChoiceTextsRole).toStringList();
    if (values.isEmpty()) {
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
    const QStringList reasons = index.data(LayerTableModel::ChoiceReasonsRole).toStringList();
    const QStringList helps = index.data(LayerTableModel::ChoiceHelpsRole).toStringList();
    auto* combo = new QComboBox(parent);
    for (qsizetype i = 0; i < values.size(); ++i) {
        combo->addItem(texts.value(i), values[i]);
        setChoiceReason(*combo, static_cast<int>(i), reasons.value(i), helps.value(i));
    }
    auto* self = const_cast<ChoiceDelegate*>(this);
    connect(combo, &QComboBox::activated, self, [self, combo] {
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    QTimer::singleShot(0, combo, &QComboBox::showPopup);
    return combo;
}

void ChoiceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // A mark comes and goes; texts stay where they are.
    option->decorationPosition = QStyleOptionViewItem::Right;
    const int side = option->fontMetrics.height();
    option->decorationSize = {side, side};
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(std::max(0, combo->findData(index.data(Qt::EditRole))));
    }
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel*,
                                  const QModelIndex& index) const
{
    if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        const QString value = combo->currentData().toString();
        if (value != index.data(Qt::EditRole).toString()) {
            Q_EMIT chosen(index, value);
        }
    }
}

} // namespace quantoscope::gui
