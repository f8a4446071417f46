// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/inspector_panel.h"

#include "gui/jobs/error_text.h"
#include "gui/models/layer_fields.h"
#include "gui/models/layer_selection.h"
#include "gui/models/quantity_text.h"
#include "gui/models/scheme_choices.h"
#include "gui/panels/fact_row.h"
#include "gui/panels/feature_map_view.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/output_range_view.h"
#include "gui/panels/placeholder_stack.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFactsCharacters = 28;
constexpr int kRefreshDelayMs = 30;

} // namespace

InspectorPanel::InspectorPanel(session::Session& session, ConfigurationDocument& document,
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
    connect(&selection, &LayerSelection::currentChanged, this, &InspectorPanel::refreshMaps);
    connect(&document, &ConfigurationDocument::changed, this,
            &InspectorPanel::configurationChanged);
    connect(m_views, &LayerViews::viewChanged, this, &InspectorPanel::refreshMaps);
    connect(&m_views->output(), &OutputRangeView::rangeChosen, this, &InspectorPanel::setRange);
    connect(&m_views->output(), &OutputRangeView::calibrationChosen, this,
            &InspectorPanel::setCalibration);
    refresh();
}

QWidget* InspectorPanel::makeContent()
{
    auto* splitter = new QSplitter(Qt::Horizontal);
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_facts = new QVBoxLayout(page);
    m_facts->setContentsMargins(10, 6, 6, 6);
    m_facts->setSpacing(2);
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(kFactsCharacters * fontMetrics().averageCharWidth());
    m_views = new LayerViews;
    splitter->addWidget(scroll);
    splitter->addWidget(m_views);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({250, 350});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void InspectorPanel::setOutline(std::shared_ptr<const ModelOutline> outline)
{
    m_outline = std::move(outline);
    m_job.abandon();
    m_mapsJob.abandon();
    setPicture(-1, {});
    refresh();
}

void InspectorPanel::refreshLater()
{
    m_delay.start();
}

void InspectorPanel::setEvaluated()
{
    refreshLater();
    refreshMaps();
}

void InspectorPanel::setPicture(int picture, const QString& name)
{
    if (picture != m_picture || name != m_pictureName) {
        m_picture = picture;
        m_pictureName = name;
        refreshMaps();
    }
}

void InspectorPanel::configurationChanged()
{
    refreshLater();
    m_mapsJob.abandon(); // until the new figures are there
    m_views->featureMaps().setStale();
}

void InspectorPanel::refreshMaps()
{
    const OutlineEntry* entry = currentEntry();
    FeatureMapView& view = m_views->featureMaps();
    m_mapsJob.abandon();
    if (m_views->view() != LayerView::FeatureMaps || entry == nullptr) {
        return;
    }
    if (entry->isInput) {
        view.setMessage(tr("This is the input of the model. Select a layer."));
        return;
    }
    if (m_picture < 0 || !m_session.floatReference()) {
        view.setMessage(
            tr("Select an image in the tab Images to see what this layer makes of it."));
        return;
    }
    m_mapsJob.start(
        [&session = m_session, layer = entry->name, configuration = m_document.configuration(),
         picture = m_picture](const JobContext& context, const JobPort&) {
            return session.featureMaps(*configuration, layer, picture, context);
        },
        [this, &view](const Result<std::shared_ptr<const session::FeatureMaps>>& maps) {
            if (maps) {
                view.setMaps(*maps, m_pictureName);
            } else if (maps.error().code != ErrorCode::Cancelled) {
                view.setMessage(errorText(maps.error()));
            }
        });
}

void InspectorPanel::setRange(double low, double high, int gesture)
{
    const OutlineEntry* entry = currentEntry();
    if (entry != nullptr) {
        const QString name = QString::fromStdString(entry->name);
        editRange(tr("Clip the output of %1 to %2 … %3")
                      .arg(name, numberText(low, 3), numberText(high, 3)),
                  quant::Range{static_cast<float>(low), static_cast<float>(high)},
                  QString(u"range/"_s % name % u'/' % QString::number(gesture)));
    }
}

void InspectorPanel::setCalibration(const QString& value)
{
    const OutlineEntry* entry = currentEntry();
    if (entry == nullptr) {
        return;
    }
    const SchemeField field = SchemeField::ActivationCalibration;
    auto edited = std::make_shared<quant::Configuration>(*m_document.configuration());
    if (setFieldsOf(*edited, *entry, {{field, value}})) {
        m_document.edit(tr("Set %1 of %2 to %3")
                            .arg(schemeFieldText(field), QString::fromStdString(entry->name),
                                 choiceText(field, value)),
                        std::move(edited));
    }
}

void InspectorPanel::editRange(const QString& text, const std::optional<quant::Range>& range,
                               const QString& mergeKey)
{
    const OutlineEntry* entry = currentEntry();
    if (entry == nullptr || !entry->hasSite()) {
        return;
    }
    auto edited = std::make_shared<quant::Configuration>(*m_document.configuration());
    const auto found = edited->activations.find(entry->sites.front());
    if (found == edited->activations.end()) {
        return;
    }
    quant::ActivationScheme scheme = found->second;
    scheme.range = range;
    if (quant::validate(scheme)) {
        found->second = scheme;
        m_document.edit(text, std::move(edited), mergeKey);
    }
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
                        m_views->setFailure(errorText(facts.error()));
                    }
                });
}

void InspectorPanel::showFacts(const OutlineEntry& entry, const LayerFacts* facts)
{
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const FactLine& line : describe(entry, *m_document.configuration(), facts)) {
        auto* row = new FactRow(line.name, line.value);
        row->setToolTip(line.explanation.isEmpty()
                            ? line.value
                            : QString(line.value % QLatin1Char('\n') % line.explanation));
        m_facts->addWidget(row);
    }
    m_facts->addStretch();
    if (facts != nullptr) {
        m_views->setFacts(entry, *facts);
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
