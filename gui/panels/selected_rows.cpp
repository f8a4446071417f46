// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/selected_rows.h"

#include <QItemSelectionModel>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace quantoscope::gui {

std::vector<int> selectedSourceRows(const QTableView& table, const QSortFilterProxyModel& sorted)
{
    std::vector<int> rows;
    for (const QModelIndex& index : table.selectionModel()->selectedRows()) {
        rows.push_back(sorted.mapToSource(index).row());
    }
    std::ranges::sort(rows);
    return rows;
}

} // namespace quantoscope::gui
