// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "gui/models/model_outline.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::gui {

/// What the cells of the heat map show.
enum class SensitivityFigure { LogitSqnr, Kl, Top1 };

/// A sensitivity sweep as a table: one row per layer in the order of the model, one column per
/// bit-width, the widest first.
class SensitivityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { NumberColumn, NameColumn, RankColumn, FirstBitsColumn };
    enum Roles {
        SortRole = Qt::UserRole + 1, ///< raw number or text; cells not measured are beyond all
        ShareRole, ///< 0 (harmless) .. 1 (does most harm of all cells); invalid: not measured
        OutlineIdRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// The model the sweeps are of; forgets the report.
    void setOutline(std::shared_ptr<const ModelOutline> outline);
    /// Null: nothing is measured.
    void setReport(const session::SensitivityPtr& report);
    void setFigure(SensitivityFigure figure);

    [[nodiscard]] const session::SensitivityPtr& report() const { return m_report; }
    [[nodiscard]] SensitivityFigure figure() const { return m_figure; }
    [[nodiscard]] int rowOf(OutlineId id) const; ///< -1 when the layer has no row
    /// How much harm a layer does at the lowest bits, as ShareRole among the layers at these bits.
    [[nodiscard]] std::optional<double> shareAtLowestBits(OutlineId id) const;
    /// The figure, with its unit, of the least and the most harmful layer at the lowest bits.
    [[nodiscard]] std::pair<QString, QString> rangeAtLowestBits() const;
    [[nodiscard]] std::optional<int> lowestBits() const;

private:
    /// Bounds of what cells amount to.
    struct Range
    {
        double low = 0.0, high = 0.0;
        bool isEmpty = true;
        void add(double harm);
        [[nodiscard]] double shareOf(double harm) const;
    };
    [[nodiscard]] const search::Trial* trial(int row, int column) const;
    [[nodiscard]] double figureOf(const search::Trial& trial) const;
    [[nodiscard]] double harmOf(const search::Trial& trial) const;
    [[nodiscard]] QString figureText(const search::Trial& trial, bool withUnit) const;
    [[nodiscard]] QString toolTip(const search::Trial& trial) const;
    [[nodiscard]] QVariant cellData(const search::Trial* trial, int role) const;
    void measureRanges();
    void changed();

    std::shared_ptr<const ModelOutline> m_outline;
    session::SensitivityPtr m_report;
    SensitivityFigure m_figure = SensitivityFigure::LogitSqnr;
    std::vector<int> m_bits;      ///< by column, the widest first
    std::vector<OutlineId> m_ids; ///< by row
    std::vector<int> m_ranks;     ///< by row, 1: most sensitive
    Range m_all, m_lowest;
};

} // namespace quantoscope::gui
