// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/sensitivity_model.h"

#include "gui/models/quantity_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// Divergences below this are rounding.
constexpr double kSmallestKl = 1.0e-7;
/// Noise that is rounding, in dB; infinite SQNRs must not stretch the colours.
constexpr double kLargestDb = 80.0;

QString klText(double kl)
{
    const int decimals = kl >= 10.0 ? 1 : kl >= 1.0 ? 2 : kl >= 0.1 ? 3 : 4;
    return QLocale().toString(kl, 'f', decimals);
}

} // namespace

void SensitivityModel::Range::add(double harm)
{
    low = isEmpty ? harm : std::min(low, harm);
    high = isEmpty ? harm : std::max(high, harm);
    isEmpty = false;
}

double SensitivityModel::Range::shareOf(double harm) const
{
    return high > low ? std::clamp((harm - low) / (high - low), 0.0, 1.0) : 0.0;
}

int SensitivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int SensitivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstBitsColumn + static_cast<int>(m_bits.size());
}

QVariant SensitivityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (role == OutlineIdRole) {
        return m_ids[row];
    }
    if (index.column() >= FirstBitsColumn) {
        return cellData(trial(index.row(), index.column()), role);
    }
    const QString name = QString::fromStdString(m_report->state.plan.layers[row]);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        if (index.column() == NameColumn) {
            return name;
        }
        if (index.column() == NumberColumn) {
            return index.row() + 1;
        }
        // Layers not measured at the lowest bits have no place yet.
        return role == SortRole || shareAtLowestBits(m_ids[row]) ? QVariant(m_ranks[row])
                                                                 : QVariant();
    case Qt::ToolTipRole:
        return index.column() == RankColumn
                   ? tr("1 is the most sensitive layer at the lowest bits so far.")
                   : name;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter |
                        (index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QVariant SensitivityModel::cellData(const search::Trial* trial, int role) const
{
    const bool isMeasured = trial != nullptr && trial->sums.images > 0;
    switch (role) {
    case Qt::DisplayRole:
        return isMeasured ? QVariant(figureText(*trial, false)) : QVariant();
    case SortRole:
        return isMeasured ? -harmOf(*trial) : std::numeric_limits<double>::max();
    case ShareRole:
        return isMeasured ? QVariant(m_all.shareOf(harmOf(*trial))) : QVariant();
    case Qt::ToolTipRole:
        return isMeasured ? toolTip(*trial) : tr("Not measured yet");
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignCenter);
    default:
        return {};
    }
}

QVariant SensitivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section >= FirstBitsColumn) {
        return QVariant(Qt::AlignCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NumberColumn:
        return tr("#");
    case NameColumn:
        return tr("Layer");
    case RankColumn:
        return tr("Rank");
    default:
        return tr("%1 bit").arg(m_bits[static_cast<std::size_t>(section - FirstBitsColumn)]);
    }
}

void SensitivityModel::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    beginResetModel();
    m_outline = std::move(outline);
    m_report.reset();
    m_bits.clear();
    m_ids.clear();
    m_ranks.clear();
    m_all = m_lowest = {};
    endResetModel();
}

void SensitivityModel::setReport(const session::SensitivityPtr& report)
{
    if (!report || !m_outline) {
        setOutline(m_outline);
        return;
    }
    const bool isSameTable = m_report && m_report->state.plan == report->state.plan;
    if (!isSameTable) {
        beginResetModel();
    }
    const search::SensitivityPlan& plan = report->state.plan;
    m_report = report;
    m_bits = plan.bits;
    std::ranges::sort(m_bits, std::greater<>());
    m_ids.clear();
    for (const std::string& layer : plan.layers) {
        m_ids.push_back(m_outline->find(layer));
    }
    m_ranks.assign(plan.layers.size(), 0);
    for (std::size_t i = 0; i < report->ranking.size(); ++i) {
        m_ranks[report->ranking[i]] = static_cast<int>(i) + 1;
    }
    measureRanges();
    if (isSameTable) {
        changed();
    } else {
        endResetModel();
    }
}

void SensitivityModel::setFigure(SensitivityFigure figure)
{
    m_figure = figure;
    measureRanges();
    changed();
}

void SensitivityModel::changed()
{
    if (!m_ids.empty()) {
        Q_EMIT dataChanged(index(0, RankColumn), index(rowCount() - 1, columnCount() - 1));
    }
}

void SensitivityModel::measureRanges()
{
    m_all = m_lowest = {};
    for (std::size_t i = 0; m_report && i < m_report->state.trials.size(); ++i) {
        const search::Trial& trial = m_report->state.trials[i];
        if (trial.sums.images > 0) {
            m_all.add(harmOf(trial));
            if (trial.bits == m_bits.back()) {
                m_lowest.add(harmOf(trial));
            }
        }
    }
}

