// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/inspector_panel.h"

#include "gui/models/layer_selection.h"
#include "gui/panels/elided_label.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/plots/weight_histogram_plot.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kRefreshDelayMs = 30;
}

InspectorPanel::InspectorPanel(const session::Session& session, ConfigurationDocument& document,
                               LayerSelection& selection, QWidget* parent)
    : QWidget(parent), m_session(session), m_document(document), m_selection(selection)
{
    m_stack = new PlaceholderStack(makeContent());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kRefreshDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &InspectorPanel::refresh);
    connect(&selection, &LayerSelection::currentChanged, this, &InspectorPanel::refreshLater);
    connect(&document, &ConfigurationDocument::changed, this, &InspectorPanel::refreshLater);
    refresh();
}

QWidget* InspectorPanel::makeContent()
{
    auto* splitter = new QSplitter(Qt::Horizontal);
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_facts = new QFormLayout(page);
    m_facts->setContentsMargins(10, 6, 6, 6);
    m_facts->setVerticalSpacing(2);
    m_facts->setHorizontalSpacing(10);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_plot = new WeightHistogramPlot;
    splitter->addWidget(scroll);
    splitter->addWidget(m_plot);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 300});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void InspectorPanel::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    m_outline = std::move(outline);
    m_job.abandon();
    refresh();
}

void InspectorPanel::refreshLater()
{
    m_delay.start();
}

void InspectorPanel::refresh()
{
    const OutlineEntry* entry = currentEntry();
    if (entry == nullptr) {
        m_job.abandon();
        m_stack->showText(tr("Select a layer in the graph or in the table to see its weights."));
        return;
    }
    m_stack->showContent();
    m_job.start([&session = m_session, entry = *entry, configuration = m_document.configuration()](
                    const JobContext&,
                    const JobPort&) { return gatherFacts(session, entry, *configuration); },
                [this, shown = *entry](const Result<LayerFacts>& facts) {
                    if (facts) {
                        showFacts(shown, &*facts);
                    } else {
                        showFacts(shown, nullptr);
                        m_plot->setMessage(QString::fromStdString(toString(facts.error())));
                    }
                });
}

void InspectorPanel::showFacts(const OutlineEntry& entry, const LayerFacts* facts)
{
    while (m_facts->rowCount() > 0) {
        m_facts->removeRow(0);
    }
    for (const FactLine& line : describe(entry, *m_document.configuration(), facts)) {
        auto* name = new QLabel(line.name);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* value = new ElidedLabel(line.value); // in full in the tool tip
        name->setToolTip(line.explanation);
        value->setToolTip(line.explanation.isEmpty()
                              ? line.value
                              : QString(line.value % QLatin1Char('\n') % line.explanation));
        m_facts->addRow(name, value);
    }
    if (facts != nullptr && facts->weights) {
        m_plot->setInspection(*facts->weights);
    } else {
        m_plot->setMessage(tr("This layer has no weights."));
    }
}

const OutlineEntry* InspectorPanel::currentEntry() const
{
    const OutlineId id = m_selection.current();
    return m_outline && id >= 0 && static_cast<std::size_t>(id) < m_outline->entries.size()
               ? &m_outline->entries[static_cast<std::size_t>(id)]
               : nullptr;
}

} // namespace quantoscope::gui
