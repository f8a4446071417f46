// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QGraphicsView>

namespace quantoscope::gui {

class GraphScene;
class LayerSelection;

/// Zoom by wheel, plus and minus; pan by dragging the background; F fits; the arrow keys walk along
/// the edges.
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

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    GraphScene& m_scene;
    LayerSelection& m_selection;
    /// What a change of size keeps, until the user zooms or pans.
    enum class Follow { Nothing, WholeGraph, Top };
    Follow m_follow = Follow::Nothing;
};

} // namespace quantoscope::gui
