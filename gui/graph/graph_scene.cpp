// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_scene.h"

#include "gui/graph/edge_item.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_fields.h"
#include "gui/models/layer_selection.h"
#include "gui/models/scheme_choices.h"

#include <QGraphicsSceneMouseEvent>
#include <QStringList>
#include <QTransform>

#include <algorithm>
#include <set>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSceneMargin = 40.0;
constexpr double kRoomForMap = 60.0; ///< so that nodes can be moved from under it

void widen(std::optional<BitsRange>& range, int bits)
{
    range = range ? BitsRange{std::min(range->fewest, bits), std::max(range->most, bits)}
                  : BitsRange{bits, bits};
}

} // namespace

GraphScene::GraphScene(ConfigurationDocument& document, LayerSelection& selection, QObject* parent)
    : QGraphicsScene(parent), m_document(document), m_selection(selection)
{
    connect(&document, &ConfigurationDocument::changed, this, &GraphScene::updateConfiguration);
    connect(&document, &ConfigurationDocument::pinsChanged, this, &GraphScene::updateConfiguration);
    connect(&selection, &LayerSelection::currentChanged, this, &GraphScene::showCurrent);
    connect(&selection, &LayerSelection::chosenChanged, this, &GraphScene::showChosen);
}

void GraphScene::clearGraph()
{
    m_nodes.clear();
    m_edges.clear();
    m_centers.clear();
    m_drawing.reset();
    m_bounds = {};
    m_current = -1;
    clear();
    Q_EMIT looksChanged();
}

void GraphScene::setGraph(GraphDrawingPtr drawing, const GraphLayout& layout)
{
    clearGraph();
    m_drawing = std::move(drawing);
    m_centers = layout.centers;
    m_bounds = layout.bounds;
    m_edges.resize(m_drawing->edges.size(), nullptr);
    for (const GraphLayout::Edge& edge : layout.edges) {
        auto* item = new EdgeItem(m_drawing->edges[edge.edge], edge.points);
        addItem(item);
        m_edges[edge.edge] = item;
    }
    for (std::size_t i = 0; i < m_drawing->nodes.size(); ++i) {
        auto* item = new LayerItem(static_cast<int>(i), m_drawing->nodes[i]);
        item->setZValue(1.0);
        item->setPos(layout.centers[i]);
        addItem(item);
        m_nodes.push_back(item);
    }
    setSceneRect(
        m_bounds.adjusted(-kSceneMargin, -kSceneMargin, kSceneMargin + kRoomForMap, kSceneMargin));
    updateConfiguration();
    showCurrent(m_selection.current());
    showChosen();
    Q_EMIT looksChanged();
}

void GraphScene::setFills(const std::vector<std::optional<QColor>>& fills)
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        m_nodes[i]->setFill(i < fills.size() ? fills[i] : std::nullopt);
    }
    Q_EMIT looksChanged();
}

void GraphScene::setMatches(const std::vector<OutlineId>& matches)
{
    std::set<const LayerItem*> matching;
    for (const OutlineId id : matches) {
        matching.insert(item(id));
    }
    for (LayerItem* node : m_nodes) {
        node->setMatching(matching.contains(node));
    }
    Q_EMIT looksChanged();
}

LayerItem* GraphScene::item(OutlineId id) const
{
    const bool isKnown =
        m_drawing && id >= 0 && static_cast<std::size_t>(id) < m_drawing->nodeOf.size();
    return isKnown ? nodeItem(m_drawing->nodeOf[static_cast<std::size_t>(id)]) : nullptr;
}

LayerItem* GraphScene::nodeItem(int node) const
{
    return node >= 0 && static_cast<std::size_t>(node) < m_nodes.size()
               ? m_nodes[static_cast<std::size_t>(node)]
               : nullptr;
}

void GraphScene::selectNode(int node)
{
    if (nodeItem(node) == nullptr) {
        return;
    }
    const int former = std::exchange(m_current, node); // which operator of the layer it is
    if (LayerItem* item = nodeItem(former)) {
        item->setCurrent(false);
    }
    const std::vector<OutlineId>& layers = m_drawing->nodes[static_cast<std::size_t>(node)].layers;
    const OutlineId current = m_selection.current();
    const bool keeps = std::ranges::find(layers, current) != layers.end();
    m_selection.choose(layers, keeps ? current : layers.front());
    showCurrent(m_selection.current());
}

void GraphScene::walkTo(WalkStep step)
{
    if (m_drawing) {
        selectNode(walk(*m_drawing, m_centers, m_current, step));
    }
}

void GraphScene::chooseIn(const QRectF& area)
{
    std::vector<OutlineId> ids;
    for (const LayerItem* node : m_nodes) {
        if (area.intersects(nodeBody().translated(node->pos()))) {
            const DrawnNode& drawn = m_drawing->nodes[static_cast<std::size_t>(node->node())];
            ids.insert(ids.end(), drawn.layers.begin(), drawn.layers.end());
        }
    }
    if (!ids.empty()) {
        const OutlineId first = ids.front();
        m_selection.choose(std::move(ids), first);
    }
}

