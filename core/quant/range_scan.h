// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/quant_params.h"
#include "core/quant/slices.h"

#include <span>
#include <vector>

namespace quantoscope::quant {

/// Smallest and largest value of a span; {0, 0} when empty, meaningless when not finite.
struct ScannedRange
{
    Range range;
    bool finite = true; ///< no NaN and no infinity was met
};
[[nodiscard]] ScannedRange scanRange(std::span<const float> values);

/// Minimum and maximum of every slice, {0, 0} for an empty one; meaningless when not finite.
struct ScannedSlices
{
    std::vector<Range> ranges;
    bool finite = true;
};
[[nodiscard]] ScannedSlices scanSlices(const float* values, const Slices& slices);

/// Mean of |x| of every slice, 0 for an empty one, sums in double. Not finite where the slice is
/// not.
[[nodiscard]] std::vector<double> sliceMeanMagnitudes(const float* values, const Slices& slices);

} // namespace quantoscope::quant
