// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/search_model.h"

#include "gui/models/quantity_text.h"
#include "gui/models/search_text.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMissing = -1.0e9;
constexpr int kBestTint = 48; ///< of 255

bool isNumeric(int column)
{
    return column == SearchModel::NumberColumn || column >= SearchModel::BitsColumn;
}

/// What the budget is worth where nobody tuned for it: top-1, or without labels the agreement.
std::optional<double> heldOutFigure(const session::SearchPoint& point)
{
    return point.heldOutTop1 ? point.heldOutTop1 : point.heldOutAgreement;
}

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

/// What a column is called and what it shows.
struct Header
{
    QString title;
    QString help;
};

/// Where a search judges by calibration images, its figures are of these.
Header calibrationHeaderOf(int column, bool hasLabels)
{
    switch (column) {
    case SearchModel::Top1Column:
        return {tr("Calibration"), tr("Share of the calibration images that judge whose top-1 "
                                      "class is right.")};
    case SearchModel::DifferenceColumn:
        return hasLabels ? Header{tr("Against FP32"), tr("Top-1 on the calibration images that "
                                                         "judge less that of FP32, in points.")}
                         : Header{tr("Agreement"),
                                  tr("Share of the calibration images that judge with the same "
                                     "top-1 class as FP32.")};
    default:
        return {tr("Validation"), tr("Top-1 on the validation images, which the search never saw; "
                                     "without labels the agreement with FP32.")};
    }
}

bool isOfOwnImages(int column)
{
    return column == SearchModel::Top1Column || column == SearchModel::DifferenceColumn ||
           column == SearchModel::HeldOutColumn;
}

Header headerOf(int column, bool hasLabels)
{
    switch (column) {
    case SearchModel::NumberColumn:
        return {tr("#"), tr("In the order they were run.")};
    case SearchModel::MarkColumn:
        return {tr("Front"), tr("★ meets the budget best. ● is on the measured front: no other is "
                                "smaller and has less error in its outputs.")};
    case SearchModel::OriginColumn:
        return {tr("From"), tr("Found by the search, or a comparison under the same budget.")};
    case SearchModel::BitsColumn:
        return {tr("Avg bits"), tr("Bits of a weight, averaged over all quantizable weights.")};
    case SearchModel::SizeColumn:
        return {tr("Size"),
                tr("The whole model: weights at their bits, scales, zero points, biases.")};
    case SearchModel::BopsColumn:
        return {tr("BOPs"), tr("Bit operations of one image: MACs times weight bits times "
                               "activation bits, summed over the layers.")};
    case SearchModel::Top1Column:
        return {tr("Top-1"), tr("Share of the images it ran whose top-1 class is right.")};
    case SearchModel::DifferenceColumn:
        return hasLabels ? Header{tr("Against FP32"),
                                  tr("Top-1 over all images less that of FP32, in points, with "
                                     "its 95 % interval where not all of them were run.")}
                         : Header{tr("Agreement"),
                                  tr("Share of all images with the same top-1 class as FP32, with "
                                     "its 95 % interval where not all of them were run.")};
    case SearchModel::SqnrColumn:
        return {tr("SQNR"), tr("Signal-to-quantization-noise ratio of the outputs against FP32 in "
                               "decibels; higher is better.")};
    default:
        return {tr("Held out"), tr("Top-1 on images that the search never saw, so that it cannot "
                                   "have been fitted to them; without labels the agreement with "
                                   "FP32.")};
    }
}

} // namespace

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_front.size());
}

int SearchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case FrontRole:
        return isFront(row);
    case BestRole:
        return isBest(row);
    case Qt::ToolTipRole:
        return index.column() == OriginColumn
                   ? originHelp(point(row).origin)
                   : pointToolTip(*m_report, static_cast<std::size_t>(row));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == MarkColumn ? Qt::AlignHCenter
                                            : isNumeric(index.column())  ? Qt::AlignRight
                                                                         : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        return isBest(row) ? QVariant(font) : QVariant();
    }
    case Qt::BackgroundRole: {
        QColor tint = QGuiApplication::palette().color(QPalette::Highlight);
        tint.setAlpha(kBestTint);
        return isBest(row) ? QVariant(tint) : QVariant();
    }
    default:
        return {};
    }
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const bool byCalibration = m_report && judgesByCalibration(*m_report);
    const Header header = byCalibration && isOfOwnImages(section)
                              ? calibrationHeaderOf(section, m_hasLabels)
                              : headerOf(section, m_hasLabels);
    switch (role) {
    case Qt::DisplayRole:
        return header.title;
    case Qt::ToolTipRole:
        return header.help;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (section == MarkColumn ? Qt::AlignHCenter
                                            : isNumeric(section)  ? Qt::AlignRight
                                                                  : Qt::AlignLeft));
    default:
        return {};
    }
}

