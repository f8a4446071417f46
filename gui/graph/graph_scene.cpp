// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_scene.h"

#include "gui/graph/edge_item.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_selection.h"
#include "gui/models/scheme_choices.h"

#include <QGraphicsSceneMouseEvent>
#include <QTransform>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

namespace {
constexpr double kSceneMargin = 40.0;
}

GraphScene::GraphScene(ConfigurationDocument& document, LayerSelection& selection, QObject* parent)
    : QGraphicsScene(parent), m_document(document), m_selection(selection)
{
    connect(&document, &ConfigurationDocument::changed, this, &GraphScene::updateBadges);
    connect(&document, &ConfigurationDocument::pinsChanged, this, &GraphScene::updateBadges);
    connect(&selection, &LayerSelection::currentChanged, this, &GraphScene::showCurrent);
}

void GraphScene::clearGraph()
{
    m_layers.clear();
    m_edges.clear();
    m_outline.reset();
    m_shown = kNoOutlineId;
    clear();
}

void GraphScene::setGraph(std::shared_ptr<const ModelOutline> outline, const GraphLayout& layout)
{
    clearGraph();
    m_outline = std::move(outline);
    m_edges.resize(m_outline->edges.size(), nullptr);
    for (const GraphLayout::Edge& edge : layout.edges) {
        auto* item = new EdgeItem(m_outline->edges[edge.edge], edge.points);
        addItem(item);
        m_edges[edge.edge] = item;
    }
    for (std::size_t i = 0; i < m_outline->entries.size(); ++i) {
        auto* item = new LayerItem(static_cast<OutlineId>(i), m_outline->entries[i]);
        item->setZValue(1.0);
        item->setPos(layout.centers[i]);
        addItem(item);
        m_layers.push_back(item);
    }
    setSceneRect(layout.bounds.adjusted(-kSceneMargin, -kSceneMargin, kSceneMargin, kSceneMargin));
    updateBadges();
    showCurrent(m_selection.current());
}

void GraphScene::setFills(const std::vector<std::optional<QColor>>& fills)
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        m_layers[i]->setFill(i < fills.size() ? fills[i] : std::nullopt);
    }
}

void GraphScene::setMatches(const std::vector<OutlineId>& matches)
{
    for (LayerItem* layer : m_layers) {
        layer->setMatching(std::ranges::find(matches, layer->id()) != matches.end());
    }
}

LayerItem* GraphScene::item(OutlineId id) const
{
    return id >= 0 && static_cast<std::size_t>(id) < m_layers.size()
               ? m_layers[static_cast<std::size_t>(id)]
               : nullptr;
}

OutlineId GraphScene::neighbour(OutlineId id, int direction) const
{
    if (!m_outline) {
        return kNoOutlineId;
    }
    for (const OutlineEdge& edge : m_outline->edges) {
        if (direction > 0 && edge.from == id) {
            return edge.to;
        }
        if (direction < 0 && edge.to == id) {
            return edge.from;
        }
    }
    return kNoOutlineId;
}

void GraphScene::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    QGraphicsItem* hit = itemAt(event->scenePos(), QTransform());
    if (auto* layer = qgraphicsitem_cast<LayerItem*>(hit);
        layer != nullptr && event->button() == Qt::LeftButton) {
        m_selection.select(layer->id());
        event->accept();
        return;
    }
    QGraphicsScene::mousePressEvent(event);
}

void GraphScene::updateBadges()
{
    if (!m_outline) {
        return;
    }
    const quant::Configuration& configuration = *m_document.configuration();
    for (LayerItem* layer : m_layers) {
        const OutlineEntry& entry = m_outline->entries[static_cast<std::size_t>(layer->id())];
        NodeBadges badges;
        if (entry.hasWeights) {
            badges.weightBits = weightScheme(configuration, entry.name).precision.bits();
            badges.isPinned = m_document.pinned().contains(entry.name);
        }
        if (entry.hasSite()) {
            badges.activationBits =
                activationScheme(configuration, entry.sites.front()).precision.bits();
        }
        layer->setBadges(badges);
    }
}

void GraphScene::showCurrent(OutlineId id)
{
    if (LayerItem* former = item(m_shown)) {
        former->setCurrent(false);
    }
    m_shown = id;
    if (LayerItem* current = item(id)) {
        current->setCurrent(true);
    }
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const OutlineEdge& edge = m_outline->edges[i];
        if (m_edges[i] != nullptr) {
            m_edges[i]->setHighlighted(id != kNoOutlineId && (edge.from == id || edge.to == id));
        }
    }
}

} // namespace quantoscope::gui
