// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quantoscope::session {

/// What fixed-point multipliers change against float32 ones, everything else the same.
struct MultiplierEffect
{
    std::int64_t images = 0;
    std::optional<std::int64_t> changed;  ///< pictures with another top-1; Classification only
    std::optional<double> top1Difference; ///< fixed-point less float, a fraction; with labels only
    double floatSqnrDb = 0.0;             ///< of the outputs against FP32
    double fixedSqnrDb = 0.0;
};
/// Empty where the two differ in more than that.
[[nodiscard]] std::optional<MultiplierEffect> multiplierEffect(const Evaluation& a,
                                                               const Evaluation& b);
/// A configuration with the other multipliers.
[[nodiscard]] quant::Configuration withOtherMultipliers(quant::Configuration configuration);

/// "3 of 500 predictions changed, top-1 -0.20 points, output SQNR 28.1 dB instead of 28.3 dB".
[[nodiscard]] std::string effectText(const MultiplierEffect& effect);

} // namespace quantoscope::session
