// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plots/themed_plot.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// A configuration in the plot.
struct TradeOffPoint
{
    double sizeBytes = 0.0;
    double quality = 0.0; ///< top-1 in percent, or SQNR in dB
    QString toolTip;
};

/// Quality against size, one point per configuration tried. A click on a point chooses it.
class TradeOffPlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit TradeOffPlot(QWidget* parent = nullptr);

    void setQualityLabel(const QString& label); ///< with its unit
    /// \param current index of the point in use, or -1
    /// \param reference the FP32 model, if its quality is a number
    void setPoints(std::vector<TradeOffPoint> points, int current,
                   const std::optional<TradeOffPoint>& reference);

    /// Where a point lies in the widget, for tests and accessibility.
    [[nodiscard]] QPointF pixelOf(int index) const;

Q_SIGNALS:
    void pointClicked(int index);

protected:
    void applyColors() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QPointF pixelOf(const TradeOffPoint& point) const;
    [[nodiscard]] int pointAt(const QPointF& position) const; ///< -1: none
    void setRanges();

    double m_unit = 1.0e6; ///< bytes per unit of the x axis
    QCPGraph* m_tried;     ///< owned by the plot, as the others
    QCPGraph* m_current;
    QCPGraph* m_reference;
    std::vector<TradeOffPoint> m_points;
    std::optional<TradeOffPoint> m_referencePoint;
};

} // namespace quantoscope::gui
