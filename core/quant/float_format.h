// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/precision.h"

#include <cstdint>
#include <span>

namespace quantoscope::quant {

/// A floating-point format without infinities as far as values go: overflow saturates.
struct FloatFormat
{
    int mantissaBits = 0;     ///< without the hidden one
    int smallestExponent = 0; ///< of normal numbers; subnormals share it
    float largest = 0.0F;
    int largestExponent = 0; ///< of `largest`
};

/// FP16, BF16, FP8 and FP4. Source: IEEE 754-2019 (FP16), Intel 2018, "BFLOAT16 - Hardware
/// Numerics Definition" (BF16), OCP OFP8 1.0, OCP MX 1.0.
[[nodiscard]] FloatFormat floatFormat(NumberFormat format);

/// Nearest value of the format, ties to even; overflow and infinities saturate, NaN stays NaN.
[[nodiscard]] float roundToFormat(float x, const FloatFormat& format);

/// out[i] = roundToFormat(x[i] / scale) * scale; `out` may be x's own storage. Scale > 0.
void roundToFormat(std::span<const float> x, const FloatFormat& format, float scale, float* out);

/// Bits of a value that the format holds, the sign on top of exponent and mantissa; FP8 and FP4.
[[nodiscard]] std::uint8_t bitPattern(float value, NumberFormat format);

} // namespace quantoscope::quant
