// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/mini_map.h"

#include "gui/graph/graph_scene.h"
#include "gui/graph/graph_view.h"
#include "gui/graph/operator_color.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace quantoscope::gui {

namespace {

constexpr int kFrame = 5; ///< round the map, inside the widget
constexpr int kFromCorner = 10;
constexpr int kDelayMs = 120;
constexpr double kLargestShare = 0.36; ///< of the view, each way
constexpr double kLargestWidth = 190.0;
constexpr double kSmallestWidth = 40.0;
constexpr double kMostStretch = 3.0; ///< sideways, of long narrow graphs

QSizeF mapSize(const QSizeF& graph, const QSize& view)
{
    const double scale =
        std::min({kLargestWidth / graph.width(), view.width() * kLargestShare / graph.width(),
                  view.height() * kLargestShare / graph.height()});
    const double width = graph.width() * scale;
    return {std::clamp(kSmallestWidth, width, width * kMostStretch), graph.height() * scale};
}

} // namespace

MiniMap::MiniMap(GraphScene& scene, GraphView& view) : QWidget(&view), m_scene(scene), m_view(view)
{
    setAccessibleName(tr("Map of the graph"));
    setToolTip(tr("The whole graph; click or drag to go to a part of it"));
    setCursor(Qt::PointingHandCursor);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &MiniMap::redraw);
    connect(&scene, &GraphScene::looksChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&scene, &GraphScene::currentNodeChanged, this, qOverload<>(&QWidget::update));
    connect(&view, &GraphView::sightChanged, this, &MiniMap::arrange);
    hide();
}

void MiniMap::setEnabledByUser(bool enabled)
{
    m_isWanted = enabled;
    arrange();
}

QRectF MiniMap::mapArea() const
{
    return QRectF(rect()).adjusted(kFrame, kFrame, -kFrame, -kFrame);
}

QPointF MiniMap::toScene(const QPointF& position) const
{
    const QRectF graph = m_scene.graphBounds();
    const QRectF map = mapArea();
    return {graph.left() + (position.x() - map.left()) * graph.width() / map.width(),
            graph.top() + (position.y() - map.top()) * graph.height() / map.height()};
}

QRectF MiniMap::sight() const
{
    const QRectF graph = m_scene.graphBounds();
    const QRectF map = mapArea();
    const QRectF seen = m_view.sight();
    const double x = map.width() / graph.width();
    const double y = map.height() / graph.height();
    return QRectF(map.left() + (seen.left() - graph.left()) * x,
                  map.top() + (seen.top() - graph.top()) * y, seen.width() * x, seen.height() * y)
        .intersected(map);
}

/// Shows or hides the map and puts it into its corner.
void MiniMap::arrange()
{
    const QRectF graph = m_scene.graphBounds();
    const bool isNeeded = m_isWanted && !graph.isEmpty() && !m_view.sight().contains(graph);
    if (isNeeded) {
        const QRect view = m_view.viewport()->geometry();
        const QSize size =
            mapSize(graph.size(), view.size()).toSize() + QSize(2 * kFrame, 2 * kFrame);
        const QSize former = this->size();
        setGeometry(QRect(view.bottomRight() -
                              QPoint(size.width() + kFromCorner, size.height() + kFromCorner),
                          size));
        if (size != former || m_image.isNull()) {
            m_delay.start();
        }
        update();
    }
    setVisible(isNeeded);
}

void MiniMap::redraw()
{
    arrange();
    if (m_scene.graphBounds().isEmpty() || !m_isWanted) {
        m_drawing.abandon();
        m_image = {};
        return;
    }
    const QSize pixels = (mapArea().size() * devicePixelRatioF()).toSize();
    m_drawing.start(
        [picture = m_scene.picture(palette()), pixels](const JobContext& context, const JobPort&) {
            return graphImage(picture, pixels, context);
        },
        [this](const Result<QImage>& image) {
            if (image) {
                m_image = *image;
                update();
            }
        });
}

void MiniMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    painter.setPen(blended(base, text, 0.35));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_scene.graphBounds().isEmpty()) {
        return;
    }
    painter.drawImage(mapArea(), m_image);
    const QColor highlight = palette().color(QPalette::Highlight);
    if (const LayerItem* current = m_scene.nodeItem(m_scene.currentNode())) {
        const QRectF graph = m_scene.graphBounds();
        const QRectF map = mapArea();
        painter.setPen(Qt::NoPen);
        painter.setBrush(highlight);
        painter.drawEllipse(
            QPointF(map.left() + (current->x() - graph.left()) * map.width() / graph.width(),
                    map.top() + (current->y() - graph.top()) * map.height() / graph.height()),
            3.0, 3.0);
    }
    QColor shade = highlight;
    shade.setAlphaF(0.18F);
    painter.setPen(QPen(highlight, 1.5));
    painter.setBrush(shade);
    painter.drawRect(sight());
}

void MiniMap::moveView(const QPointF& position)
{
    m_view.showAround(toScene(position));
}

void MiniMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        moveView(event->position());
    }
    event->accept();
}

void MiniMap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        moveView(event->position());
    }
    event->accept();
}

void MiniMap::wheelEvent(QWheelEvent* event)
{
    event->accept(); // not for the graph below it
}

} // namespace quantoscope::gui