const search::Trial* SensitivityModel::trial(int row, int column) const
{
    // Trials lie by bits in ascending order, then by layer; columns by bits in descending order.
    const std::size_t bits = m_bits.size() - 1 - static_cast<std::size_t>(column - FirstBitsColumn);
    const std::size_t at = bits * m_ids.size() + static_cast<std::size_t>(row);
    return at < m_report->state.trials.size() ? &m_report->state.trials[at] : nullptr;
}

double SensitivityModel::figureOf(const search::Trial& trial) const
{
    switch (m_figure) {
    case SensitivityFigure::LogitSqnr:
        return trial.sums.logitSqnrDb();
    case SensitivityFigure::Kl:
        return trial.sums.meanKl();
    case SensitivityFigure::Top1:
        break;
    }
    return trial.sums.top1Difference();
}

double SensitivityModel::harmOf(const search::Trial& trial) const
{
    const double figure = figureOf(trial);
    double harm = -figure;
    if (m_figure == SensitivityFigure::LogitSqnr) {
        harm = -std::min(figure, kLargestDb);
    } else if (m_figure == SensitivityFigure::Kl) {
        harm = std::log10(std::max(figure, kSmallestKl));
    }
    // What gets better when a layer alone stays in float was that layer's harm.
    const bool isAlone = m_report->state.plan.mode == search::SensitivityMode::Alone;
    return isAlone ? harm : -harm;
}

QString SensitivityModel::figureText(const search::Trial& trial, bool withUnit) const
{
    const double figure = figureOf(trial);
    switch (m_figure) {
    case SensitivityFigure::LogitSqnr:
        return withUnit || figure >= 2.0 * kLargestDb ? decibelText(figure)
                                                      : QLocale().toString(figure, 'f', 1);
    case SensitivityFigure::Kl:
        return withUnit ? tr("%1 nats").arg(klText(figure)) : klText(figure);
    case SensitivityFigure::Top1:
        break;
    }
    const QString text = intervalText({figure, figure, figure});
    return withUnit ? tr("%1 points").arg(text) : text;
}

QString SensitivityModel::toolTip(const search::Trial& trial) const
{
    const search::TrialSums& sums = trial.sums;
    const double top1 = sums.top1Difference();
    return u"<b>"_s %
           QString::fromStdString(m_report->state.plan.layers[trial.layer]).toHtmlEscaped() %
           u"</b>, "_s % tr("%1 bit").arg(trial.bits) % u"<br>"_s %
           tr("Logit SQNR: %1").arg(decibelText(sums.logitSqnrDb())) % u"<br>"_s %
           tr("KL divergence: %1 nats").arg(klText(sums.meanKl())) % u"<br>"_s %
           tr("Top-1 against FP32: %1 points").arg(intervalText({top1, top1, top1})) % u"<br>"_s %
           tr("Measured on %1 of %2 images").arg(sums.images).arg(m_report->state.plan.pictures);
}

int SensitivityModel::rowOf(OutlineId id) const
{
    const auto found = std::ranges::find(m_ids, id);
    return id == kNoOutlineId || found == m_ids.end() ? -1
                                                      : static_cast<int>(found - m_ids.begin());
}

std::optional<double> SensitivityModel::shareAtLowestBits(OutlineId id) const
{
    const int row = rowOf(id);
    const search::Trial* lowest = row >= 0 ? trial(row, columnCount() - 1) : nullptr;
    return lowest != nullptr && lowest->sums.images > 0
               ? std::optional(m_lowest.shareOf(harmOf(*lowest)))
               : std::nullopt;
}

std::pair<QString, QString> SensitivityModel::rangeAtLowestBits() const
{
    const search::Trial* least = nullptr;
    const search::Trial* most = nullptr;
    for (int row = 0; row < rowCount(); ++row) {
        const search::Trial* next = trial(row, columnCount() - 1);
        if (next == nullptr || next->sums.images == 0) {
            continue;
        }
        least = least == nullptr || harmOf(*next) < harmOf(*least) ? next : least;
        most = most == nullptr || harmOf(*next) > harmOf(*most) ? next : most;
    }
    return least == nullptr ? std::pair<QString, QString>()
                            : std::pair(figureText(*least, true), figureText(*most, true));
}

std::optional<int> SensitivityModel::lowestBits() const
{
    return m_bits.empty() ? std::nullopt : std::optional(m_bits.back());
}

} // namespace quantoscope::gui
