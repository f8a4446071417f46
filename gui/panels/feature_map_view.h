// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"

#include <QString>
#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QSpinBox;

namespace quantoscope::gui {

class HeatMapPlot;
class PlaceholderStack;

/// What a layer makes of the selected image: in FP32, quantized, and the difference.
class FeatureMapView : public QWidget
{
    Q_OBJECT

public:
    explicit FeatureMapView(QWidget* parent = nullptr);
    void setMaps(std::shared_ptr<const session::FeatureMaps> maps, const QString& picture);
    /// Instead of maps.
    void setMessage(const QString& message);
    /// The maps shown are those of an earlier configuration.
    void setStale();
    [[nodiscard]] HeatMapPlot& plot(std::size_t index) { return *m_plots.at(index); }
    [[nodiscard]] QSpinBox& channel() { return *m_channel; }

private:
    void showMaps();

    QSpinBox* m_channel;
    QLabel* m_remark;
    std::array<HeatMapPlot*, 3> m_plots{}; ///< FP32, quantized, difference
    PlaceholderStack* m_stack;
    std::shared_ptr<const session::FeatureMaps> m_maps;
};

} // namespace quantoscope::gui
