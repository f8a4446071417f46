// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/correction.h"
#include "core/session/hardware_profile.h"
#include "core/session/inspection.h"
#include "core/session/results.h"
#include "gui/models/model_outline.h"
#include "gui/models/scheme_choices.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;

/// One row per layer that carries a weight or activation quantizer, in graph order, the model's
/// inputs first. Edits go through the document's undo stack.
class LayerTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns {
        NumberColumn,
        NameColumn,
        OperatorColumn,
        WeightBitsColumn,
        WeightSymmetryColumn,
        GranularityColumn,
        WeightAxisColumn,
        WeightScaleColumn,
        WeightRangeColumn,
        RoundingColumn,
        PruningColumn,
        SplittingColumn,
        ActivationBitsColumn,
        ActivationSymmetryColumn,
        ActivationSourceColumn,
        ActivationCalibrationColumn,
        WeightSqnrColumn,
        ActivationSqnrColumn,
        SizeColumn,
        TimeColumn,
        ParametersColumn,
        MacsColumn,
        ShapeColumn,
        AccumulatorColumn,
        ColumnCount,
    };
    enum Roles {
        SortRole = Qt::UserRole + 1, ///< raw number or text to order by
        OutlineIdRole,
        ChoiceValuesRole,  ///< QStringList of legal EditRole values; invalid when not editable
        ChoiceTextsRole,   ///< QStringList of what they are called
        ChoiceReasonsRole, ///< QStringList of why each is not legal here; empty where it is
        ChoiceHelpsRole,   ///< QStringList of a sentence that explains each, or none
        StaleRole,         ///< bool: measured under another scheme than the one shown
        PinnedRole,        ///< bool: a search keeps the layer's bits
    };

    explicit LayerTableModel(ConfigurationDocument& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setOutline(std::shared_ptr<const ModelOutline> outline);
    void setEvaluation(std::shared_ptr<const session::Evaluation> evaluation);
    void setNoise(std::shared_ptr<const session::NoiseReport> noise);
    /// How long the layers take under a configuration; stale under every other one.
    void setTimes(std::shared_ptr<const session::TimeReport> times,
                  std::shared_ptr<const quant::Configuration> configuration);

    [[nodiscard]] const std::shared_ptr<const ModelOutline>& outline() const { return m_outline; }
    [[nodiscard]] OutlineId idOf(int row) const;
    [[nodiscard]] int rowOf(OutlineId id) const; ///< -1 when the layer has no row
    [[nodiscard]] bool hasField(int row, SchemeField field) const;
    [[nodiscard]] QString value(int row, SchemeField field) const;
    /// Sets a field of several rows as one undoable step; rows without that field are left out.
    /// False when `value` is not legal for any of them; then nothing changes.
    bool setField(std::span<const int> rows, SchemeField field, const QString& value);
    /// Sets several fields of several rows as one undoable step named `text`; each row takes those
    /// it has. InvalidArgument says why not; then nothing changes.
    [[nodiscard]] Status setFields(std::span<const int> rows, const FieldValues& values,
                                   const QString& text);
    [[nodiscard]] FieldValues values(int row) const; ///< of all fields the row has
    /// Why a value is not legal for a row, or for some of several rows; empty when it is.
    [[nodiscard]] QString reasonAgainst(int row, SchemeField field, const QString& value) const;
    [[nodiscard]] QString reasonAgainst(std::span<const int> rows, SchemeField field,
                                        const QString& value) const;
    /// Only what this hardware takes are legal; none: all are.
    void setProfile(std::optional<session::HardwareProfile> profile);
    [[nodiscard]] const std::optional<session::HardwareProfile>& profile() const
    {
        return m_profile;
    }
    /// A row with a setting that the hardware does not take.
    struct Conflict
    {
        int row = 0;
        QString layer;
        QString reason; ///< of the first such setting
    };
    [[nodiscard]] std::vector<Conflict> conflicts() const;
    /// Names of those of the rows that have weights.
    [[nodiscard]] std::vector<std::string> weightLayers(std::span<const int> rows) const;

    /// Moves a precision up (steps > 0) or down its list of legal values, as far as it goes;
    /// consecutive steps of one layer are undone as one. False when nothing changes.
    bool stepPrecision(int row, SchemeField field, int steps);

    [[nodiscard]] std::optional<double> weightSqnrDb(int row) const;
    [[nodiscard]] std::optional<double> activationSqnrDb(int row) const;
    [[nodiscard]] std::optional<std::int64_t> sizeBytes(int row) const; ///< weight layers only
    /// Milliseconds for one image; 0 where the layer is part of another one's kernel.
    [[nodiscard]] std::optional<double> milliseconds(OutlineId layer) const;
    [[nodiscard]] bool isTimeStale() const; ///< measured under another configuration
    /// The outputs' noise was measured under another configuration than the one shown.
    [[nodiscard]] bool isNoiseStale() const;
    [[nodiscard]] static std::optional<SchemeField> fieldOf(int column);

Q_SIGNALS:
    void profileChanged();

private:
    struct Row
    {
        OutlineId id;
        const session::LayerFigures* figures = nullptr; ///< owned by m_evaluation
    };
    [[nodiscard]] const OutlineEntry& entry(int row) const;
    [[nodiscard]] QVariant displayData(int row, int column) const;
    [[nodiscard]] QVariant roundingText(const OutlineEntry& layer) const;
    [[nodiscard]] static QString storageText(const session::LayerFigures& figures);
    [[nodiscard]] static QString methodText(quant::CorrectionMethod method);
    [[nodiscard]] QVariant sortData(int row, int column) const;
    [[nodiscard]] QVariant toolTip(int row, int column) const;
    /// Legal values of a field, and the one a row has where it is none of them.
    [[nodiscard]] std::vector<SchemeChoice> choicesOf(int row, SchemeField field) const;
    /// Of the accumulator of a row's layer; null where it does not run on integers.
    [[nodiscard]] const quant::AccumulatorFigures* accumulator(int row) const;
    [[nodiscard]] QStringList choiceReasons(int row, SchemeField field) const;
    [[nodiscard]] bool isStale(int row, int column) const;
    [[nodiscard]] bool isPinned(int row) const;
    bool edit(std::span<const int> rows, const FieldValues& values, const QString& text,
              const QString& mergeKey);
    void pinsChanged();
    void configurationChanged();

    ConfigurationDocument& m_document;
    std::shared_ptr<const ModelOutline> m_outline;
    std::shared_ptr<const session::Evaluation> m_evaluation;
    std::shared_ptr<const session::NoiseReport> m_noise;
    std::shared_ptr<const session::TimeReport> m_times;
    std::shared_ptr<const quant::Configuration> m_timedConfiguration;
    bool m_noiseOvertaken = false; ///< an evaluation of something else came after m_noise
    std::vector<Row> m_rows;
    std::optional<session::HardwareProfile> m_profile;
    QIcon m_pin;
};

} // namespace quantoscope::gui
