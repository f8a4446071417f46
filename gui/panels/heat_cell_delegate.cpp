// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/heat_cell_delegate.h"

#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"
#include "gui/models/sensitivity_model.h"

#include <QPainter>

namespace quantoscope::gui {

void HeatCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    if (index.column() < SensitivityModel::FirstBitsColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QVariant share = index.data(SensitivityModel::ShareRole);
    const QColor base = option.palette.color(QPalette::Base);
    const QColor text = option.palette.color(QPalette::Text);
    painter->save();
    const QRect cell = option.rect.adjusted(1, 1, -1, -1);
    if (share.isValid()) {
        const QColor color = heatColor(share.toDouble(), option.palette);
        painter->fillRect(cell, color);
        painter->setPen(readableOn(color));
        painter->drawText(cell, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
    } else {
        painter->fillRect(cell, QBrush(blended(base, text, 0.22), Qt::BDiagPattern));
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2.0));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
}

} // namespace quantoscope::gui
