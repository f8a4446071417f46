// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/trade_off_panel.h"

#include "gui/models/configuration_document.h"
#include "gui/models/configuration_history.h"
#include "gui/models/quantity_text.h"
#include "gui/models/search_text.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/search_curves.h"
#include "gui/plots/trade_off_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString toolTipOf(const TriedConfiguration& tried, bool hasTop1)
{
    const session::Evaluation& evaluation = *tried.evaluation;
    QStringList lines{u"<b>"_s % tried.title().toHtmlEscaped() % u"</b>"_s};
    if (!tried.note.isEmpty()) {
        lines << tried.note.toHtmlEscaped();
    }
    lines << TradeOffPanel::tr("Size: %1").arg(bytesText(evaluation.sizeBytes));
    if (evaluation.bops > 0.0) {
        lines << TradeOffPanel::tr("BOPs: %1").arg(bopsText(evaluation.bops));
    }
    if (tried.milliseconds) {
        lines << TradeOffPanel::tr("Time: %1").arg(millisecondsText(*tried.milliseconds));
    }
    if (hasTop1) {
        lines << TradeOffPanel::tr("Top-1: %1").arg(percentText(evaluation.accuracy.top1));
    }
    lines << TradeOffPanel::tr("Output SQNR: %1").arg(decibelText(evaluation.comparison.sqnrDb))
          << TradeOffPanel::tr("Click to go back to this configuration");
    return lines.join(u"<br>"_s);
}

} // namespace

TradeOffPanel::TradeOffPanel(ConfigurationHistory& history, ConfigurationDocument& document,
                             QWidget* parent)
    : QWidget(parent), m_history(history), m_document(document), m_plot(new TradeOffPlot),
      m_stack(new PlaceholderStack(m_plot))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    connect(&history, &QAbstractItemModel::modelReset, this, &TradeOffPanel::refresh);
    connect(&history, &QAbstractItemModel::rowsInserted, this, &TradeOffPanel::refresh);
    connect(&history, &QAbstractItemModel::rowsRemoved, this, &TradeOffPanel::refresh);
    connect(&history, &QAbstractItemModel::dataChanged, this, &TradeOffPanel::refresh);
    connect(&document, &ConfigurationDocument::changed, this, &TradeOffPanel::refresh);
    connect(m_plot, &TradeOffPlot::pointClicked, this, &TradeOffPanel::restore);
    connect(m_plot, &TradeOffPlot::markClicked, this, &TradeOffPanel::searchPointClicked);
    refresh();
}

void TradeOffPanel::setFloatReference(std::shared_ptr<const session::FloatReference> reference)
{
    if (reference == m_reference) {
        return;
    }
    m_reference = std::move(reference);
    clearPartial();
    refreshSearch();
    refresh();
}

void TradeOffPanel::setSearch(const session::SearchReportPtr& report)
{
    m_search = report;
    refreshSearch();
    refresh();
}

void TradeOffPanel::setSelectedSearchPoint(int index)
{
    m_plot->setSelectedMark(index);
}

void TradeOffPanel::refreshSearch()
{
    m_plot->setSearch(m_search ? searchCurves(*m_search, m_reference.get(), m_plot->costAxis())
                               : SearchCurves());
}

void TradeOffPanel::setPartial(const session::PartialEvaluation& partial, double sizeBytes,
                               double bops)
{
    const CostAxis axis = m_plot->costAxis();
    if (!m_reference || !m_reference->accuracy.top1 || !partial.againstFloat ||
        axis == CostAxis::Time) {
        return;
    }
    const double top1 = *m_reference->accuracy.top1;
    const search::Interval& change = *partial.againstFloat;
    m_plot->setEstimate(TradeOffEstimate{
        axis == CostAxis::Size ? sizeBytes : bops, 100.0 * (top1 + change.value),
        100.0 * std::max(0.0, top1 + change.low), 100.0 * std::min(1.0, top1 + change.high)});
}

void TradeOffPanel::setFloatCosts(double bops, std::optional<double> milliseconds)
{
    m_floatBops = bops;
    m_floatMs = milliseconds;
    refresh();
}

void TradeOffPanel::setAxis(CostAxis axis)
{
    m_axis->setCurrentIndex(static_cast<int>(axis));
}

