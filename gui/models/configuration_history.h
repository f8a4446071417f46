// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"
#include "gui/models/configuration_document.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// A configuration tried and what it gave.
struct TriedConfiguration
{
    std::shared_ptr<const session::Evaluation> evaluation;
    QString label; ///< "W8A8", or average bits when the layers differ
    QString name;  ///< given by the user; empty: none
    QString note;  ///< likewise
    std::optional<double> milliseconds = std::nullopt; ///< for one image, where measured
    /// The user's name, else the label.
    [[nodiscard]] const QString& title() const { return name.isEmpty() ? label : name; }
};

/// Short name of a configuration: "W4A8" when all layers agree, else "W5.3 mixed".
[[nodiscard]] QString configurationLabel(const session::Evaluation& evaluation);

/// One row per configuration tried on the open model and pictures, in the order tried. Names and
/// notes can be edited and rows removed, each as an undoable step.
class ConfigurationHistory : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        Top1Column,
        AgreementColumn,
        SqnrColumn,
        SizeColumn,
        BitsColumn,
        BopsColumn,
        TimeColumn,
        NoteColumn,
        ColumnCount
    };
    /// Names as text, figures as numbers; missing ones are invalid.
    static constexpr int SortRole = Qt::UserRole + 1;

    /// \param undo outlives this
    explicit ConfigurationHistory(QUndoStack& undo, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const std::vector<TriedConfiguration>& tried() const { return m_tried; }
    /// Row of a configuration, or -1.
    [[nodiscard]] int rowOf(const quant::Configuration& configuration) const;
    /// Adds a row, unless the configuration has one.
    void add(std::shared_ptr<const session::Evaluation> evaluation);
    /// Puts rows of an earlier run, in their order, before those there are. A configuration that
    /// has a row already takes its place among them, and name and note.
    void restore(std::vector<TriedConfiguration> tried);
    /// What was measured of a configuration; does nothing where it has no row.
    void setTime(const quant::Configuration& configuration, double milliseconds);
    /// Removes rows, as one undoable step.
    void remove(const std::vector<int>& rows);
    /// Forgets everything, without a way back.
    void clear();

    /// All rows as CSV (RFC 4180, UTF-8), figures in the C locale.
    [[nodiscard]] QByteArray toCsv() const;

private:
    friend class RenameCommand;
    friend class RemoveCommand;
    using EvaluationPtr = std::shared_ptr<const session::Evaluation>;
    [[nodiscard]] int rowHolding(const EvaluationPtr& evaluation) const;
    void setText(const EvaluationPtr& evaluation, Column column, const QString& text);
    void insert(int row, TriedConfiguration tried);
    void take(int row);
    void moveUp(int row, int to);

    QUndoStack& m_undo;
    std::vector<TriedConfiguration> m_tried;
    int m_generation = 0; ///< raised by clear(): commands of before do nothing any more
};

} // namespace quantoscope::gui
