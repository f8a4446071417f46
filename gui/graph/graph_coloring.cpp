// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_coloring.h"

#include "core/quant/noise.h"
#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"
#include "gui/models/configuration_document.h"
#include "gui/models/cost_axis.h"
#include "gui/models/layer_fields.h"
#include "gui/models/layer_table_model.h"
#include "gui/models/quantity_text.h"
#include "gui/models/scheme_choices.h"
#include "gui/models/sensitivity_model.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>

namespace quantoscope::gui {

GraphColoring::GraphColoring(ConfigurationDocument& document, const LayerTableModel& layers,
                             const SensitivityModel& sensitivities, QObject* parent)
    : QObject(parent), m_document(document), m_layers(layers), m_sensitivities(sensitivities)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(0);
    connect(&m_delay, &QTimer::timeout, this, &GraphColoring::changed);
    const auto when = [this](NodeColoring coloring) {
        return [this, coloring] {
            if (m_coloring == coloring) {
                m_delay.start();
            }
        };
    };
    connect(&document, &ConfigurationDocument::changed, this, when(NodeColoring::Bits));
    connect(&layers, &QAbstractItemModel::dataChanged, this, when(NodeColoring::Noise));
    connect(&layers, &QAbstractItemModel::dataChanged, this, when(NodeColoring::Size));
    connect(&layers, &QAbstractItemModel::dataChanged, this, when(NodeColoring::Time));
    connect(&sensitivities, &QAbstractItemModel::dataChanged, this,
            when(NodeColoring::Sensitivity));
    connect(&sensitivities, &QAbstractItemModel::modelReset, this, when(NodeColoring::Sensitivity));
}

void GraphColoring::setColoring(NodeColoring coloring)
{
    m_coloring = coloring;
    m_delay.start();
}

void GraphColoring::setPalette(const QPalette& palette)
{
    m_palette = palette;
    m_delay.start();
}

std::vector<std::optional<QColor>> GraphColoring::colors(const GraphDrawing& drawing) const
{
    std::vector<std::optional<QColor>> colors;
    if (m_coloring == NodeColoring::Noise || m_coloring == NodeColoring::Size ||
        m_coloring == NodeColoring::Time) {
        return figureColors(drawing);
    }
    for (const DrawnNode& node : drawing.nodes) {
        colors.push_back(m_coloring == NodeColoring::Bits          ? bitsColorOf(node)
                         : m_coloring == NodeColoring::Sensitivity ? sensitivityColorOf(node)
                                                                   : std::nullopt);
    }
    return colors;
}

std::vector<std::optional<QColor>> GraphColoring::figureColors(const GraphDrawing& drawing) const
{
    const bool isNoise = m_coloring == NodeColoring::Noise;
    const Figure figure = isNoise                            ? &GraphColoring::noiseOf
                          : m_coloring == NodeColoring::Size ? &GraphColoring::sizeOf
                                                             : &GraphColoring::timeOf;
    const Range range = rangeOf(drawing, figure).value_or(Range{});
    const double none = isNoise ? range.high : 0.0;
    const double span = isNoise ? range.low - range.high : range.high;
    std::vector<std::optional<QColor>> colors;
    for (const DrawnNode& node : drawing.nodes) {
        const std::optional<double> value = (this->*figure)(node);
        const double share = span != 0.0 ? (value.value_or(none) - none) / span : 0.0;
        colors.push_back(value ? std::optional(heatColor(share, m_palette)) : std::nullopt);
    }
    return colors;
}

std::optional<QColor> GraphColoring::bitsColorOf(const DrawnNode& node) const
{
    const quant::Configuration& configuration = *m_document.configuration();
    std::optional<int> fewest;
    const auto add = [&](const OutlineEntry& entry) {
        std::optional<int> bits;
        if (entry.hasWeights) {
            bits = weightScheme(configuration, entry.name).precision.bits();
        } else if (entry.hasSite()) {
            bits = activationScheme(configuration, entry.sites.front()).precision.bits();
        }
        if (bits) {
            fewest = std::min(fewest.value_or(*bits), *bits);
        }
    };
    add(node.entry);
    std::ranges::for_each(node.members, add);
    return fewest ? std::optional(bitsColor(*fewest, m_palette)) : std::nullopt;
}

std::optional<QColor> GraphColoring::sensitivityColorOf(const DrawnNode& node) const
{
    std::optional<double> most;
    for (const OutlineId id : node.layers) {
        if (const std::optional<double> share = m_sensitivities.shareAtLowestBits(id)) {
            most = std::max(most.value_or(*share), *share);
        }
    }
    return most ? std::optional(heatColor(*most, m_palette)) : std::nullopt;
}

