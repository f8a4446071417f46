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
    connect(&selection, &LayerSelection::currentChanged, this, &GraphView::reveal);
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
}

void GraphView::fitAll()
{
    fitInView(m_scene.sceneRect(), Qt::KeepAspectRatio);
    if (zoom() > 1.0) {
        resetTransform();
        centerOn(m_scene.sceneRect().center());
    }
    m_follow = Follow::WholeGraph;
}

void GraphView::showTop()
{
    const QRectF bounds = m_scene.sceneRect();
    resetTransform();
    const double width = viewport()->width() / std::max(1.0, bounds.width());
    const double wanted = std::clamp(width, 0.45, kComfortableZoom);
    scale(wanted, wanted);
    centerOn(bounds.center().x(), bounds.top());
    m_follow = Follow::Top;
}

void GraphView::reveal(OutlineId id)
{
    const LayerItem* item = m_scene.item(id);
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
    const auto* layer = isKey ? m_scene.item(m_selection.current())
                              : qgraphicsitem_cast<LayerItem*>(itemAt(event->pos()));
    if (layer == nullptr) {
        return;
    }
    m_selection.select(layer->id());
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
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int direction = event->key() == Qt::Key_Down ? 1 : -1;
        const OutlineId next = m_scene.neighbour(m_selection.current(), direction);
        if (next != kNoOutlineId) {
            m_selection.select(next);
        }
        return;
    }
    default:
        break;
    }
    QGraphicsView::keyPressEvent(event);
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    m_follow = Follow::Nothing;
    QGraphicsView::mousePressEvent(event);
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_follow == Follow::WholeGraph) {
        fitAll();
    } else if (m_follow == Follow::Top) {
        showTop();
    }
}

} // namespace quantoscope::gui