QWidget* TradeOffPanel::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 3, 6, 0);
    layout->setSpacing(4);
    m_axis = new QComboBox;
    for (const CostAxis axis : {CostAxis::Size, CostAxis::Bops, CostAxis::Time}) {
        m_axis->addItem(costTitle(axis));
        m_axis->setItemData(static_cast<int>(axis), costHelp(axis), Qt::ToolTipRole);
    }
    m_axis->setToolTip(tr("What the accuracy is drawn against"));
    m_axis->setAccessibleName(tr("Horizontal axis"));
    m_measure = new QToolButton;
    m_measure->setText(tr("Measure"));
    m_measure->setToolTip(
        tr("Measure how long the configurations tried take that have no time yet"));
    connect(m_measure, &QToolButton::clicked, this, &TradeOffPanel::wantTimes);
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_plot->setCostAxis(static_cast<CostAxis>(index));
        refreshSearch();
        refresh();
    });
    auto* against = new QLabel(tr("Against:"));
    against->setBuddy(m_axis);
    layout->addWidget(against);
    layout->addWidget(m_axis);
    layout->addWidget(m_measure);
    layout->addStretch(1);
    return bar;
}

void TradeOffPanel::showUntimed()
{
    m_measure->setVisible(m_plot->costAxis() == CostAxis::Time);
    m_measure->setEnabled(std::ranges::any_of(
        m_history.tried(), [](const auto& tried) { return !tried.milliseconds; }));
}

void TradeOffPanel::wantTimes()
{
    std::vector<ConfigurationPtr> untimed;
    for (const TriedConfiguration& tried : m_history.tried()) {
        if (!tried.milliseconds) {
            untimed.emplace_back(tried.evaluation, &tried.evaluation->configuration);
        }
    }
    Q_EMIT timesWanted(untimed);
}

std::optional<double> TradeOffPanel::costOf(const TriedConfiguration& tried) const
{
    switch (m_plot->costAxis()) {
    case CostAxis::Size:
        return static_cast<double>(tried.evaluation->sizeBytes);
    case CostAxis::Bops:
        return tried.evaluation->bops > 0.0 ? std::optional(tried.evaluation->bops) : std::nullopt;
    case CostAxis::Time:
        break;
    }
    return tried.milliseconds;
}

std::optional<double> TradeOffPanel::floatCost() const
{
    switch (m_plot->costAxis()) {
    case CostAxis::Size:
        return static_cast<double>(m_reference->sizeBytes);
    case CostAxis::Bops:
        return m_floatBops > 0.0 ? std::optional(m_floatBops) : std::nullopt;
    case CostAxis::Time:
        break;
    }
    return m_floatMs;
}

void TradeOffPanel::clearPartial()
{
    m_plot->setEstimate(std::nullopt);
}

void TradeOffPanel::refresh()
{
    showUntimed();
    if (m_history.tried().empty() && m_plot->search().curves().isEmpty()) {
        m_stack->showText(tr("Every configuration tried becomes a point here: accuracy against "
                             "model size. A click goes back to it."));
        return;
    }
    m_stack->showContent();
    const bool hasTop1 = m_reference && m_reference->accuracy.top1;
    m_plot->setQualityLabel(hasTop1 ? tr("Top-1 (%)") : tr("Output SQNR (dB)"));
    refreshPoints(hasTop1);
}

void TradeOffPanel::refreshPoints(bool hasTop1)
{
    std::vector<TradeOffPoint> points;
    m_rows.clear();
    int current = -1;
    const int currentRow = m_history.rowOf(*m_document.configuration());
    for (int row = 0; row < m_history.rowCount(); ++row) {
        const TriedConfiguration& tried = m_history.tried()[static_cast<std::size_t>(row)];
        const std::optional<double> cost = costOf(tried);
        if (!cost) {
            continue;
        }
        const session::Evaluation& evaluation = *tried.evaluation;
        const double quality =
            hasTop1 ? 100.0 * evaluation.accuracy.top1.value_or(0.0) : evaluation.comparison.sqnrDb;
        current = row == currentRow ? static_cast<int>(points.size()) : current;
        m_rows.push_back(row);
        points.push_back({*cost, quality, toolTipOf(tried, hasTop1)});
    }
    std::optional<TradeOffPoint> reference;
    if (const std::optional<double> cost = hasTop1 ? floatCost() : std::nullopt) {
        reference = TradeOffPoint{
            *cost, 100.0 * *m_reference->accuracy.top1,
            tr("FP32: %1, %2")
                .arg(costText(m_plot->costAxis(), *cost), percentText(m_reference->accuracy.top1))};
    }
    m_plot->setPoints(std::move(points), current, reference);
}

void TradeOffPanel::restore(int index)
{
    const TriedConfiguration tried =
        m_history.tried()[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(index)])];
    m_document.edit(tr("Go back to %1").arg(tried.title()),
                    ConfigurationPtr(tried.evaluation, &tried.evaluation->configuration));
}

} // namespace quantoscope::gui
