// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/method_outcome_model.h"

#include "gui/models/batch_norm_folding.h"
#include "gui/models/bias_absorption.h"
#include "gui/models/channel_equalization.h"
#include "gui/models/post_training_method.h"
#include "gui/models/quantity_text.h"

#include <QLocale>
#include <QStringList>

#include <cmath>
#include <utility>

namespace quantoscope::gui {

namespace {

constexpr int kFigureDigits = 3;
/// Below all figures, where there is none.
constexpr double kMissing = -1.0e30;

bool isFigure(int column)
{
    return column == MethodOutcomeModel::BeforeColumn ||
           column == MethodOutcomeModel::AfterColumn || column == MethodOutcomeModel::GainColumn;
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString joined(const std::vector<std::string>& names)
{
    QStringList all;
    for (const std::string& name : names) {
        all << QString::fromStdString(name);
    }
    return all.join(QStringLiteral(", "));
}

QString fromTo(const std::vector<std::string>& writers, const std::vector<std::string>& readers)
{
    return QStringLiteral("%1 → %2").arg(joined(writers), joined(readers));
}

QString first(const std::vector<std::string>& names)
{
    return names.empty() ? QString() : QString::fromStdString(names.front());
}

} // namespace

int MethodOutcomeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MethodOutcomeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MethodOutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LayerColumn:
        return tr("Layer");
    case MeasureColumn:
        return tr("Measured");
    case BeforeColumn:
        return m_comparesFolding ? tr("Kept apart") : tr("Before");
    case AfterColumn:
        return m_comparesFolding ? tr("Folded") : tr("After");
    case GainColumn:
        return tr("Gain");
    default:
        return tr("Remark");
    }
}

QVariant MethodOutcomeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == LayerRole) {
        return row.layer;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    }
    if (isFigure(column) && role == SortRole) {
        return figureOf(row, column).value_or(kMissing);
    }
    if (role != Qt::DisplayRole && role != SortRole &&
        (role != Qt::ToolTipRole || isFigure(column))) {
        return {};
    }
    switch (column) {
    case LayerColumn:
        return row.layers;
    case MeasureColumn:
        return row.measure;
    case RemarkColumn:
        return row.remark;
    case GainColumn:
        return row.gainDb ? decibelText(row.gainDb) : QString();
    default:
        return figureText(row.unit, figureOf(row, column));
    }
}

std::optional<double> MethodOutcomeModel::figureOf(const Row& row, int column)
{
    return column == BeforeColumn ? row.before : column == AfterColumn ? row.after : row.gainDb;
}

QString MethodOutcomeModel::figureText(Unit unit, const std::optional<double>& figure)
{
    if (!figure) {
        return missingText();
    }
    switch (unit) {
    case Unit::Decibel:
        return decibelText(figure);
    case Unit::Ratio:
        return QStringLiteral("%1 : 1").arg(QLocale().toString(*figure, 'f', 1));
    case Unit::Plain:
        break;
    }
    return QLocale().toString(*figure, 'g', kFigureDigits);
}

void MethodOutcomeModel::setOutcome(const std::optional<MethodOutcome>& outcome)
{
    beginResetModel();
    m_rows.clear();
    m_comparesFolding =
        outcome && std::holds_alternative<session::FoldingReportPtr>(outcome->report);
    if (outcome) {
        std::visit([this](const auto& report) { addRows(report); }, outcome->report);
    }
    endResetModel();
}

void MethodOutcomeModel::addRows(const session::CorrectionReportPtr& report)
{
    const auto remarkOn = [](const session::CorrectedLayer& layer) {
        if (layer.isCorrected) {
            return methodName(layer.method);
        }
        switch (layer.reason.value_or(session::UncorrectedReason::OtherKind)) {
        case session::UncorrectedReason::NothingToDo:
            return tr("Nothing to do: no bias, or one bit a weight");
        case session::UncorrectedReason::SplitChannels:
            return tr("Split channels stay rounded to nearest");
        case session::UncorrectedReason::UnknownInputs:
            return tr("The means of what it reads are not known");
        case session::UncorrectedReason::OtherKind:
            break;
        }
        return tr("Layers of its kind cannot be corrected");
    };
    for (const session::CorrectedLayer& layer : report->layers) {
        Row row{QString::fromStdString(layer.name), QString::fromStdString(layer.name)};
        row.measure = layer.method == quant::CorrectionMethod::BiasCorrectionAnalytic
                          ? tr("Squared error of the outputs' means")
                          : tr("Squared error of the outputs");
        if (layer.error.nearest > 0.0) {
            row.before = layer.error.nearest;
            row.after = layer.error.reconstructed;
            row.gainDb = finite(10.0 * std::log10(*row.before / *row.after));
        }
        row.remark = remarkOn(layer);
        m_rows.push_back(std::move(row));
    }
}

