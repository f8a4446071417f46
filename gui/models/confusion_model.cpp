// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/confusion_model.h"

#include "gui/models/image_list_model.h"

#include <algorithm>

namespace quantoscope::gui {

ConfusionModel::ConfusionModel(const ImageListModel& images, QObject* parent)
    : QAbstractTableModel(parent), m_images(images)
{
}

void ConfusionModel::update()
{
    beginResetModel();
    m_counts.clear();
    m_floatCounts.clear();
    for (int row = 0; row < m_images.rowCount(); ++row) {
        const eval::TopFive* before = m_images.floatTopFive(row);
        const eval::TopFive* after = m_images.quantizedTopFive(row);
        if (before != nullptr && after != nullptr && before->front().classIndex >= 0) {
            ++m_counts[{before->front().classIndex, after->front().classIndex}];
            ++m_floatCounts[before->front().classIndex];
        }
    }
    chooseClasses();
    endResetModel();
}

void ConfusionModel::chooseClasses()
{
    std::map<int, int> weight; // by class: changed answers it takes part in
    for (const auto& [pair, count] : m_counts) {
        if (pair.first != pair.second) {
            weight[pair.first] += count;
            weight[pair.second] += count;
        }
    }
    const auto& source = weight.empty() ? m_floatCounts : weight;
    std::vector<std::pair<int, int>> ordered(source.begin(), source.end());
    std::ranges::stable_sort(ordered, std::ranges::greater{}, &std::pair<int, int>::second);
    m_leftOut = std::max(0, static_cast<int>(ordered.size()) - kMostClasses);
    ordered.resize(std::min<std::size_t>(ordered.size(), kMostClasses));
    m_classes.clear();
    for (const auto& [index, unused] : ordered) {
        m_classes.push_back(index);
    }
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_classes.size());
}

int ConfusionModel::columnCount(const QModelIndex& parent) const
{
    return rowCount(parent);
}

int ConfusionModel::classAt(int section) const
{
    return section >= 0 && section < rowCount() ? m_classes[static_cast<std::size_t>(section)] : -1;
}

int ConfusionModel::count(int row, int column) const
{
    const auto found = m_counts.find({classAt(row), classAt(column)});
    return found == m_counts.end() ? 0 : found->second;
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const int images = count(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return images > 0 ? QVariant(images) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    case Qt::ToolTipRole:
        return tr("%n images: FP32 says %1, quantized %2", nullptr, images)
            .arg(m_images.className(classAt(index.row())),
                 m_images.className(classAt(index.column())));
    case ShareRole: {
        const auto all = m_floatCounts.find(classAt(index.row()));
        return images > 0 && all != m_floatCounts.end()
                   ? QVariant(static_cast<double>(images) / all->second)
                   : QVariant();
    }
    case ChangedRole:
        return index.row() != index.column();
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation, int role) const
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole
               ? QVariant(m_images.className(classAt(section)))
               : QVariant();
}

} // namespace quantoscope::gui
