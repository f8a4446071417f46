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
    std::optional<double> ownSqnrDb = std::nullopt;     ///< of the output, its inputs in FP32
    std::optional<double> pictureSqnrDb = std::nullopt; ///< of the output, for one picture
};

/// What is left of a layer's noise without its own, which is taken as independent of it; empty
/// where its own is all there is.
[[nodiscard]] std::optional<double> inheritedSqnrDb(double totalDb, double ownDb);

/// Two bars per layer, in graph order: SQNR of its weights and of its output; a mark for the noise
/// of its own, and a line for one picture where they are known. A click selects.
class NoisePlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit NoisePlot(QWidget* parent = nullptr);
    void setLayers(std::vector<LayerNoise> layers, const QString& picture = {});
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
    void setTraces(const QString& picture);
    [[nodiscard]] QString describe(int index) const;

    QCPBars* m_weights; ///< owned by the plot, as the others
    QCPBars* m_activations;
    QCPGraph* m_own;
    QCPGraph* m_picture;
    QCPItemRect* m_marker;
    std::vector<LayerNoise> m_layers;
    bool m_outputsStale = false;
};

} // namespace quantoscope::gui