void MethodOutcomeModel::addStreams(const std::vector<session::EqualizedStream>& streams,
                                    const QString& measure)
{
    for (const session::EqualizedStream& stream : streams) {
        Row row{fromTo(stream.writers, stream.readers), first(stream.readers)};
        row.measure = measure;
        row.unit = Unit::Ratio;
        if (stream.isEqualized()) {
            row.before = stream.spreadBefore;
            row.after = stream.spreadAfter;
        } else {
            row.remark = tr("Skipped: %1").arg(obstacleText(stream));
        }
        m_rows.push_back(std::move(row));
    }
}

void MethodOutcomeModel::addRows(const std::shared_ptr<const session::EqualizationReport>& report)
{
    addStreams(report->streams, tr("Ranges of the channels, largest over least"));
    for (const session::EqualizedLayerNoise& layer : report->layers) {
        Row row{QString::fromStdString(layer.name), QString::fromStdString(layer.name)};
        row.measure = tr("SQNR of the weights, rounded to nearest");
        row.unit = Unit::Decibel;
        row.before = layer.sqnrBeforeDb;
        row.after = layer.sqnrAfterDb;
        row.gainDb = finite(layer.sqnrAfterDb - layer.sqnrBeforeDb);
        m_rows.push_back(std::move(row));
    }
}

void MethodOutcomeModel::addRows(const std::shared_ptr<const session::SmoothingReport>& report)
{
    addStreams(report->streams, tr("Ranges of the activations' channels, largest over least"));
}

void MethodOutcomeModel::addRows(const session::FoldingReportPtr& report)
{
    for (const session::FoldedLayer& layer : report->layers) {
        const QString name = QString::fromStdString(layer.layer);
        Row ranges{name.isEmpty() ? QString::fromStdString(layer.batchNorm) : name, name};
        ranges.measure = tr("Ranges of the channels, largest over least");
        ranges.unit = Unit::Ratio;
        ranges.remark = foldingText(layer.outcome);
        if (layer.isFoldable()) {
            ranges.before = layer.spreadUnfolded;
            ranges.after = layer.spreadFolded;
        }
        m_rows.push_back(ranges);
        if (layer.sqnrUnfoldedDb && layer.sqnrFoldedDb) {
            Row noise{ranges.layers, name};
            noise.measure = tr("SQNR of the weights, rounded to nearest");
            noise.unit = Unit::Decibel;
            noise.before = layer.sqnrUnfoldedDb;
            noise.after = layer.sqnrFoldedDb;
            noise.gainDb = finite(*layer.sqnrFoldedDb - *layer.sqnrUnfoldedDb);
            noise.remark = ranges.remark;
            m_rows.push_back(std::move(noise));
        }
    }
}

void MethodOutcomeModel::addRows(const std::shared_ptr<const session::AbsorptionReport>& report)
{
    for (const session::AbsorbedPair& pair : report->pairs) {
        Row row{fromTo(pair.writers, pair.readers), first(pair.writers)};
        row.measure = tr("Largest bias moved");
        if (pair.obstacle) {
            row.remark = tr("Skipped: %1").arg(obstacleText(*pair.obstacle));
        } else {
            row.before = 0.0;
            row.after = static_cast<double>(pair.largest);
            row.remark = report->isRefused
                             ? tr("Not kept: FP32 outputs would change too much")
                             : tr("%n channels", nullptr, static_cast<int>(pair.channels));
        }
        m_rows.push_back(std::move(row));
    }
}

} // namespace quantoscope::gui