void SearchModel::setReport(const session::SearchReportPtr& report)
{
    if (!goesOn(report)) {
        beginResetModel();
        m_report.reset();
        m_front.clear();
        show(report);
        endResetModel();
        return;
    }
    const int former = rowCount();
    const int count = static_cast<int>(report->tried.size());
    if (count > former) {
        beginInsertRows({}, former, count - 1);
    }
    show(report);
    if (count > former) {
        endInsertRows();
    }
    if (former > 0) {
        Q_EMIT dataChanged(index(0, 0), index(former - 1, ColumnCount - 1));
    }
}

bool SearchModel::goesOn(const session::SearchReportPtr& report) const
{
    const std::size_t shown = m_front.size();
    return report && m_report && report->tried.size() >= shown &&
           (shown == 0 ||
            (report->tried.front().configuration == m_report->tried.front().configuration &&
             report->tried[shown - 1].configuration == m_report->tried.back().configuration));
}

void SearchModel::show(const session::SearchReportPtr& report)
{
    m_report = report;
    m_front.assign(report ? report->tried.size() : 0, false);
    if (!report) {
        m_hasLabels = true;
        return;
    }
    for (const std::size_t index : report->front) {
        m_front[index] = true;
    }
    m_hasLabels = std::ranges::all_of(
        report->tried, [](const session::SearchPoint& point) { return point.top1.has_value(); });
}

const session::SearchPoint& SearchModel::point(int row) const
{
    return m_report->tried[static_cast<std::size_t>(row)];
}

bool SearchModel::isFront(int row) const
{
    return m_front[static_cast<std::size_t>(row)];
}

bool SearchModel::isBest(int row) const
{
    return m_report->best == static_cast<std::size_t>(row);
}

QString SearchModel::text(int row, int column) const
{
    const session::SearchPoint& shown = point(row);
    switch (column) {
    case NumberColumn:
        return QString::number(row + 1);
    case MarkColumn:
        return isBest(row) ? u"★"_s : isFront(row) ? u"●"_s : QString();
    case OriginColumn:
        return originText(shown.origin);
    case BitsColumn:
        return averageBitsText(shown.averageWeightBits);
    case SizeColumn:
        return bytesText(shown.sizeBytes);
    case BopsColumn:
        return bopsText(shown.bops);
    case Top1Column:
        return percentText(shown.top1);
    case DifferenceColumn:
        return shown.againstFloat ? differenceText(*shown.againstFloat, shown.top1.has_value())
                                  : missingText();
    case SqnrColumn:
        return decibelText(shown.sqnrDb);
    case HeldOutColumn:
        return heldOutFigure(shown) ? percentText(heldOutFigure(shown)) : QString();
    default:
        return {};
    }
}

QVariant SearchModel::sortValue(int row, int column) const
{
    const session::SearchPoint& shown = point(row);
    switch (column) {
    case NumberColumn:
        return row;
    case MarkColumn:
        return isBest(row) ? 2 : isFront(row) ? 1 : 0;
    case BitsColumn:
        return shown.averageWeightBits;
    case SizeColumn:
        return static_cast<qlonglong>(shown.sizeBytes);
    case BopsColumn:
        return shown.bops;
    case Top1Column:
        return shown.top1.value_or(kMissing);
    case DifferenceColumn:
        return shown.againstFloat ? shown.againstFloat->value : kMissing;
    case SqnrColumn:
        return shown.sqnrDb;
    case HeldOutColumn:
        return heldOutFigure(shown).value_or(kMissing);
    default:
        return text(row, column);
    }
}

} // namespace quantoscope::gui
