// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/layer_views.h"

#include "gui/panels/course_view.h"
#include "gui/panels/feature_map_view.h"
#include "gui/panels/output_range_view.h"
#include "gui/panels/weight_map_view.h"
#include "gui/plots/activation_plot.h"
#include "gui/plots/channel_ranges_plot.h"
#include "gui/plots/error_histogram_plot.h"
#include "gui/plots/weight_histogram_plot.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quantoscope::gui {

QString layerViewText(LayerView view)
{
    switch (view) {
    case LayerView::Weights:
        return QCoreApplication::translate("quantoscope::gui::LayerViews", "Weights");
    case LayerView::Errors:
        return QCoreApplication::translate("quantoscope::gui::LayerViews", "Rounding errors");
    case LayerView::Channels:
        return QCoreApplication::translate("quantoscope::gui::LayerViews", "Range per channel");
    case LayerView::WeightMap:
        return QCoreApplication::translate("quantoscope::gui::LayerViews", "Weight map");
    case LayerView::Output:
        return QCoreApplication::translate("quantoscope::gui::LayerViews", "Output range");
    case LayerView::FeatureMaps:
        return QCoreApplication::translate("quantoscope::gui::LayerViews", "Feature maps");
    case LayerView::Calibration:
        break;
    }
    return QCoreApplication::translate("quantoscope::gui::LayerViews",
                                       "Number of calibration images");
}

QString layerViewHelp(LayerView view)
{
    const char* text = nullptr;
    switch (view) {
    case LayerView::Weights:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews",
                                 "Histogram of the weights in FP32 and quantized");
        break;
    case LayerView::Errors:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews",
                                 "Histogram of what rounding did to the weights");
        break;
    case LayerView::Channels:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews",
                                 "From the smallest to the largest weight of every output channel");
        break;
    case LayerView::WeightMap:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews", "The weights as a picture");
        break;
    case LayerView::Output:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews",
                                 "Values of the output in calibration; drag the limits to clip");
        break;
    case LayerView::FeatureMaps:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews",
                                 "The layer's output for the selected image");
        break;
    case LayerView::Calibration:
        text = QT_TRANSLATE_NOOP("quantoscope::gui::LayerViews",
                                 "How the output's range changes with the number of calibration "
                                 "images");
        break;
    }
    return QCoreApplication::translate("quantoscope::gui::LayerViews", text);
}

namespace {
constexpr int kListCharacters = 10;
constexpr int kOrderCharacters = 7;
} // namespace

LayerViews::LayerViews(QWidget* parent)
    : QWidget(parent), m_list(new QComboBox), m_logarithmic(new QCheckBox(tr("Logarithmic"))),
      m_order(new QComboBox), m_pages(new QStackedWidget), m_weights(new WeightHistogramPlot),
      m_errors(new ErrorHistogramPlot), m_channels(new ChannelRangesPlot),
      m_weightMap(new WeightMapView), m_output(new OutputRangeView),
      m_featureMaps(new FeatureMapView), m_course(new CourseView)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (int i = 0; i < kLayerViews; ++i) {
        m_list->addItem(layerViewText(static_cast<LayerView>(i)));
        m_list->setItemData(i, layerViewHelp(static_cast<LayerView>(i)), Qt::ToolTipRole);
    }
    m_list->setAccessibleName(tr("What to show of the layer"));
    m_list->setMaxVisibleItems(kLayerViews);
    // The facts beside it need room, too; what is shown is worth more than its order.
    m_list->setMinimumContentsLength(kListCharacters);
    m_order->setMinimumContentsLength(kOrderCharacters);
    m_logarithmic->setToolTip(tr("Counts on a logarithmic axis, so that few values are seen, too"));
    addOrders();
    for (QComboBox* combo : {m_list, m_order}) {
        combo->view()->setMinimumWidth(combo->view()->sizeHintForColumn(0));
    }
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 3, 6, 2);
    bar->addWidget(m_list);
    bar->addWidget(m_logarithmic);
    bar->addWidget(m_order);
    bar->addStretch(1);
    for (QWidget* page : {static_cast<QWidget*>(m_weights), static_cast<QWidget*>(m_errors),
                          static_cast<QWidget*>(m_channels), static_cast<QWidget*>(m_weightMap),
                          static_cast<QWidget*>(m_output), static_cast<QWidget*>(m_featureMaps),
                          static_cast<QWidget*>(m_course)}) {
        m_pages->addWidget(page);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
    connect(m_list, &QComboBox::currentIndexChanged, this, &LayerViews::viewChosen);
    connect(m_logarithmic, &QCheckBox::toggled, this, &LayerViews::setLogarithmic);
    viewChosen();
}

