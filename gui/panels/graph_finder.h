// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace quantoscope::gui {

class GraphView;
class GraphScene;
class LayerSelection;

/// The search field of the graph with its matches: goes to the nearest one while the user types,
/// and from one to the next.
class GraphFinder : public QWidget
{
    Q_OBJECT

public:
    GraphFinder(GraphScene& scene, GraphView& view, LayerSelection& selection,
                QWidget* parent = nullptr);

    void setOutline(std::shared_ptr<const ModelOutline> outline);
    void search(); ///< anew, as after the graph was drawn
    void findNext(int direction);
    [[nodiscard]] QLineEdit& field() { return *m_field; }
    [[nodiscard]] QString countText() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showCount();

    GraphScene& m_scene;
    GraphView& m_view;
    LayerSelection& m_selection;
    std::shared_ptr<const ModelOutline> m_outline;
    std::vector<OutlineId> m_matches;
    QLineEdit* m_field;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace quantoscope::gui
