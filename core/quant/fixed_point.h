// SPDX-License-Identifier: GPL-3.0-or-later
// How kernels without floating point go from one grid to another.
// Source: Jacob et al., "Quantization and Training of Neural Networks for Efficient
// Integer-Arithmetic-Only Inference", 2018, section 2.2. Rounding is that of TensorFlow Lite's
// kernels with gemmlowp's primitives, which round twice: to 32 bits after the product, and again at
// the shift (TFLITE_SINGLE_ROUNDING, which rounds once, is off by default and not emulated).
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace quantoscope::quant {

/// A real number m * 2^shift / 2^31, m = 0 or 2^30 <= m < 2^31.
struct FixedPointMultiplier
{
    std::int32_t mantissa = 0;
    int shift = 0; ///< -31..31
    friend bool operator==(const FixedPointMultiplier&, const FixedPointMultiplier&) = default;
};
/// The nearest such number, half away from zero; 0 below 2^-32, the largest from 2^31 on.
/// Source: TensorFlow Lite, QuantizeMultiplier.
/// \param real >= 0, finite
[[nodiscard]] FixedPointMultiplier fixedPointMultiplier(double real);

/// round(a * b / 2^31), half up; 2^31 - 1 where both are -2^31.
/// Source: gemmlowp, SaturatingRoundingDoublingHighMul.
[[nodiscard]] constexpr std::int32_t roundedHighProduct(std::int32_t a, std::int32_t b)
{
    constexpr std::int32_t kLeast = std::numeric_limits<std::int32_t>::min();
    if (a == kLeast && b == kLeast) {
        return std::numeric_limits<std::int32_t>::max();
    }
    // A shift of a negative number is one towards minus infinity (C++20).
    const std::int64_t product = std::int64_t{a} * std::int64_t{b};
    return static_cast<std::int32_t>((product + (std::int64_t{1} << 30)) >> 31);
}

/// round(x / 2^exponent), half away from zero.
/// Source: gemmlowp, RoundingDivideByPOT.
/// \param exponent 0..31
[[nodiscard]] constexpr std::int32_t roundedShift(std::int32_t x, int exponent)
{
    const std::int64_t half = exponent > 0 ? std::int64_t{1} << (exponent - 1) : 0;
    const std::int64_t wide = x;
    return static_cast<std::int32_t>((wide + half - (x < 0 && exponent > 0 ? 1 : 0)) >> exponent);
}

/// x times a multiplier: a shift to the left first (saturating; TensorFlow Lite leaves it
/// undefined), then roundedHighProduct, then roundedShift.
/// Source: TensorFlow Lite, MultiplyByQuantizedMultiplier.
[[nodiscard]] constexpr std::int32_t multiplied(std::int32_t x,
                                                const FixedPointMultiplier& multiplier)
{
    const int left = std::max(multiplier.shift, 0);
    const std::int64_t shifted =
        std::clamp<std::int64_t>(std::int64_t{x} << left, std::numeric_limits<std::int32_t>::min(),
                                 std::numeric_limits<std::int32_t>::max());
    return roundedShift(roundedHighProduct(static_cast<std::int32_t>(shifted), multiplier.mantissa),
                        std::max(-multiplier.shift, 0));
}

} // namespace quantoscope::quant
