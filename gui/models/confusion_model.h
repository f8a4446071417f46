// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <map>
#include <utility>
#include <vector>

namespace quantoscope::gui {

class ImageListModel;

/// How often the quantized model (columns) answers what where FP32 (rows) answers something. Shows
/// the classes that get mixed up, those with the most changed answers first; where none are, the
/// most frequent ones.
class ConfusionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Roles {
        ShareRole = Qt::UserRole + 1, ///< of the row's images, 0..1; invalid where there are none
        ChangedRole                   ///< bool: off the diagonal
    };
    static constexpr int kMostClasses = 40;

    explicit ConfusionModel(const ImageListModel& images, QObject* parent = nullptr);
    /// Counts again; call when predictions have changed.
    void update();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] int count(int row, int column) const;
    [[nodiscard]] int classAt(int section) const;
    /// Classes with changed answers that found no room.
    [[nodiscard]] int leftOut() const { return m_leftOut; }

private:
    using Counts = std::map<std::pair<int, int>, int>; ///< by FP32's and the quantized answer
    void chooseClasses();

    const ImageListModel& m_images;
    Counts m_counts;
    std::map<int, int> m_floatCounts; ///< images by FP32's answer
    std::vector<int> m_classes;
    int m_leftOut = 0;
};

} // namespace quantoscope::gui
