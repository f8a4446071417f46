// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graph_drawing.h"
#include "gui/graph/legend_picture.h"

#include <QColor>
#include <QObject>
#include <QPalette>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace quantoscope::gui {

class ConfigurationDocument;
class LayerTableModel;
class SensitivityModel;

/// What the colours of the nodes stand for.
enum class NodeColoring { Operator, Bits, Sensitivity, Noise, Size, Time };

/// Colours of the graph's nodes by a choice of the user, kept up to date.
class GraphColoring : public QObject
{
    Q_OBJECT

public:
    GraphColoring(ConfigurationDocument& document, const LayerTableModel& layers,
                  const SensitivityModel& sensitivities, QObject* parent = nullptr);

    void setColoring(NodeColoring coloring);
    void setPalette(const QPalette& palette);
    [[nodiscard]] NodeColoring coloring() const { return m_coloring; }
    /// Colour of every node; empty: its operator's, or, in the other colourings, unknown. A block
    /// has the colour of its most harmed layer, and the size and time of all of them.
    [[nodiscard]] std::vector<std::optional<QColor>> colors(const GraphDrawing& drawing) const;
    [[nodiscard]] ColorLegendContent legend(const GraphDrawing& drawing) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::vector<std::optional<QColor>>
    figureColors(const GraphDrawing& drawing) const;
    [[nodiscard]] std::optional<QColor> bitsColorOf(const DrawnNode& node) const;
    [[nodiscard]] std::optional<QColor> sensitivityColorOf(const DrawnNode& node) const;
    [[nodiscard]] std::optional<double> noiseOf(const DrawnNode& node) const; ///< SQNR in dB
    [[nodiscard]] std::optional<double> sizeOf(const DrawnNode& node) const;  ///< bytes
    [[nodiscard]] std::optional<double> timeOf(const DrawnNode& node) const;  ///< ms
    struct Range
    {
        double low = 0.0;
        double high = 0.0;
    };
    using Figure = std::optional<double> (GraphColoring::*)(const DrawnNode&) const;
    [[nodiscard]] std::optional<Range> rangeOf(const GraphDrawing& drawing, Figure figure) const;
    [[nodiscard]] ColorLegendContent bitsLegend() const;
    [[nodiscard]] ColorLegendContent timeLegend(const GraphDrawing& drawing) const;

    ConfigurationDocument& m_document;
    const LayerTableModel& m_layers;
    const SensitivityModel& m_sensitivities;
    NodeColoring m_coloring = NodeColoring::Operator;
    QPalette m_palette;
    QTimer m_delay; ///< one repaint for all changes of an event-loop turn
};

} // namespace quantoscope::gui