GraphPicture GraphScene::picture(const QPalette& palette) const
{
    GraphPicture picture;
    for (const LayerItem* node : m_nodes) {
        picture.nodes.push_back({node->pos(), node->picture()});
        picture.nodes.back().picture.isCurrent = false;
        picture.nodes.back().picture.isChosen = false;
    }
    for (const EdgeItem* edge : m_edges) {
        if (edge != nullptr) {
            picture.edges.push_back(edge->picture());
            picture.edges.back().isHighlighted = false;
        }
    }
    picture.bounds = m_bounds;
    picture.palette = palette;
    return picture;
}

void GraphScene::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    const auto* node = qgraphicsitem_cast<LayerItem*>(itemAt(event->scenePos(), QTransform()));
    if (node == nullptr || event->button() != Qt::LeftButton) {
        QGraphicsScene::mousePressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_selection.toggle(m_drawing->nodes[static_cast<std::size_t>(node->node())].layers);
    } else {
        selectNode(node->node());
    }
    event->accept();
}

void GraphScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event)
{
    const auto* node = qgraphicsitem_cast<LayerItem*>(itemAt(event->scenePos(), QTransform()));
    if (node != nullptr && node->picture().isBlock) {
        event->accept();
        Q_EMIT blockActivated(
            QString::fromStdString(m_drawing->nodes[static_cast<std::size_t>(node->node())].scope));
        return;
    }
    QGraphicsScene::mouseDoubleClickEvent(event);
}

NodeBadges GraphScene::badgesOf(const DrawnNode& node) const
{
    const quant::Configuration& configuration = *m_document.configuration();
    NodeBadges badges;
    const auto add = [&](const OutlineEntry& entry) {
        if (entry.hasWeights) {
            widen(badges.weightBits, weightScheme(configuration, entry.name).precision.bits());
            badges.isPinned |= m_document.pinned().contains(entry.name);
        }
        for (const std::string& site : entry.sites) {
            widen(badges.activationBits, activationScheme(configuration, site).precision.bits());
        }
    };
    add(node.entry);
    for (const OutlineEntry& member : node.members) {
        add(member);
    }
    return badges;
}

void GraphScene::updateConfiguration()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        m_nodes[i]->setBadges(badgesOf(m_drawing->nodes[i]));
    }
    if (m_drawing) {
        updateOutputs();
    }
}

void GraphScene::updateOutputs()
{
    std::vector<QStringList> outputs(m_nodes.size());
    std::set<std::pair<int, std::string>> said;
    for (const OutlineEdge& edge : m_drawing->edges) {
        if (!said.emplace(edge.from, edge.tensor).second) {
            continue;
        }
        const int bits =
            edge.site.empty()
                ? quant::Precision::float32().bits()
                : activationScheme(*m_document.configuration(), edge.site).precision.bits();
        const QString shape = edge.shape.empty() ? QString() : u' ' % shortShapeText(edge.shape);
        outputs[static_cast<std::size_t>(edge.from)].append(
            (bits < 32 ? QString(u'A' % QString::number(bits)) : u"FP32"_s) % shape);
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        outputs[i].removeDuplicates();
        m_nodes[i]->setOutput(outputs[i].join(u", "_s));
    }
}

void GraphScene::showCurrent(OutlineId id)
{
    if (LayerItem* former = nodeItem(m_current)) {
        former->setCurrent(false);
        const std::vector<OutlineId>& layers =
            m_drawing->nodes[static_cast<std::size_t>(m_current)].layers;
        if (std::ranges::find(layers, id) == layers.end()) {
            m_current = -1;
        }
    }
    if (nodeItem(m_current) == nullptr) {
        const LayerItem* found = item(id);
        m_current = found != nullptr ? found->node() : -1;
    }
    if (LayerItem* current = nodeItem(m_current)) {
        current->setCurrent(true);
    }
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const OutlineEdge& edge = m_drawing->edges[i];
        if (m_edges[i] != nullptr) {
            m_edges[i]->setHighlighted(m_current >= 0 &&
                                       (edge.from == m_current || edge.to == m_current));
        }
    }
    Q_EMIT currentNodeChanged(m_current);
}

void GraphScene::showChosen()
{
    for (LayerItem* node : m_nodes) {
        const std::vector<OutlineId>& layers =
            m_drawing->nodes[static_cast<std::size_t>(node->node())].layers;
        node->setChosen(
            m_selection.chosen().size() > 1 &&
            std::ranges::any_of(layers, [this](OutlineId id) { return m_selection.isChosen(id); }));
    }
}

} // namespace quantoscope::gui
