// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/trade_off_panel.h"

#include "gui/models/configuration_document.h"
#include "gui/models/configuration_history.h"
#include "gui/models/quantity_text.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/search_curves.h"
#include "gui/plots/trade_off_plot.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

TradeOffPanel::TradeOffPanel(ConfigurationHistory& history, ConfigurationDocument& document,
                             QWidget* parent)
    : QWidget(parent), m_history(history), m_document(document), m_plot(new TradeOffPlot),
      m_stack(new PlaceholderStack(m_plot))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
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
    m_plot->setSearch(m_search ? searchCurves(*m_search, m_reference.get()) : SearchCurves());
}

void TradeOffPanel::setPartial(const session::PartialEvaluation& partial, std::int64_t sizeBytes)
{
    if (!m_reference || !m_reference->accuracy.top1 || !partial.againstFloat) {
        return;
    }
    const double top1 = *m_reference->accuracy.top1;
    const search::Interval& change = *partial.againstFloat;
    m_plot->setEstimate(TradeOffEstimate{
        static_cast<double>(sizeBytes), 100.0 * (top1 + change.value),
        100.0 * std::max(0.0, top1 + change.low), 100.0 * std::min(1.0, top1 + change.high)});
}

void TradeOffPanel::clearPartial()
{
    m_plot->setEstimate(std::nullopt);
}

void TradeOffPanel::refresh()
{
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
    for (const TriedConfiguration& tried : m_history.tried()) {
        const session::Evaluation& evaluation = *tried.evaluation;
        const double quality =
            hasTop1 ? 100.0 * evaluation.accuracy.top1.value_or(0.0) : evaluation.comparison.sqnrDb;
        const QString toolTip =
            u"<b>"_s % tried.title().toHtmlEscaped() % u"</b><br>"_s %
            tr("Size: %1").arg(bytesText(evaluation.sizeBytes)) % u"<br>"_s %
            (hasTop1 ? tr("Top-1: %1").arg(percentText(evaluation.accuracy.top1)) % u"<br>"_s
                     : QString()) %
            tr("Output SQNR: %1").arg(decibelText(evaluation.comparison.sqnrDb)) % u"<br>"_s %
            tr("Click to go back to this configuration");
        points.push_back({static_cast<double>(evaluation.sizeBytes), quality, toolTip});
    }
    std::optional<TradeOffPoint> reference;
    if (hasTop1) {
        reference = TradeOffPoint{
            static_cast<double>(m_reference->sizeBytes), 100.0 * *m_reference->accuracy.top1,
            tr("FP32: %1, %2")
                .arg(bytesText(m_reference->sizeBytes), percentText(m_reference->accuracy.top1))};
    }
    m_plot->setPoints(std::move(points), m_history.rowOf(*m_document.configuration()), reference);
}

void TradeOffPanel::restore(int index)
{
    const TriedConfiguration tried = m_history.tried()[static_cast<std::size_t>(index)];
    m_document.edit(tr("Go back to %1").arg(tried.title()),
                    ConfigurationPtr(tried.evaluation, &tried.evaluation->configuration));
}

} // namespace quantoscope::gui
