// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantoscope::gui {

/// The configurations a search tried, one a row, in the order they were run.
class SearchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns {
        NumberColumn,
        MarkColumn, ///< a star for the best, a dot for the others of the front
        OriginColumn,
        BitsColumn,
        SizeColumn,
        BopsColumn,
        Top1Column,
        DifferenceColumn, ///< to FP32, with its 95 % interval; without labels the agreement
        SqnrColumn,
        HeldOutColumn,
        ColumnCount,
    };
    enum Roles {
        SortRole = Qt::UserRole + 1, ///< raw number or text; missing figures are below all
        FrontRole,                   ///< bool: on the measured front
        BestRole,                    ///< bool: meets the budget best
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Null: nothing was tried. Points that a report adds to those shown become new rows.
    void setReport(const session::SearchReportPtr& report);
    [[nodiscard]] const session::SearchReportPtr& report() const { return m_report; }

private:
    [[nodiscard]] const session::SearchPoint& point(int row) const;
    [[nodiscard]] bool isFront(int row) const;
    [[nodiscard]] bool isBest(int row) const;
    [[nodiscard]] bool goesOn(const session::SearchReportPtr& report) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    void show(const session::SearchReportPtr& report);

    session::SearchReportPtr m_report;
    std::vector<bool> m_front; ///< by row
    bool m_hasLabels = true;
};

} // namespace quantoscope::gui