std::optional<double> GraphColoring::noiseOf(const DrawnNode& node) const
{
    std::optional<double> lowest;
    for (const OutlineId id : node.layers) {
        const int row = m_layers.rowOf(id);
        const std::optional<double> db = row >= 0 ? m_layers.activationSqnrDb(row) : std::nullopt;
        if (db) {
            lowest = std::min(lowest.value_or(*db), *db);
        }
    }
    return lowest;
}

std::optional<double> GraphColoring::sizeOf(const DrawnNode& node) const
{
    std::optional<double> sum;
    for (const OutlineId id : node.layers) {
        const int row = m_layers.rowOf(id);
        const std::optional<std::int64_t> bytes = row >= 0 ? m_layers.sizeBytes(row) : std::nullopt;
        if (bytes) {
            sum = sum.value_or(0.0) + static_cast<double>(*bytes);
        }
    }
    return sum;
}

std::optional<double> GraphColoring::timeOf(const DrawnNode& node) const
{
    std::optional<double> sum;
    for (const OutlineId id : node.layers) {
        if (const std::optional<double> ms = m_layers.milliseconds(id)) {
            sum = sum.value_or(0.0) + *ms;
        }
    }
    return sum;
}

std::optional<GraphColoring::Range> GraphColoring::rangeOf(const GraphDrawing& drawing,
                                                           Figure figure) const
{
    std::optional<Range> range;
    for (const DrawnNode& node : drawing.nodes) {
        const std::optional<double> value = (this->*figure)(node);
        const bool isEndless =
            figure == &GraphColoring::noiseOf && value && *value >= quant::kNoNoiseDb;
        if (value && !isEndless) {
            range = range ? Range{std::min(range->low, *value), std::max(range->high, *value)}
                          : Range{*value, *value};
        }
    }
    return range;
}

ColorLegendContent GraphColoring::bitsLegend() const
{
    ColorLegendContent content;
    for (const auto& [bits, text] :
         std::initializer_list<std::pair<int, QString>>{{3, tr("1–3")},
                                                        {4, tr("4")},
                                                        {5, tr("5–7")},
                                                        {8, tr("8")},
                                                        {16, tr("16")},
                                                        {32, tr("FP32")}}) {
        content.swatches.emplace_back(bitsColor(bits, m_palette), text);
    }
    return content;
}

ColorLegendContent GraphColoring::timeLegend(const GraphDrawing& drawing) const
{
    ColorLegendContent content;
    const auto range = rangeOf(drawing, &GraphColoring::timeOf);
    if (!range) {
        content.remark = tr("Not measured yet: Quantize > Measure Time");
        return content;
    }
    content.low = millisecondsText(0.0);
    content.high = millisecondsText(range->high);
    if (m_layers.isTimeStale()) {
        content.high = tr("%1, before the last edit").arg(content.high);
    }
    return content;
}

ColorLegendContent GraphColoring::legend(const GraphDrawing& drawing) const
{
    ColorLegendContent content;
    if (m_coloring == NodeColoring::Bits) {
        return bitsLegend();
    }
    if (m_coloring == NodeColoring::Sensitivity) {
        std::tie(content.low, content.high) = m_sensitivities.rangeAtLowestBits();
        if (content.low.isEmpty()) {
            content.remark = tr("Not measured yet: start a sweep in the Sensitivity panel");
        } else {
            content.high = tr("%1 at %2 bit").arg(content.high).arg(*m_sensitivities.lowestBits());
        }
    } else if (m_coloring == NodeColoring::Noise) {
        if (const auto range = rangeOf(drawing, &GraphColoring::noiseOf)) {
            content.low = decibelText(range->high);
            content.high = tr("%1 output SQNR").arg(decibelText(range->low));
        } else {
            content.remark = tr("Not measured yet");
        }
    } else if (m_coloring == NodeColoring::Size) {
        if (const auto range = rangeOf(drawing, &GraphColoring::sizeOf)) {
            content.low = bytesText(0);
            content.high = bytesText(static_cast<std::int64_t>(range->high));
        } else {
            content.remark = tr("Known once the configuration has been evaluated");
        }
    } else if (m_coloring == NodeColoring::Time) {
        return timeLegend(drawing);
    }
    return content;
}

} // namespace quantoscope::gui
