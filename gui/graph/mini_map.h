// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/jobs/job.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace quantoscope::gui {

class GraphScene;
class GraphView;

/// The whole graph in a corner of its view, with the part that is in sight; a click or a drag moves
/// the view there. Hidden while the whole graph is in sight. Drawn by a job.
class MiniMap : public QWidget
{
    Q_OBJECT

public:
    MiniMap(GraphScene& scene, GraphView& view);

    void setEnabledByUser(bool enabled);
    [[nodiscard]] bool isDrawn() const { return !m_image.isNull() && !m_drawing.isRunning(); }
    /// The part in sight, in pixels of this widget.
    [[nodiscard]] QRectF sight() const;
    [[nodiscard]] QPointF toScene(const QPointF& position) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void arrange();
    void redraw();
    void moveView(const QPointF& position);
    [[nodiscard]] QRectF mapArea() const;

    GraphScene& m_scene;
    GraphView& m_view;
    bool m_isWanted = true;
    QImage m_image;
    QTimer m_delay; ///< one drawing for all changes of a moment
    Job<QImage> m_drawing;
};

} // namespace quantoscope::gui
