// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/cost_axis.h"
#include "gui/plots/search_overlay.h"
#include "gui/plots/themed_plot.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// A configuration in the plot.
struct TradeOffPoint
{
    double cost = 0.0;
    double quality = 0.0; ///< top-1 in percent, or SQNR in dB
    QString toolTip;
};

/// The configuration being evaluated, with the 95 % interval of its quality.
struct TradeOffEstimate
{
    double cost = 0.0;
    double quality = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// Quality against cost (size, bit operations or time), one point per configuration tried, and
/// those of a search. A click on a point chooses it; the wheel zooms, dragging pans, a double click
/// shows everything again.
class TradeOffPlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit TradeOffPlot(QWidget* parent = nullptr);

    void setQualityLabel(const QString& label); ///< with its unit
    /// What the horizontal axis stands for; points and a search in that cost follow.
    void setCostAxis(CostAxis axis);
    [[nodiscard]] CostAxis costAxis() const { return m_axis; }
    /// \param current index of the point in use, or -1
    /// \param reference the FP32 model, if its quality is a number
    void setPoints(std::vector<TradeOffPoint> points, int current,
                   const std::optional<TradeOffPoint>& reference);

    void setEstimate(const std::optional<TradeOffEstimate>& estimate);
    [[nodiscard]] const std::optional<TradeOffEstimate>& estimate() const { return m_estimate; }

    /// A search; without curves there is none.
    void setSearch(SearchCurves curves);
    void setSelectedMark(int index); ///< of the search's marks; -1: none
    [[nodiscard]] const SearchOverlay& search() const { return m_search; }

    [[nodiscard]] int pointCount() const { return static_cast<int>(m_points.size()); }
    /// Where a point lies in the widget, for tests and accessibility.
    [[nodiscard]] QPointF pixelOf(int index) const;

Q_SIGNALS:
    void pointClicked(int index);
    void markClicked(int index); ///< of the search

protected:
    void applyColors() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QPointF pixelOf(const TradeOffPoint& point) const;
    [[nodiscard]] int pointAt(const QPointF& position) const; ///< -1: none
    [[nodiscard]] QString toolTipAt(const QPointF& position) const;
    void setRanges();
    void setUnit();
    void refresh();

    CostAxis m_axis = CostAxis::Size;
    double m_unit = 1.0e6; ///< cost per unit of the x axis
    QCPGraph* m_tried;     ///< owned by the plot, as the others
    QCPGraph* m_current;
    QCPGraph* m_reference;
    QCPGraph* m_estimated;
    QCPErrorBars* m_interval;
    std::optional<TradeOffEstimate> m_estimate;
    std::vector<TradeOffPoint> m_points;
    std::optional<TradeOffPoint> m_referencePoint;
    SearchOverlay m_search;
    QPointF m_pressed;
    bool m_isZoomed = false; ///< by the user, whose view new points must not change
};

} // namespace quantoscope::gui
