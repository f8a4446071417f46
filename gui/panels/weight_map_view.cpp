// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/weight_map_view.h"

#include "gui/plots/heat_map_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace quantoscope::gui {

WeightMapView::WeightMapView(QWidget* parent)
    : QWidget(parent), m_values(new QComboBox), m_filter(new QSpinBox), m_plot(new HeatMapPlot)
{
    m_values->addItems({tr("FP32"), tr("Quantized"), tr("Difference")});
    m_values->setCurrentIndex(Quantized);
    m_values->setAccessibleName(tr("Which weights to show"));
    m_filter->setMinimum(-1);
    m_filter->setValue(-1);
    m_filter->setSpecialValueText(tr("all filters"));
    m_filter->setPrefix(tr("filter "));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setToolTip(
        tr("A filter makes one output channel; its kernels are shown side by side"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 6, 2);
    bar->addWidget(m_values);
    bar->addWidget(m_filter);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_plot, 1);
    connect(m_values, &QComboBox::currentIndexChanged, this, &WeightMapView::showMap);
    connect(m_filter, &QSpinBox::valueChanged, this, &WeightMapView::showMap);
}

void WeightMapView::setInspection(const session::WeightInspection& inspection)
{
    m_inspection = inspection;
    const QSignalBlocker quiet(m_filter);
    m_filter->setMaximum(static_cast<int>(inspection.channels.size()) - 1);
    m_isStale = true;
    if (isVisible()) {
        showMap();
    }
}

void WeightMapView::setMessage(const QString& message)
{
    m_inspection.reset();
    m_plot->setMessage(message);
}

void WeightMapView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        showMap();
    }
}

void WeightMapView::showMap()
{
    if (!m_inspection) {
        return;
    }
    m_isStale = false;
    std::vector<float> values = m_inspection->floats->values;
    if (m_values->currentIndex() == Quantized) {
        values = m_inspection->quantized->values;
    } else if (m_values->currentIndex() == Difference) {
        std::ranges::transform(m_inspection->quantized->values, values, values.begin(),
                               std::minus<>());
    }
    const double limit =
        m_values->currentIndex() == Difference
            ? largestMagnitude(values)
            : std::max(std::abs(m_inspection->minimum), std::abs(m_inspection->maximum));
    const std::vector<float> sorted =
        channelsFirst(values, m_inspection->floats->shape, m_inspection->channelAxis);
    const auto channels = static_cast<int>(m_inspection->channels.size());
    if (m_filter->value() < 0 || channels == 0) {
        m_plot->setMap(channelRows(sorted, channels), limit);
        m_plot->setRowTitle(tr("Filter"));
        m_plot->setColumnTitle(tr("Weight of the filter"));
        return;
    }
    const Shape& shape = m_inspection->floats->shape;
    const std::size_t size = sorted.size() / static_cast<std::size_t>(channels);
    const auto filter =
        std::span(sorted).subspan(static_cast<std::size_t>(m_filter->value()) * size, size);
    const int height = shape.size() == 4 ? static_cast<int>(shape[2]) : 1;
    const int width = shape.size() == 4 ? static_cast<int>(shape[3]) : 1;
    const auto kernels = static_cast<int>(size) / std::max(1, height * width);
    m_plot->setMap(channelTiles(filter, kernels, height, width), limit);
    m_plot->setRowTitle({});
    m_plot->setColumnTitle(tr("One kernel for each input channel"));
}

} // namespace quantoscope::gui
