// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_coloring.h"

#include "core/quant/noise.h"
#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"
#include "gui/models/configuration_document.h"
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

std::vector<std::optional<QColor>> GraphColoring::colors(const ModelOutline& outline) const
{
    std::vector<std::optional<QColor>> colors(outline.entries.size());
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const auto id = static_cast<OutlineId>(i);
        if (m_coloring == NodeColoring::Bits) {
            colors[i] = bitsColorOf(outline.entries[i]);
        } else if (m_coloring == NodeColoring::Noise) {
            colors[i] = noiseColorOf(id);
        } else if (m_coloring == NodeColoring::Sensitivity) {
            const std::optional<double> share = m_sensitivities.shareAtLowestBits(id);
            colors[i] = share ? std::optional(heatColor(*share, m_palette)) : std::nullopt;
        }
    }
    return colors;
}

std::optional<QColor> GraphColoring::bitsColorOf(const OutlineEntry& entry) const
{
    const quant::Configuration& configuration = *m_document.configuration();
    if (entry.hasWeights) {
        return bitsColor(weightScheme(configuration, entry.name).precision.bits(), m_palette);
    }
    return entry.hasSite()
               ? std::optional(bitsColor(
                     activationScheme(configuration, entry.sites.front()).precision.bits(),
                     m_palette))
               : std::nullopt;
}

void GraphColoring::noiseRange(double& low, double& high) const
{
    low = high = 0.0;
    bool isFirst = true;
    for (int row = 0; row < m_layers.rowCount(); ++row) {
        const std::optional<double> db = m_layers.activationSqnrDb(row);
        if (db && *db < quant::kNoNoiseDb) {
            low = isFirst ? *db : std::min(low, *db);
            high = isFirst ? *db : std::max(high, *db);
            isFirst = false;
        }
    }
}

std::optional<QColor> GraphColoring::noiseColorOf(OutlineId id) const
{
    const int row = m_layers.rowOf(id);
    const std::optional<double> db = row >= 0 ? m_layers.activationSqnrDb(row) : std::nullopt;
    if (!db) {
        return std::nullopt;
    }
    double low = 0.0;
    double high = 0.0;
    noiseRange(low, high);
    return heatColor(high > low ? (high - *db) / (high - low) : 0.0, m_palette);
}

ColorLegendContent GraphColoring::legend() const
{
    ColorLegendContent content;
    if (m_coloring == NodeColoring::Bits) {
        for (const auto& [bits, text] :
             std::initializer_list<std::pair<int, QString>>{{3, tr("1–3")},
                                                            {4, tr("4")},
                                                            {5, tr("5–7")},
                                                            {8, tr("8")},
                                                            {16, tr("16")},
                                                            {32, tr("FP32")}}) {
            content.swatches.emplace_back(bitsColor(bits, m_palette), text);
        }
    } else if (m_coloring == NodeColoring::Sensitivity) {
        std::tie(content.low, content.high) = m_sensitivities.rangeAtLowestBits();
        if (content.low.isEmpty()) {
            content.remark = tr("Not measured yet: start a sweep in the Sensitivity panel");
        } else {
            content.high = tr("%1 at %2 bit").arg(content.high).arg(*m_sensitivities.lowestBits());
        }
    } else if (m_coloring == NodeColoring::Noise) {
        double low = 0.0;
        double high = 0.0;
        noiseRange(low, high);
        content.low = decibelText(high);
        content.high = tr("%1 output SQNR").arg(decibelText(low));
        if (high == 0.0 && low == 0.0) {
            content = {.swatches = {}, .low = {}, .high = {}, .remark = tr("Not measured yet")};
        }
    }
    return content;
}

} // namespace quantoscope::gui
