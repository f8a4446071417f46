// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/jobs/job.h"
#include "gui/models/configuration_document.h"
#include "gui/panels/layer_facts.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QFormLayout;

namespace quantoscope::gui {

class LayerSelection;
class PlaceholderStack;
class WeightHistogramPlot;

/// Facts about the selected layer and the histogram of its weights.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(const session::Session& session, ConfigurationDocument& document,
                   LayerSelection& selection, QWidget* parent = nullptr);

    void setOutline(std::shared_ptr<const ModelOutline> outline);
    /// Gathers the facts again, a moment later; several calls make one run.
    void refreshLater();
    [[nodiscard]] bool isBusy() const { return m_delay.isActive() || m_job.isRunning(); }

private:
    QWidget* makeContent();
    void refresh();
    void showFacts(const OutlineEntry& entry, const LayerFacts* facts);
    [[nodiscard]] const OutlineEntry* currentEntry() const;

    const session::Session& m_session;
    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    std::shared_ptr<const ModelOutline> m_outline;
    PlaceholderStack* m_stack = nullptr;
    QFormLayout* m_facts = nullptr;
    WeightHistogramPlot* m_plot = nullptr;
    QTimer m_delay;
    Job<LayerFacts> m_job;
};

} // namespace quantoscope::gui
