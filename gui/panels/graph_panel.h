// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_coloring.h"
#include "gui/graph/graph_drawing.h"
#include "gui/graph/graph_layout.h"
#include "gui/graph/graph_scene.h"
#include "gui/jobs/job.h"

#include <QWidget>

#include <memory>
#include <set>
#include <string>

class QComboBox;

namespace quantoscope::gui {

class ColorLegend;
class GraphFinder;
class GraphView;
class LayerTableModel;
class MiniMap;
class PlaceholderStack;
class SensitivityModel;

/// The graph with its search field, colours and map. Lays out in the background.
class GraphPanel : public QWidget
{
    Q_OBJECT

public:
    GraphPanel(ConfigurationDocument& document, LayerSelection& selection, LayerTableModel& layers,
               const SensitivityModel& sensitivities, QWidget* parent = nullptr);
    ~GraphPanel() override;

    /// Null: no model. The former graph stays until the new one is laid out.
    void setOutline(std::shared_ptr<const ModelOutline> outline);
    /// Shows the graph as another panel with the same outline does.
    void takeOver(const GraphPanel& former);
    void setDetail(GraphDetail detail);
    [[nodiscard]] GraphDetail detail() const { return m_detail; }
    /// Scopes whose nodes are drawn as one.
    void setCollapsed(std::set<std::string> scopes);
    void setCollapsed(const std::string& scope, bool isCollapsed);
    [[nodiscard]] const std::set<std::string>& collapsed() const { return m_collapsed; }
    void collapseAll();
    void focusSearch();
    [[nodiscard]] GraphFinder& finder() { return *m_finder; }
    [[nodiscard]] QComboBox& colorings() { return *m_colorings; }
    [[nodiscard]] QComboBox& details() { return *m_details; }
    [[nodiscard]] GraphView& view() { return *m_view; }
    [[nodiscard]] MiniMap& miniMap() { return *m_miniMap; }
    [[nodiscard]] GraphScene& scene() { return m_scene; }
    [[nodiscard]] bool isLayingOut() const { return m_layout.isRunning(); }
    [[nodiscard]] GraphPicture picture() const; ///< with the legend of the colours

Q_SIGNALS:
    void timesWanted(); ///< the user wants nodes coloured by time
    void layoutFailed(const quantoscope::Error& error);
    void layoutDone();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeColorBar();
    void showColors();
    void startLayout();
    void showLayout(const GraphDrawingPtr& drawing, const Result<GraphLayout>& layout);
    void showMenu(OutlineId id, const QPoint& position);
    void addCollapseActions(QMenu& menu, const DrawnNode& node);

    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    LayerTableModel& m_layers;
    std::shared_ptr<const ModelOutline> m_outline;
    GraphDetail m_detail = GraphDetail::Layers;
    std::set<std::string> m_collapsed;
    bool m_isSameModel = false; ///< as the graph that is shown
    GraphLayout m_shown;        ///< the layout of what the scene shows
    GraphScene m_scene;
    GraphView* m_view;
    MiniMap* m_miniMap;
    PlaceholderStack* m_stack;
    GraphColoring m_coloring;
    GraphFinder* m_finder;
    ColorLegend* m_legend;
    QComboBox* m_colorings = nullptr;
    QComboBox* m_details = nullptr;
    Job<GraphLayout> m_layout;
};

} // namespace quantoscope::gui
