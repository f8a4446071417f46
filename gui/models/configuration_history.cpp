// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/configuration_history.h"

#include "gui/models/quantity_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

/// The precision all schemes of a map share, if they do.
template <typename Schemes>
std::optional<quant::Precision> commonPrecision(const Schemes& schemes)
{
    if (schemes.empty()) {
        return quant::Precision::float32();
    }
    const quant::Precision first = schemes.begin()->second.precision;
    const bool same = std::ranges::all_of(
        schemes, [&](const auto& entry) { return entry.second.precision == first; });
    return same ? std::optional(first) : std::nullopt;
}

} // namespace

QString configurationLabel(const session::Evaluation& evaluation)
{
    const auto weights = commonPrecision(evaluation.configuration.weights);
    const auto activations = commonPrecision(evaluation.configuration.activations);
    if (weights && activations) {
        return QString::fromStdString(quant::toString(quant::BitsPreset{*weights, *activations}));
    }
    return QCoreApplication::translate("quantoscope::gui::ConfigurationHistory",
                                       "mixed, %L1 weight bits on average")
        .arg(evaluation.averageWeightBits, 0, 'f', 2);
}

int ConfigurationHistory::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tried.size());
}

QVariant ConfigurationHistory::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const TriedConfiguration& tried = m_tried[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return tried.label;
    case SizeBytesRole:
        return static_cast<qint64>(tried.evaluation->sizeBytes);
    case Top1Role:
        return tried.evaluation->accuracy.top1 ? QVariant(*tried.evaluation->accuracy.top1)
                                               : QVariant();
    case SqnrRole:
        return tried.evaluation->comparison.sqnrDb;
    case AverageBitsRole:
        return tried.evaluation->averageWeightBits;
    default:
        return {};
    }
}

int ConfigurationHistory::rowOf(const quant::Configuration& configuration) const
{
    const auto found = std::ranges::find_if(m_tried, [&](const TriedConfiguration& tried) {
        return tried.evaluation->configuration == configuration;
    });
    return found == m_tried.end() ? -1 : static_cast<int>(found - m_tried.begin());
}

void ConfigurationHistory::add(std::shared_ptr<const session::Evaluation> evaluation)
{
    if (rowOf(evaluation->configuration) >= 0) {
        return;
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    QString label = configurationLabel(*evaluation);
    m_tried.push_back({std::move(evaluation), std::move(label)});
    endInsertRows();
}

void ConfigurationHistory::clear()
{
    beginResetModel();
    m_tried.clear();
    endResetModel();
}

} // namespace quantoscope::gui
