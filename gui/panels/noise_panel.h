// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace quantoscope::gui {

class LayerSelection;
class LayerTableModel;
class NoisePlot;
class PlaceholderStack;

/// Noise per layer, from the figures in the layer table.
class NoisePanel : public QWidget
{
    Q_OBJECT

public:
    NoisePanel(LayerTableModel& model, LayerSelection& selection, QWidget* parent = nullptr);

    /// What the output bars were measured on, or what is being waited for.
    void setRemark(const QString& remark);
    [[nodiscard]] NoisePlot& plot() { return *m_plot; }

private:
    void refresh();
    void showCurrent(OutlineId id);

    LayerTableModel& m_model;
    LayerSelection& m_selection;
    NoisePlot* m_plot;
    PlaceholderStack* m_stack;
    QLabel* m_remark;
    QTimer* m_delay;
};

} // namespace quantoscope::gui
