// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/method_outcomes.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// What one run of a method did, one layer, or group of layers that share channels, a row.
class MethodOutcomeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns {
        LayerColumn,
        MeasureColumn,
        BeforeColumn,
        AfterColumn,
        GainColumn, ///< dB; empty where the figures are no powers
        RemarkColumn,
        ColumnCount
    };
    enum Roles {
        SortRole = Qt::UserRole + 1, ///< raw number or text; missing figures are below all
        LayerRole,                   ///< name of a layer to select
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setOutcome(const std::optional<MethodOutcome>& outcome);

private:
    enum class Unit { Plain, Decibel, Ratio };
    struct Row
    {
        QString layers = {}, layer = {}; ///< what is shown, and which one to select
        QString measure = {};
        Unit unit = Unit::Plain;
        std::optional<double> before = std::nullopt, after = std::nullopt;
        std::optional<double> gainDb = std::nullopt;
        QString remark = {};
    };

    void addRows(const session::CorrectionReportPtr& report);
    void addRows(const std::shared_ptr<const session::EqualizationReport>& report);
    void addRows(const std::shared_ptr<const session::AbsorptionReport>& report);
    void addRows(const std::shared_ptr<const session::SmoothingReport>& report);
    void addRows(const session::FoldingReportPtr& report);
    void addStreams(const std::vector<session::EqualizedStream>& streams, const QString& measure);
    [[nodiscard]] static std::optional<double> figureOf(const Row& row, int column);
    [[nodiscard]] static QString figureText(Unit unit, const std::optional<double>& figure);

    std::vector<Row> m_rows;
    bool m_comparesFolding = false; ///< both forms of a layer, whichever the model has
};

} // namespace quantoscope::gui
