// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"
#include "gui/models/scheme_choices.h"
#include "gui/models/wheel_steps.h"

#include <QGraphicsView>

namespace quantoscope::gui {

class GraphScene;
class LayerSelection;

/// Zoom by wheel, plus and minus; Ctrl and wheel over a node step its weight bits, with Shift its
/// activation bits; pan by dragging the background; F fits; Shift and a drag choose the nodes in a
/// rectangle. Up and Down walk along the data flow, Left and Right from branch to branch, Home and
/// End to the ends; Enter asks for the row of the layer.
class GraphView : public QGraphicsView
{
    Q_OBJECT

public:
    GraphView(GraphScene& scene, LayerSelection& selection, QWidget* parent = nullptr);

    [[nodiscard]] double zoom() const;
    void setZoom(double zoom);
    void zoomBy(double factor);
    void fitAll();
    /// A readable zoom at the top of a new graph.
    void showTop();
    /// Brings a node into sight when it is not.
    void reveal(OutlineId id);
    void revealNode(int node);
    /// Puts a point of the scene into the middle, as far as the graph reaches.
    void showAround(const QPointF& point);
    [[nodiscard]] QRectF sight() const; ///< the part of the scene in sight

Q_SIGNALS:
    void sightChanged();
    void rowRequested(quantoscope::gui::OutlineId id);
    /// A right click on a node, at a place on the screen.
    void menuRequested(quantoscope::gui::OutlineId id, const QPoint& position);
    /// The wheel asks for more (steps > 0) or fewer bits.
    void bitsStepped(quantoscope::gui::OutlineId id, quantoscope::gui::SchemeField field,
                     int steps);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void stepBits(QWheelEvent& event);
    [[nodiscard]] bool walkByKey(int key);

    GraphScene& m_scene;
    LayerSelection& m_selection;
    /// What a change of size keeps, until the user zooms or pans.
    enum class Follow { Nothing, WholeGraph, Top };
    Follow m_follow = Follow::Nothing;
    WheelSteps m_wheel;
    QRectF m_band; ///< of the scene, while the user draws it
};

} // namespace quantoscope::gui
