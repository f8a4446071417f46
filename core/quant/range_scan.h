// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/quant_params.h"
#include "core/quant/slices.h"

#include <span>
#include <vector>

namespace quantoscope::quant {

/// Smallest and largest value of a span, ignoring NaN; {0, 0} when empty.
struct ScannedRange
{
    Range range;
    bool finite = true; ///< no NaN and no infinity was met
};
[[nodiscard]] ScannedRange scanRange(std::span<const float> values);

/// Minimum and maximum of every slice; finite values.
[[nodiscard]] std::vector<Range> sliceRanges(const float* values, const Slices& slices);

/// Mean of |x| of every slice, 0 for an empty one; finite values, sums in double.
[[nodiscard]] std::vector<double> sliceMeanMagnitudes(const float* values, const Slices& slices);

} // namespace quantoscope::quant
