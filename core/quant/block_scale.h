// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/quant_params.h"

#include <span>

namespace quantoscope::quant {

/// Scale and zero point that a scheme gives some weights that share them.
///  MX blocks        2^(floor(log2 max|w|) - largest exponent of the element format) (OCP MX 1.0,
///                   section 6.3; MXINT8's elements are multiples of 2^-6), at least 2^-126
///  INT1             mean |w| (Rastegari et al. 2016)
///  ternary          mean of the |w| above 0.7 * mean |w| (Li et al. 2016, section 3)
///  others           from their range: chooseScale for INT n, max|w| / largest value for FP8 and
///                   FP4; power-of-two scales are rounded up
/// The range: minimum and maximum; percentile of |w| (symmetric) or of both tails, linear between
/// values; the one of 71 ratios, 0.30, 0.31 .. 1, of the minimum and maximum with the least squared
/// error (the larger one of equals). Scales of zeros are 1 (MX, TERNARY) or as chooseScale says.
/// \param values finite, not empty
/// \param smallestScale lower bound of a real scale (0: none)
[[nodiscard]] ScaleAndZeroPoint blockScale(std::span<const float> values,
                                           const WeightScheme& scheme, float smallestScale);

/// Rounds weights that share a scale; codes (may be empty) are integers, or bit patterns of FP8 and
/// FP4. Ternary: sign(w) where |w| exceeds 0.7 * mean |w|. `out` may be `values`.
void roundBlock(std::span<const float> values, const WeightScheme& scheme,
                const ScaleAndZeroPoint& grid, std::span<float> out, std::span<std::int32_t> codes);

/// Limits of the integer codes of a scheme; those of int8 for floating-point formats.
[[nodiscard]] IntegerLimits weightLimits(const WeightScheme& scheme);

} // namespace quantoscope::quant
