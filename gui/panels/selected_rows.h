// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QSortFilterProxyModel;
class QTableView;

namespace quantoscope::gui {

/// Selected rows of a table that shows `sorted`, as rows of the model behind it, ascending.
[[nodiscard]] std::vector<int> selectedSourceRows(const QTableView& table,
                                                  const QSortFilterProxyModel& sorted);

} // namespace quantoscope::gui
