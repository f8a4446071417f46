// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace quantoscope::gui {

/// Draws a cell of SensitivityModel: its number on the colour of the harm it stands for, hatched
/// while it is not measured, and a frame round the selected row.
class HeatCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace quantoscope::gui
