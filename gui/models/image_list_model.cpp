// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/image_list_model.h"

#include "gui/models/quantity_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kThumbnailSize(112, 112);

QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

int firstClass(const eval::TopFive* top)
{
    return top != nullptr ? top->front().classIndex : -1;
}

} // namespace

QString imageChangeText(ImageChange change)
{
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("quantoscope::gui", text);
    };
    switch (change) {
    case ImageChange::Broken:
        return tr("broken");
    case ImageChange::Changed:
        return tr("changed");
    case ImageChange::Fixed:
        return tr("fixed");
    case ImageChange::Same:
        return tr("same");
    case ImageChange::Unknown:
        break;
    }
    return {};
}

ImageListModel::ImageListModel(QObject* parent)
    : QAbstractTableModel(parent), m_thumbnails(kThumbnailSize)
{
    connect(&m_thumbnails, &ThumbnailLoader::loaded, this, &ImageListModel::thumbnailLoaded);
}

int ImageListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_data ? 0 : static_cast<int>(m_data->validation->size());
}

int ImageListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImageListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return displayData(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == PictureColumn ? QVariant(pathText(sample(row).file))
                                               : displayData(row, index.column());
    case Qt::DecorationRole:
        if (index.column() == PictureColumn) {
            const QImage image = m_thumbnails.thumbnail(pathText(sample(row).file));
            return image.isNull() ? QVariant() : QVariant(image);
        }
        return {};
    case SortRole:
        return sortData(row, index.column());
    case ChangeRole:
        return static_cast<int>(change(row));
    case WrongRole:
        return isWrong(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (index.column() == MarginColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case FileRole:
        return pathText(sample(row).file);
    case FloatClassRole:
        return firstClass(floatTopFive(row));
    case QuantizedClassRole:
        return firstClass(quantizedTopFive(row));
    default:
        return {};
    }
}

QVariant ImageListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == MarginColumn) {
        return tr("Margin: by how much the score of the label (FP32's answer where labels are "
                  "missing), as the model gives it, exceeds the best other one in the quantized "
                  "model; below 0 the answer "
                  "is another");
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case PictureColumn:
        return tr("Image");
    case LabelColumn:
        return tr("Label");
    case FloatColumn:
        return tr("FP32");
    case QuantizedColumn:
        return tr("Quantized");
    case MarginColumn:
        return tr("Margin");
    case ChangeColumn:
        return tr("Change");
    default:
        return {};
    }
}

void ImageListModel::setData(std::shared_ptr<const session::DataInfo> data)
{
    beginResetModel();
    m_data = std::move(data);
    m_reference.reset();
    m_evaluation.reset();
    m_thumbnails.clear();
    m_rowOfFile.clear();
    for (int row = 0; row < rowCount(); ++row) {
        m_rowOfFile.insert(pathText(sample(row).file), row);
    }
    endResetModel();
}

void ImageListModel::setFloatReference(std::shared_ptr<const session::FloatReference> reference)
{
    if (reference == m_reference) {
        return;
    }
    m_reference = std::move(reference);
    predictionsChanged();
}

void ImageListModel::setEvaluation(std::shared_ptr<const session::Evaluation> evaluation)
{
    m_evaluation = std::move(evaluation);
    predictionsChanged();
}

QString ImageListModel::className(int classIndex) const
{
    if (classIndex < 0) {
        return missingText();
    }
    const auto index = static_cast<std::size_t>(classIndex);
    if (m_data && index < m_data->validation->index().classNames.size()) {
        return QString::fromStdString(m_data->validation->index().classNames[index]);
    }
    return tr("class %1").arg(classIndex);
}

const eval::TopFive* ImageListModel::floatTopFive(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    return m_reference && row >= 0 && index < m_reference->predictions.size()
               ? &m_reference->predictions[index]
               : nullptr;
}

const eval::TopFive* ImageListModel::quantizedTopFive(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    return m_evaluation && row >= 0 && index < m_evaluation->predictions.size()
               ? &m_evaluation->predictions[index]
               : nullptr;
}

std::optional<int> ImageListModel::label(int row) const
{
    return sample(row).label;
}

ImageChange ImageListModel::change(int row) const
{
    const int before = firstClass(floatTopFive(row));
    const int after = firstClass(quantizedTopFive(row));
    if (before < 0 || after < 0) {
        return ImageChange::Unknown;
    }
    if (before == after) {
        return ImageChange::Same;
    }
    const std::optional<int> truth = label(row);
    if (truth == before) {
        return ImageChange::Broken;
    }
    return truth == after ? ImageChange::Fixed : ImageChange::Changed;
}

bool ImageListModel::isWrong(int row) const
{
    const int answer = firstClass(quantizedTopFive(row));
    const std::optional<int> truth = label(row);
    return answer >= 0 && truth && *truth != answer;
}

std::optional<float> ImageListModel::margin(int row) const
{
    const auto index = static_cast<std::size_t>(row);
    return m_evaluation && row >= 0 && index < m_evaluation->margins.size()
               ? std::optional(m_evaluation->margins[index])
               : std::nullopt;
}

const eval::Sample& ImageListModel::sample(int row) const
{
    return m_data->validation->index().samples[static_cast<std::size_t>(row)];
}

QVariant ImageListModel::displayData(int row, int column) const
{
    switch (column) {
    case PictureColumn:
        return QString::fromStdString(sample(row).displayName);
    case LabelColumn:
        return label(row) ? className(*label(row)) : missingText();
    case FloatColumn:
        return className(firstClass(floatTopFive(row)));
    case QuantizedColumn:
        return className(firstClass(quantizedTopFive(row)));
    case MarginColumn:
        return margin(row) ? QLocale().toString(static_cast<double>(*margin(row)), 'f', 2)
                           : missingText();
    case ChangeColumn:
        return imageChangeText(change(row));
    default:
        return {};
    }
}

QVariant ImageListModel::sortData(int row, int column) const
{
    if (column == MarginColumn) {
        return margin(row) ? QVariant(*margin(row)) : QVariant();
    }
    return column == ChangeColumn ? QVariant(static_cast<int>(change(row)))
                                  : displayData(row, column);
}

void ImageListModel::predictionsChanged()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, FloatColumn), index(rowCount() - 1, ChangeColumn),
                           {Qt::DisplayRole, Qt::ToolTipRole, SortRole, ChangeRole});
    }
}

void ImageListModel::thumbnailLoaded(const QString& file)
{
    const auto found = m_rowOfFile.constFind(file);
    if (found != m_rowOfFile.constEnd()) {
        const QModelIndex cell = index(*found, PictureColumn);
        Q_EMIT dataChanged(cell, cell, {Qt::DecorationRole});
    }
}

} // namespace quantoscope::gui
