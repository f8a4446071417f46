// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_drawing.h"
#include "gui/graph/graph_layout.h"
#include "gui/graph/graph_picture.h"
#include "gui/graph/graph_walk.h"
#include "gui/graph/layer_item.h"

#include <QGraphicsScene>

#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;
class EdgeItem;
class LayerSelection;

/// Draws a graph where a layout put it; mirrors the shared selection and the configuration.
class GraphScene : public QGraphicsScene
{
    Q_OBJECT

public:
    GraphScene(ConfigurationDocument& document, LayerSelection& selection,
               QObject* parent = nullptr);

    void clearGraph();
    void setGraph(GraphDrawingPtr drawing, const GraphLayout& layout);
    /// By node; an empty list: all nodes in their operators' colours.
    void setFills(const std::vector<std::optional<QColor>>& fills);
    void setMatches(const std::vector<OutlineId>& matches);

    [[nodiscard]] LayerItem* item(OutlineId id) const; ///< of a layer; null when there is none
    [[nodiscard]] LayerItem* nodeItem(int node) const; ///< null when there is none
    [[nodiscard]] const GraphDrawingPtr& drawing() const { return m_drawing; } ///< or null
    /// The node that stands for the current layer, or the very operator of it; -1 when none does.
    [[nodiscard]] int currentNode() const { return m_current; }
    void selectNode(int node);
    /// Selects the node a step away from the current one.
    void walkTo(WalkStep step);
    /// Chooses the layers of all nodes in a rectangle of the scene.
    void chooseIn(const QRectF& area);
    /// Without what is selected.
    [[nodiscard]] GraphPicture picture(const QPalette& palette) const;
    [[nodiscard]] QRectF graphBounds() const { return m_bounds; }

Q_SIGNALS:
    void looksChanged();                       ///< of more than the selection
    void currentNodeChanged(int node);         ///< -1: none
    void blockActivated(const QString& scope); ///< a double click on a collapsed block

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;

private:
    void updateConfiguration();
    void updateOutputs(); ///< what is written below the nodes
    [[nodiscard]] NodeBadges badgesOf(const DrawnNode& node) const;
    void showCurrent(OutlineId id);
    void showChosen();

    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    GraphDrawingPtr m_drawing;
    std::vector<QPointF> m_centers;
    std::vector<LayerItem*> m_nodes; ///< owned by the scene, by node
    std::vector<EdgeItem*> m_edges;  ///< owned by the scene, by edge of the drawing
    QRectF m_bounds;
    int m_current = -1;
};

} // namespace quantoscope::gui
