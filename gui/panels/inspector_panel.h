// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/jobs/job.h"
#include "gui/models/configuration_document.h"
#include "gui/panels/layer_facts.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace quantoscope::gui {

class LayerSelection;
class LayerViews;
class PlaceholderStack;

/// Facts about the selected layer and plots of it.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(session::Session& session, ConfigurationDocument& document,
                   LayerSelection& selection, QWidget* parent = nullptr);

    void setOutline(std::shared_ptr<const ModelOutline> outline);
    /// Gathers the facts again, a moment later; several calls make one run.
    void refreshLater();
    /// The configuration has its figures: what takes a run of the model may follow.
    void setEvaluated();
    /// Which validation picture feature maps are of; -1: none.
    void setPicture(int picture, const QString& name);
    [[nodiscard]] LayerViews& views() { return *m_views; }
    [[nodiscard]] bool isBusy() const
    {
        return m_delay.isActive() || m_job.isRunning() || m_mapsJob.isRunning();
    }

private:
    QWidget* makeContent();
    void refresh();
    void refreshMaps();
    void configurationChanged();
    void showFacts(const OutlineEntry& entry, const LayerFacts* facts);
    void setRange(double low, double high, int gesture);
    void setCalibration(const QString& value);
    void editRange(const QString& text, const std::optional<quant::Range>& range,
                   const QString& mergeKey);
    [[nodiscard]] const OutlineEntry* currentEntry() const;

    session::Session& m_session;
    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    std::shared_ptr<const ModelOutline> m_outline;
    PlaceholderStack* m_stack = nullptr;
    QVBoxLayout* m_facts = nullptr;
    LayerViews* m_views = nullptr;
    int m_picture = -1;
    QString m_pictureName;
    QTimer m_delay;
    Job<LayerFacts> m_job;
    Job<std::shared_ptr<const session::FeatureMaps>> m_mapsJob;
};

} // namespace quantoscope::gui
