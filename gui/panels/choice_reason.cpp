// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/choice_reason.h"

#include <QComboBox>
#include <QStandardItemModel>

namespace quantoscope::gui {

void setChoiceReason(QComboBox& combo, int index, const QString& reason, const QString& help)
{
    if (auto* items = qobject_cast<QStandardItemModel*>(combo.model())) {
        items->item(index)->setEnabled(reason.isEmpty());
    }
    combo.setItemData(index, reason.isEmpty() ? help : reason, Qt::ToolTipRole);
}

} // namespace quantoscope::gui
