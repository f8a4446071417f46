// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plots/themed_plot.h"

#include <QString>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// Noise of one layer. Values at quant::kNoNoiseDb (exact) draw no bar.
struct LayerNoise
{
    QString name;
    std::optional<double> weightSqnrDb;
    std::optional<double> activationSqnrDb;
};

/// Two bars per layer, in graph order: SQNR of its weights and of its output. A click selects.
class NoisePlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit NoisePlot(QWidget* parent = nullptr);
    void setLayers(std::vector<LayerNoise> layers);
    void setCurrent(int index); ///< -1: none
    /// Pales the bars of the outputs, which were measured before the last edit.
    void setOutputsStale(bool stale);

Q_SIGNALS:
    void layerClicked(int index);

protected:
    void applyColors() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int layerAt(const QPoint& position) const; ///< -1: none
    void setRanges();

    QCPBars* m_weights; ///< owned by the plot, as the others
    QCPBars* m_activations;
    QCPItemRect* m_marker;
    std::vector<LayerNoise> m_layers;
    bool m_outputsStale = false;
};

} // namespace quantoscope::gui
