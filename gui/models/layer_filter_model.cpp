// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/layer_filter_model.h"

#include "gui/models/layer_table_model.h"

namespace quantoscope::gui {

LayerFilterModel::LayerFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(LayerTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    // An edit must not move the row under the user's hand; a click on the header sorts anew.
    setDynamicSortFilter(false);
}

void LayerFilterModel::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool LayerFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    if (m_text.isEmpty()) {
        return true;
    }
    for (const int column : {LayerTableModel::NameColumn, LayerTableModel::OperatorColumn}) {
        const QModelIndex cell = sourceModel()->index(sourceRow, column, sourceParent);
        if (cell.data().toString().contains(m_text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace quantoscope::gui
