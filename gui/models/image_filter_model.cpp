// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/image_filter_model.h"

#include "gui/models/image_list_model.h"

namespace quantoscope::gui {

ImageFilterModel::ImageFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ImageListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ImageFilterModel::setChangedOnly(bool changedOnly)
{
    m_changedOnly = changedOnly;
    invalidateFilter();
}

void ImageFilterModel::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool ImageFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const auto change = static_cast<ImageChange>(
        sourceModel()->index(sourceRow, 0, sourceParent).data(ImageListModel::ChangeRole).toInt());
    if (m_changedOnly && (change == ImageChange::Same || change == ImageChange::Unknown)) {
        return false;
    }
    if (m_text.isEmpty()) {
        return true;
    }
    for (int column = 0; column < ImageListModel::ColumnCount; ++column) {
        const QModelIndex cell = sourceModel()->index(sourceRow, column, sourceParent);
        if (cell.data().toString().contains(m_text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

bool ImageFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.data(sortRole()) == right.data(sortRole())) {
        return left.row() < right.row();
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace quantoscope::gui
