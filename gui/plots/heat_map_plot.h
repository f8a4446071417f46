// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/heat_map.h"
#include "gui/plots/themed_plot.h"

namespace quantoscope::gui {

/// Values as a picture: 0 is the background, negative ones blue, positive ones orange.
class HeatMapPlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit HeatMapPlot(QWidget* parent = nullptr);
    /// \param limit the magnitude with the full colour, > 0
    void setMap(HeatMap map, double limit);
    [[nodiscard]] const HeatMap& map() const { return m_map; }
    void setRowTitle(const QString& title) { yAxis->setLabel(title); }
    void setColumnTitle(const QString& title) { xAxis->setLabel(title); }

protected:
    void applyColors() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showAll();

    QCPColorMap* m_colors; ///< owned by the plot
    HeatMap m_map;
};

} // namespace quantoscope::gui
