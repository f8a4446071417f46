// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/accumulators.h"

#include <algorithm>

namespace quantoscope::session {

AccumulatorTotals accumulatorTotals(const Evaluation& evaluation)
{
    AccumulatorTotals totals;
    for (const LayerFigures& layer : evaluation.layers) {
        if (layer.accumulator) {
            ++totals.layers;
            totals.over16 += layer.accumulator->over16 > 0 ? 1 : 0;
            totals.over32 += layer.accumulator->over32 > 0 ? 1 : 0;
            totals.mostBits = std::max(totals.mostBits, layer.accumulator->bits);
        }
    }
    return totals;
}

std::string accumulatorSummary(const Evaluation& evaluation)
{
    const AccumulatorTotals totals = accumulatorTotals(evaluation);
    if (totals.layers == 0) {
        return {};
    }
    const auto count = [](int layers) {
        return layers == 0 ? std::string("none") : std::to_string(layers);
    };
    return count(totals.over16) + " of " + std::to_string(totals.layers) +
           (totals.layers == 1 ? " layer needs" : " layers need") + " more than 16 bits, " +
           count(totals.over32) + " more than 32; at most " + std::to_string(totals.mostBits) +
           " bits";
}

} // namespace quantoscope::session
