// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_layout.h"
#include "gui/graph/layer_item.h"

#include <QGraphicsScene>

#include <memory>
#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;
class EdgeItem;
class LayerSelection;

/// Draws an outline where a layout put it; mirrors the shared selection and the configuration.
class GraphScene : public QGraphicsScene
{
    Q_OBJECT

public:
    GraphScene(ConfigurationDocument& document, LayerSelection& selection,
               QObject* parent = nullptr);

    void clearGraph();
    void setGraph(std::shared_ptr<const ModelOutline> outline, const GraphLayout& layout);
    /// By outline id; an empty list: all nodes in their operators' colours.
    void setFills(const std::vector<std::optional<QColor>>& fills);
    void setMatches(const std::vector<OutlineId>& matches);

    [[nodiscard]] LayerItem* item(OutlineId id) const; ///< null when there is none
    /// The entry before (-1) or behind (+1) another along its first edge; kNoOutlineId at the end.
    [[nodiscard]] OutlineId neighbour(OutlineId id, int direction) const;

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;

private:
    void updateBadges();
    void showCurrent(OutlineId id);

    ConfigurationDocument& m_document;
    LayerSelection& m_selection;
    std::shared_ptr<const ModelOutline> m_outline;
    std::vector<LayerItem*> m_layers; ///< owned by the scene, by outline id
    std::vector<EdgeItem*> m_edges;   ///< owned by the scene, by index of the outline's edge
    OutlineId m_shown = kNoOutlineId;
};

} // namespace quantoscope::gui
