// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/feature_map_view.h"

#include "gui/models/quantity_text.h"
#include "gui/panels/elided_label.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/plots/heat_map_plot.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace quantoscope::gui {

namespace {

struct MapSize
{
    int channels = 1, height = 1, width = 1;
};

/// Channels, height and width of a shape; what has no picture's shape is a row of single values.
MapSize sizeOf(const session::FeatureMaps& maps)
{
    if (maps.shape.size() == 3) {
        return {static_cast<int>(maps.shape[0]), static_cast<int>(maps.shape[1]),
                static_cast<int>(maps.shape[2])};
    }
    return {static_cast<int>(maps.floats.size()), 1, 1};
}

constexpr int kFrameWidth = 10; ///< of the field in the box, which its hint leaves out

} // namespace

FeatureMapView::FeatureMapView(QWidget* parent)
    : QWidget(parent), m_channel(new QSpinBox), m_remark(new ElidedLabel(QString()))
{
    m_channel->setMinimum(-1);
    m_channel->setValue(-1);
    m_channel->setSpecialValueText(tr("all channels"));
    m_channel->setPrefix(tr("channel "));
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->setMinimumWidth(m_channel->sizeHint().width() + kFrameWidth);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 0, 6, 2);
    bar->addWidget(m_channel);
    bar->addWidget(m_remark, 1);
    auto* maps = new QWidget;
    auto* row = new QHBoxLayout(maps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const std::array<QString, 3> titles{tr("FP32"), tr("Quantized"), tr("Difference")};
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plots[i] = new HeatMapPlot;
        m_plots[i]->setColumnTitle(titles[i]);
        m_plots[i]->xAxis->setTickLabels(false);
        m_plots[i]->yAxis->setTickLabels(false);
        m_plots[i]->setMinimumWidth(90);
        row->addWidget(m_plots[i]);
    }
    m_stack = new PlaceholderStack(maps);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    connect(m_channel, &QSpinBox::valueChanged, this, &FeatureMapView::showMaps);
}

void FeatureMapView::setMessage(const QString& message)
{
    m_maps.reset();
    m_remark->clear();
    m_stack->showText(message);
}

void FeatureMapView::setStale()
{
    if (m_maps) {
        m_remark->setText(tr("of the configuration before"));
    }
}

void FeatureMapView::setMaps(std::shared_ptr<const session::FeatureMaps> maps,
                             const QString& picture)
{
    m_maps = std::move(maps);
    const QSignalBlocker quiet(m_channel);
    m_channel->setMaximum(sizeOf(*m_maps).channels - 1);
    m_remark->setText(tr("SQNR %1 for %2").arg(decibelText(m_maps->sqnrDb), picture));
    m_remark->setToolTip(m_remark->text());
    m_stack->showContent();
    showMaps();
}

void FeatureMapView::showMaps()
{
    if (!m_maps) {
        return;
    }
    const MapSize size = sizeOf(*m_maps);
    std::vector<float> difference(m_maps->floats.size());
    std::ranges::transform(m_maps->quantized, m_maps->floats, difference.begin(), std::minus<>());
    const double limit = largestMagnitude(m_maps->floats);
    const std::array<const std::vector<float>*, 3> values{&m_maps->floats, &m_maps->quantized,
                                                          &difference};
    const std::array<double, 3> limits{limit, limit, largestMagnitude(difference)};
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        std::span<const float> shown(*values[i]);
        int channels = size.channels;
        if (m_channel->value() >= 0) {
            const auto tile = static_cast<std::size_t>(size.height * size.width);
            shown = shown.subspan(static_cast<std::size_t>(m_channel->value()) * tile, tile);
            channels = 1;
        }
        m_plots[i]->setMap(channelTiles(shown, channels, size.height, size.width), limits[i]);
    }
}

} // namespace quantoscope::gui
