// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"

#include <string>

namespace quantoscope::session {

/// What the layers of a model ask of an integer accumulator.
struct AccumulatorTotals
{
    int layers = 0; ///< with integer weights and a static integer grid on their input
    int over16 = 0; ///< of which an input could overflow 16 bits
    int over32 = 0; ///< of which an input could overflow 32 bits
    int mostBits = 0;
};
[[nodiscard]] AccumulatorTotals accumulatorTotals(const Evaluation& evaluation);

/// "12 of 50 layers need more than 16 bits, none more than 32; at most 24 bits". Empty where no
/// layer runs on integers.
[[nodiscard]] std::string accumulatorSummary(const Evaluation& evaluation);

} // namespace quantoscope::session
