// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_coloring.h"
#include "gui/graph/graph_layout.h"
#include "gui/graph/graph_scene.h"
#include "gui/jobs/job.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace quantoscope::gui {

class ColorLegend;
class GraphView;
class LayerTableModel;
class PlaceholderStack;
class SensitivityModel;

/// The graph with its search box. Lays out in the background.
class GraphPanel : public QWidget
{
    Q_OBJECT

public:
    GraphPanel(ConfigurationDocument& document, LayerSelection& selection,
               const LayerTableModel& layers, const SensitivityModel& sensitivities,
               QWidget* parent = nullptr);

    /// Null: no model. The former graph stays until the new one is laid out.
    void setOutline(std::shared_ptr<const ModelOutline> outline);
    void focusSearch();
    [[nodiscard]] QLineEdit& searchField() { return *m_search; }
    [[nodiscard]] QString matchCountText() const;
    [[nodiscard]] QComboBox& colorings() { return *m_colorings; }
    void findNext(int direction);
    [[nodiscard]] GraphView& view() { return *m_view; }
    [[nodiscard]] const GraphScene& scene() const { return m_scene; }
    [[nodiscard]] bool isLayingOut() const { return m_layout.isRunning(); }

Q_SIGNALS:
    void layoutFailed(const quantoscope::Error& error);
    void layoutDone();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeColorBar();
    void showColors();
    void showLayout(const Result<GraphLayout>& layout);
    void search(const QString& text);
    void showMatchCount();
    void showMenu(OutlineId id, const QPoint& position);

    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    std::shared_ptr<const ModelOutline> m_outline;
    GraphScene m_scene;
    GraphView* m_view;
    PlaceholderStack* m_stack;
    GraphColoring m_coloring;
    ColorLegend* m_legend;
    QComboBox* m_colorings;
    QLineEdit* m_search;
    QLabel* m_matchCount;
    QToolButton* m_previous;
    QToolButton* m_next;
    std::vector<OutlineId> m_matches;
    Job<GraphLayout> m_layout;
};

} // namespace quantoscope::gui
