// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/image_filter_model.h"

#include "gui/models/image_list_model.h"

namespace quantoscope::gui {

ImageFilterModel::ImageFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ImageListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ImageFilterModel::setShown(ImageFilter shown)
{
    m_shown = shown;
    invalidateFilter();
}

void ImageFilterModel::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void ImageFilterModel::setPair(int floatClass, int quantizedClass)
{
    m_floatClass = floatClass;
    m_quantizedClass = quantizedClass;
    invalidateFilter();
}

bool ImageFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const QModelIndex picture = sourceModel()->index(sourceRow, 0, sourceParent);
    if (!isShown(picture)) {
        return false;
    }
    if (hasPair() &&
        (picture.data(ImageListModel::FloatClassRole).toInt() != m_floatClass ||
         picture.data(ImageListModel::QuantizedClassRole).toInt() != m_quantizedClass)) {
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

bool ImageFilterModel::isShown(const QModelIndex& picture) const
{
    const auto change = static_cast<ImageChange>(picture.data(ImageListModel::ChangeRole).toInt());
    switch (m_shown) {
    case ImageFilter::All:
        return true;
    case ImageFilter::Changed:
        return change != ImageChange::Same && change != ImageChange::Unknown;
    case ImageFilter::Broken:
        return change == ImageChange::Broken;
    case ImageFilter::Fixed:
        return change == ImageChange::Fixed;
    case ImageFilter::Wrong:
        return picture.data(ImageListModel::WrongRole).toBool();
    }
    return true;
}

bool ImageFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.data(sortRole()) == right.data(sortRole())) {
        return left.row() < right.row();
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace quantoscope::gui
