// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/layer_facts.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace quantoscope::gui {

class ChannelRangesPlot;
class CourseView;
class ErrorHistogramPlot;
class FeatureMapView;
class OutputRangeView;
class WeightHistogramPlot;
class WeightMapView;

/// What can be looked at of a layer.
enum class LayerView { Weights, Errors, Channels, WeightMap, Output, FeatureMaps, Calibration };
inline constexpr int kLayerViews = 7;
/// As the menu and the list of views name it, and what it shows in a sentence.
[[nodiscard]] QString layerViewText(LayerView view);
[[nodiscard]] QString layerViewHelp(LayerView view);

/// Plots of the selected layer, one at a time.
class LayerViews : public QWidget
{
    Q_OBJECT

public:
    explicit LayerViews(QWidget* parent = nullptr);

    void showView(LayerView view);
    [[nodiscard]] LayerView view() const;
    void setFacts(const OutlineEntry& entry, const LayerFacts& facts);
    void setFailure(const QString& message);

    [[nodiscard]] OutputRangeView& output() { return *m_output; }
    [[nodiscard]] FeatureMapView& featureMaps() { return *m_featureMaps; }
    [[nodiscard]] CourseView& course() { return *m_course; }
    [[nodiscard]] WeightMapView& weightMap() { return *m_weightMap; }
    [[nodiscard]] ChannelRangesPlot& channels() { return *m_channels; }
    [[nodiscard]] WeightHistogramPlot& weights() { return *m_weights; }
    [[nodiscard]] QCheckBox& logarithmic() { return *m_logarithmic; }

Q_SIGNALS:
    void viewChanged();

private:
    void viewChosen();
    void setLogarithmic(bool logarithmic);
    void addOrders();

    QComboBox* m_list;
    QCheckBox* m_logarithmic;
    QComboBox* m_order;
    QStackedWidget* m_pages;
    WeightHistogramPlot* m_weights;
    ErrorHistogramPlot* m_errors;
    ChannelRangesPlot* m_channels;
    WeightMapView* m_weightMap;
    OutputRangeView* m_output;
    FeatureMapView* m_featureMaps;
    CourseView* m_course;
};

} // namespace quantoscope::gui
