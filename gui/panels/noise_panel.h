// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QWidget>

#include <cstdint>

class QHBoxLayout;
class QLabel;
class QTimer;
class QToolButton;

namespace quantoscope::gui {

class LayerSelection;
class LayerTableModel;
class NoisePlot;
class NoiseTracing;
class PlaceholderStack;

/// Noise per layer, from the figures in the layer table; on request what every layer makes by
/// itself, and how it grows for one picture.
class NoisePanel : public QWidget
{
    Q_OBJECT

public:
    NoisePanel(LayerTableModel& model, LayerSelection& selection, NoiseTracing& tracing,
               QWidget* parent = nullptr);

    /// What the output bars were measured on, or what is being waited for.
    void setRemark(const QString& remark);
    void setImages(std::int64_t images); ///< that the outputs were measured on
    [[nodiscard]] NoisePlot& plot() { return *m_plot; }
    [[nodiscard]] QToolButton& ownButton() { return *m_own; }

private:
    void addBar(QHBoxLayout& bar);
    void refresh();
    void showCurrent(OutlineId id);

    LayerTableModel& m_model;
    LayerSelection& m_selection;
    NoiseTracing& m_tracing;
    NoisePlot* m_plot;
    PlaceholderStack* m_stack;
    QLabel* m_remark;
    QToolButton* m_own;
    QTimer* m_delay;
};

} // namespace quantoscope::gui
