// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_losses.h"

#include <algorithm>

namespace quantoscope::session {

MeasuredLosses lossesOf(const SearchSpace& space, const SearchLoss& loss,
                        const SensitivityReport& sensitivity)
{
    MeasuredLosses losses{LossTable(space.layerCount()), LossTable(space.layerCount())};
    const auto& names = sensitivity.state.plan.layers;
    for (std::size_t layer = 0; layer < space.layerCount(); ++layer) {
        for (const search::Trial& trial : sensitivity.state.trials) {
            if (names[trial.layer] == space.layerName(layer)) {
                losses.predicted[layer][trial.bits] = loss.of(trial.sums);
                losses.noise[layer][trial.bits] = SearchLoss::noiseOf(trial.sums);
            }
        }
    }
    return losses;
}

void addUnmeasured(const SearchSpace& space, const CorrectedChoices& choices,
                   const LossTable& weights, LossTable& losses)
{
    for (std::size_t layer = 0; layer < losses.size(); ++layer) {
        if (losses[layer].empty()) {
            continue;
        }
        const auto [measured, loss] = *losses[layer].rbegin();
        const auto corrected = choices.find(space.layerName(layer));
        const auto errorAt = [&](int bits) {
            return corrected == choices.end() ? weights[layer].at(bits)
                                              : corrected->second.at(bits).error;
        };
        for (const int bits : space.openBits()) {
            const double ratio = errorAt(bits) / std::max(errorAt(measured), 1e-30);
            losses[layer].try_emplace(bits, loss * std::min(ratio, 1.0));
        }
    }
}

} // namespace quantoscope::session
