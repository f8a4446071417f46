// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/channel_ranges_plot.h"

#include "gui/graph/operator_color.h"
#include "gui/models/quantity_text.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

double magnitude(const session::ChannelRange& channel)
{
    return static_cast<double>(std::max(std::abs(channel.minimum), std::abs(channel.maximum)));
}

} // namespace

ChannelRangesPlot::ChannelRangesPlot(QWidget* parent)
    : ThemedPlot(parent), m_low(addGraph()), m_high(addGraph()), m_limits(addGraph())
{
    m_low->setLineStyle(QCPGraph::lsStepCenter);
    m_high->setLineStyle(QCPGraph::lsStepCenter);
    m_high->setChannelFillGraph(m_low);
    m_high->setName(tr("Smallest to largest weight"));
    m_limits->setName(tr("One scale for all"));
    m_low->removeFromLegend();
    yAxis->setLabel(tr("Weight value"));
    xAxis->setSubTicks(false);
    putLegendAbove();
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
    setAccessibleName(tr("Range of every channel's weights"));
    applyColors();
}

void ChannelRangesPlot::setInspection(const session::WeightInspection& inspection)
{
    setMessage({});
    m_channels = inspection.channels;
    m_reach = 0.0;
    for (const session::ChannelRange& channel : m_channels) {
        m_reach = std::max(m_reach, magnitude(channel));
    }
    arrange();
}

void ChannelRangesPlot::setOrder(ChannelOrder order)
{
    m_order = order;
    arrange();
}

void ChannelRangesPlot::arrange()
{
    m_places.resize(m_channels.size());
    std::iota(m_places.begin(), m_places.end(), std::size_t{0});
    if (m_order == ChannelOrder::Range) {
        std::ranges::stable_sort(m_places, std::ranges::greater{},
                                 [&](std::size_t i) { return magnitude(m_channels[i]); });
    } else if (m_order == ChannelOrder::Sqnr) {
        std::ranges::stable_sort(m_places, std::ranges::less{},
                                 [&](std::size_t i) { return m_channels[i].sqnrDb; });
    }
    QVector<double> keys;
    QVector<double> low;
    QVector<double> high;
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        keys.append(static_cast<double>(place));
        low.append(static_cast<double>(m_channels[m_places[place]].minimum));
        high.append(static_cast<double>(m_channels[m_places[place]].maximum));
    }
    m_low->setData(keys, low, true);
    m_high->setData(keys, high, true);
    const auto last = static_cast<double>(m_places.size());
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    m_limits->setData({-0.5, last - 0.5, last - 0.5, -0.5, last - 0.5},
                      {m_reach, m_reach, nothing, -m_reach, -m_reach}, true);
    xAxis->setLabel(m_order == ChannelOrder::Model   ? tr("Output channel")
                    : m_order == ChannelOrder::Range ? tr("Output channels, the widest first")
                                                     : tr("Output channels, the noisiest first"));
    xAxis->setRange(-0.5, std::max(0.5, last - 0.5));
    yAxis->setRange(-1.08 * m_reach, 1.08 * m_reach);
    replotLater();
}

QString ChannelRangesPlot::describe(std::size_t channel) const
{
    const session::ChannelRange& range = m_channels[channel];
    const double share = m_reach > 0.0 ? magnitude(range) / m_reach : 1.0;
    return u"<b>"_s % tr("Channel %1").arg(channel) % u"</b><br>"_s %
           tr("%1 … %2").arg(numberText(static_cast<double>(range.minimum)),
                             numberText(static_cast<double>(range.maximum))) %
           u"<br>"_s % tr("SQNR as quantized now: %1").arg(decibelText(range.sqnrDb)) % u"<br>"_s %
           tr("Fills %1 of one scale for all: %2 bits fewer than the widest channel")
               .arg(percentText(share), numberText(share > 0.0 ? -std::log2(share) : 0.0, 2));
}

void ChannelRangesPlot::mouseMoveEvent(QMouseEvent* event)
{
    const long place = std::lround(xAxis->pixelToCoord(event->pos().x()));
    const bool isInside = axisRect()->rect().contains(event->pos()) && place >= 0 &&
                          place < static_cast<long>(m_places.size());
    showToolTip(isInside ? describe(m_places[static_cast<std::size_t>(place)]) : QString());
    ThemedPlot::mouseMoveEvent(event);
}

void ChannelRangesPlot::applyColors()
{
    const QColor base = palette().color(QPalette::Base);
    const QPen pen(blended(base, QColor(okabe_ito::kSkyBlue), 0.9), 1.0);
    m_low->setPen(pen);
    m_high->setPen(pen);
    m_high->setBrush(blended(base, QColor(okabe_ito::kSkyBlue), 0.5));
    m_limits->setPen(QPen(QColor(okabe_ito::kVermillion), 1.5, Qt::DashLine));
}

} // namespace quantoscope::gui