void LayerViews::addOrders()
{
    m_order->addItem(tr("in order"), static_cast<int>(ChannelOrder::Model));
    m_order->addItem(tr("widest first"), static_cast<int>(ChannelOrder::Range));
    m_order->addItem(tr("noisiest first"), static_cast<int>(ChannelOrder::Sqnr));
    m_order->setAccessibleName(tr("Order of the channels"));
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_channels->setOrder(static_cast<ChannelOrder>(m_order->currentData().toInt()));
    });
}

void LayerViews::showView(LayerView view)
{
    m_list->setCurrentIndex(static_cast<int>(view));
}

LayerView LayerViews::view() const
{
    return static_cast<LayerView>(m_list->currentIndex());
}

void LayerViews::viewChosen()
{
    const LayerView shown = view();
    m_pages->setCurrentIndex(m_list->currentIndex());
    const bool isHistogram =
        shown == LayerView::Weights || shown == LayerView::Errors || shown == LayerView::Output;
    m_logarithmic->setVisible(isHistogram);
    {
        const QSignalBlocker quiet(m_logarithmic);
        m_logarithmic->setChecked(shown == LayerView::Weights  ? m_weights->isLogarithmic()
                                  : shown == LayerView::Errors ? m_errors->isLogarithmic()
                                                               : m_output->plot().isLogarithmic());
    }
    m_order->setVisible(shown == LayerView::Channels);
    m_list->setToolTip(layerViewHelp(shown));
    Q_EMIT viewChanged();
}

void LayerViews::setLogarithmic(bool logarithmic)
{
    if (view() == LayerView::Weights) {
        m_weights->setLogarithmic(logarithmic);
    } else if (view() == LayerView::Errors) {
        m_errors->setLogarithmic(logarithmic);
    } else {
        m_output->plot().setLogarithmic(logarithmic);
    }
}

void LayerViews::setFacts(const OutlineEntry& entry, const LayerFacts& facts)
{
    if (facts.weights) {
        m_weights->setInspection(*facts.weights);
        m_errors->setInspection(*facts.weights);
        m_channels->setInspection(*facts.weights);
        m_weightMap->setInspection(*facts.weights);
    } else {
        const QString message = tr("This layer has no weights.");
        for (ThemedPlot* plot :
             {static_cast<ThemedPlot*>(m_weights), static_cast<ThemedPlot*>(m_errors),
              static_cast<ThemedPlot*>(m_channels)}) {
            plot->setMessage(message);
        }
        m_weightMap->setMessage(message);
    }
    m_course->setTensor(entry.hasSite() ? entry.sites.front() : std::string());
    if (facts.output) {
        m_output->setInspection(*facts.output, facts.outputCalibration);
    } else {
        m_output->setMessage(!entry.hasSite() ? tr("No quantizer sits on this layer's output.")
                             : facts.lacksOutputGrid
                                 ? tr("This layer's output has no calibrated integer grid.")
                                 : tr("The output's values are known after calibration."));
    }
}

void LayerViews::setFailure(const QString& message)
{
    m_weights->setMessage(message);
    m_errors->setMessage(message);
    m_channels->setMessage(message);
    m_weightMap->setMessage(message);
    m_output->setMessage(message);
}

} // namespace quantoscope::gui
