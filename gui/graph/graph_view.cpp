// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_view.h"

#include "gui/graph/graph_scene.h"
#include "gui/models/layer_selection.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

namespace {

constexpr double kSmallestZoom = 0.02;
constexpr double kLargestZoom = 4.0;
constexpr double kZoomStep = 1.25;
constexpr double kComfortableZoom = 0.85;
constexpr double kWheelStep = 120.0;
constexpr int kRevealMargin = 60;
constexpr double kFitMargin = 40.0; ///< of the scene

} // namespace

GraphView::GraphView(GraphScene& scene, LayerSelection& selection, QWidget* parent)
    : QGraphicsView(&scene, parent), m_scene(scene), m_selection(selection)
{
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(NoAnchor);
    setViewportUpdateMode(SmartViewportUpdate);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(false); // the window takes them; a graphics view would keep them for its items
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Graph of the model"));
    connect(&scene, &GraphScene::currentNodeChanged, this, &GraphView::revealNode);
    connect(&scene, &QGraphicsScene::sceneRectChanged, this, &GraphView::sightChanged);
    connect(this, &QGraphicsView::rubberBandChanged, this, [this](const QRect& band) {
        if (!band.isNull()) { // it is reset before the mouse button goes up
            m_band = mapToScene(band).boundingRect();
        }
    });
}

double GraphView::zoom() const
{
    return transform().m11();
}

void GraphView::setZoom(double zoom)
{
    zoomBy(zoom / this->zoom());
}

void GraphView::zoomBy(double factor)
{
    const double wanted = std::clamp(zoom() * factor, kSmallestZoom, kLargestZoom);
    const double applied = wanted / zoom();
    scale(applied, applied);
    m_follow = Follow::Nothing;
    Q_EMIT sightChanged();
}

void GraphView::fitAll()
{
    const QRectF bounds =
        m_scene.graphBounds().adjusted(-kFitMargin, -kFitMargin, kFitMargin, kFitMargin);
    fitInView(bounds, Qt::KeepAspectRatio);
    if (zoom() > 1.0) {
        resetTransform();
        centerOn(bounds.center());
    }
    m_follow = Follow::WholeGraph;
    Q_EMIT sightChanged();
}

void GraphView::showTop()
{
    const QRectF bounds = m_scene.sceneRect();
    resetTransform();
    const double graphWidth = m_scene.graphBounds().width() + 2 * kFitMargin;
    const double width = viewport()->width() / graphWidth;
    const double wanted = std::clamp(width, 0.45, kComfortableZoom);
    scale(wanted, wanted);
    centerOn(bounds.center().x(), bounds.top());
    m_follow = Follow::Top;
    Q_EMIT sightChanged();
}

void GraphView::reveal(OutlineId id)
{
    if (const LayerItem* item = m_scene.item(id)) {
        revealNode(item->node());
    }
}

void GraphView::revealNode(int node)
{
    const LayerItem* item = m_scene.nodeItem(node);
    if (item == nullptr) {
        return;
    }
    const QRect visible = viewport()->rect().adjusted(kRevealMargin / 4, kRevealMargin / 2,
                                                      -kRevealMargin / 4, -kRevealMargin / 2);
    if (!visible.contains(mapFromScene(item->sceneBoundingRect()).boundingRect())) {
        centerOn(item);
        m_follow = Follow::Nothing;
    }
}

void GraphView::showAround(const QPointF& point)
{
    centerOn(point);
    m_follow = Follow::Nothing;
}

QRectF GraphView::sight() const
{
    return mapToScene(viewport()->rect()).boundingRect();
}

void GraphView::stepBits(QWheelEvent& event)
{
    event.accept();
    const auto* layer = qgraphicsitem_cast<LayerItem*>(itemAt(event.position().toPoint()));
    const int steps = m_wheel.take(event);
    if (layer != nullptr && steps != 0) {
        m_selection.select(layer->id());
        Q_EMIT bitsStepped(layer->id(), steppedField(event.modifiers()), steps);
    }
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto* layer = isKey ? m_scene.nodeItem(m_scene.currentNode())
                              : qgraphicsitem_cast<LayerItem*>(itemAt(event->pos()));
    if (layer == nullptr) {
        return;
    }
    if (!m_selection.isChosen(layer->id())) {
        m_scene.selectNode(layer->node());
    }
    const QPoint center =
        viewport()->mapToGlobal(mapFromScene(layer->sceneBoundingRect().center()));
    Q_EMIT menuRequested(layer->id(), isKey ? center : event->globalPos());
    event->accept();
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        stepBits(*event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / kWheelStep));
    event->accept();
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_F:
        if (event->modifiers() == Qt::NoModifier) {
            fitAll();
            return;
        }
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kZoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1.0 / kZoomStep);
        return;
    case Qt::Key_1:
        setZoom(1.0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selection.current() != kNoOutlineId) {
            Q_EMIT rowRequested(m_selection.current());
        }
        return;
    default:
        if (walkByKey(event->key())) {
            return;
        }
    }
    QGraphicsView::keyPressEvent(event);
}

bool GraphView::walkByKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        m_scene.walkTo(WalkStep::Up);
        return true;
    case Qt::Key_Down:
        m_scene.walkTo(WalkStep::Down);
        return true;
    case Qt::Key_Left:
        m_scene.walkTo(WalkStep::Left);
        return true;
    case Qt::Key_Right:
        m_scene.walkTo(WalkStep::Right);
        return true;
    case Qt::Key_Home:
        m_scene.walkTo(WalkStep::First);
        return true;
    case Qt::Key_End:
        m_scene.walkTo(WalkStep::Last);
        return true;
    default:
        return false;
    }
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    m_follow = Follow::Nothing;
    m_band = {};
    setDragMode(event->modifiers().testFlag(Qt::ShiftModifier) ? RubberBandDrag : ScrollHandDrag);
    QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    QGraphicsView::mouseReleaseEvent(event);
    if (!m_band.isNull()) {
        m_scene.chooseIn(m_band);
    }
    m_band = {};
    setDragMode(ScrollHandDrag);
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    Q_EMIT sightChanged();
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_follow == Follow::WholeGraph) {
        fitAll();
    } else if (m_follow == Follow::Top) {
        showTop();
    }
    Q_EMIT sightChanged();
}

} // namespace quantoscope::gui
