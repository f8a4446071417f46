// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QSpinBox;

namespace quantoscope::gui {

class HeatMapPlot;

/// A layer's weights as a picture: all filters as rows, or one filter's kernels as tiles; in FP32,
/// quantized, or the difference.
class WeightMapView : public QWidget
{
    Q_OBJECT

public:
    explicit WeightMapView(QWidget* parent = nullptr);
    void setInspection(const session::WeightInspection& inspection);
    /// Instead of a map.
    void setMessage(const QString& message);
    [[nodiscard]] HeatMapPlot& plot() { return *m_plot; }
    [[nodiscard]] QComboBox& values() { return *m_values; }
    [[nodiscard]] QSpinBox& filter() { return *m_filter; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Values { Float, Quantized, Difference };
    void showMap();

    QComboBox* m_values;
    QSpinBox* m_filter;
    HeatMapPlot* m_plot;
    std::optional<session::WeightInspection> m_inspection;
    bool m_isStale = false; ///< drawn when it is next seen
};

} // namespace quantoscope::gui
