// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/corrected_choices.h"
#include "core/session/search_loss.h"
#include "core/session/search_space.h"

#include <map>
#include <vector>

namespace quantoscope::session {

/// Loss of every choice, by layer of the space and bits.
using LossTable = std::vector<std::map<int, double>>;

[[nodiscard]] inline SearchSpace::LossOf lookUp(const LossTable& table)
{
    return [&table](std::size_t layer, int bits) { return table[layer].at(bits); };
}

/// What a sweep measured of layers alone.
struct MeasuredLosses
{
    LossTable predicted; ///< in the search's loss
    LossTable noise;     ///< noise-to-signal energy of the logits
};
[[nodiscard]] MeasuredLosses lossesOf(const SearchSpace& space, const SearchLoss& loss,
                                      const SensitivityReport& sensitivity);

/// Fills in what was not measured, bits above those that were: small noise of one layer costs in
/// proportion to its energy, so losses go as the errors of the layer's outputs do.
/// \param choices errors by layer name; of layers that are not in it the weights' noise counts
/// \param weights noise-to-signal energy of weights rounded to nearest
void addUnmeasured(const SearchSpace& space, const CorrectedChoices& choices,
                   const LossTable& weights, LossTable& losses);

} // namespace quantoscope::session
