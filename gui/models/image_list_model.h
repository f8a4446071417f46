// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"
#include "gui/models/thumbnail_loader.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

namespace quantoscope::gui {

/// What quantization did to the answer for one picture, most alarming first.
enum class ImageChange {
    Broken,  ///< FP32 was right, quantized is wrong
    Changed, ///< another answer, both wrong or no label known
    Fixed,   ///< FP32 was wrong, quantized is right
    Same,
    Unknown, ///< one of the passes has not run
};

/// One row per validation picture, in the order of the image set.
class ImageListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns {
        PictureColumn,
        LabelColumn,
        FloatColumn,
        QuantizedColumn,
        MarginColumn, ///< of the label's score over the best other one, quantized
        ChangeColumn,
        ColumnCount
    };
    enum Roles {
        SortRole = Qt::UserRole + 1,
        ChangeRole,         ///< int of ImageChange
        WrongRole,          ///< bool, isWrong()
        FileRole,           ///< absolute path
        FloatClassRole,     ///< int, FP32's answer; -1: none
        QuantizedClassRole, ///< int, the quantized model's
    };

    explicit ImageListModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setData(std::shared_ptr<const session::DataInfo> data); ///< may be null
    void setFloatReference(std::shared_ptr<const session::FloatReference> reference);
    void setEvaluation(std::shared_ptr<const session::Evaluation> evaluation);

    [[nodiscard]] QString className(int classIndex) const;
    [[nodiscard]] const eval::TopFive* floatTopFive(int row) const;     ///< null before the pass
    [[nodiscard]] const eval::TopFive* quantizedTopFive(int row) const; ///< null before the pass
    [[nodiscard]] std::optional<int> label(int row) const;
    [[nodiscard]] ImageChange change(int row) const;
    /// The quantized model gives a known label another class.
    [[nodiscard]] bool isWrong(int row) const;
    /// Of the label (FP32's class where not all images have one) over the best other class under
    /// the quantized model, in the unit of its output; below 0 it is not the answer.
    [[nodiscard]] std::optional<float> margin(int row) const;

private:
    [[nodiscard]] const eval::Sample& sample(int row) const;
    [[nodiscard]] QVariant displayData(int row, int column) const;
    [[nodiscard]] QVariant sortData(int row, int column) const;
    void predictionsChanged();
    void thumbnailLoaded(const QString& file);

    std::shared_ptr<const session::DataInfo> m_data;
    std::shared_ptr<const session::FloatReference> m_reference;
    std::shared_ptr<const session::Evaluation> m_evaluation;
    QHash<QString, int> m_rowOfFile;
    mutable ThumbnailLoader m_thumbnails;
};

[[nodiscard]] QString imageChangeText(ImageChange change);

} // namespace quantoscope::gui
