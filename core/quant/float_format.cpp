// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/float_format.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace quantoscope::quant {

namespace {

constexpr int kFloat32Bias = 127;
constexpr unsigned kFloat32Mantissa = 23;

/// The unit in the last place of x in the format, a power of two; a normal float32 for all formats
/// but BF16, whose subnormals' unit is 2^-133 and is given as the least normal float: BF16 is
/// rounded by its bits.
inline float unitOf(float x, const FloatFormat& format)
{
    const auto bits = std::bit_cast<std::uint32_t>(x);
    const int exponent = static_cast<int>((bits >> kFloat32Mantissa) & 0xFFU) - kFloat32Bias;
    const int unit = std::max(exponent, format.smallestExponent) - format.mantissaBits;
    return std::bit_cast<float>(static_cast<std::uint32_t>(std::max(unit + kFloat32Bias, 1))
                                << kFloat32Mantissa);
}

/// See affine_kernel.cpp: the addition itself rounds, ties to even. At most 2^(mantissa + 1) units
/// stand before it, because x is clamped first.
inline float roundScaled(float x, const FloatFormat& format)
{
    constexpr float kRoundToInteger = 12582912.0F;
    float t = x < -format.largest ? -format.largest : x;
    t = t > format.largest ? format.largest : t;
    const float unit = unitOf(t, format);
    const float units = (std::fabs(t) / unit + kRoundToInteger) - kRoundToInteger;
    return std::copysign(units * unit, t);
}

/// The upper half of a float32, ties to even. Values beyond the largest one saturate.
inline float roundToBfloat16(float x)
{
    const auto bits = std::bit_cast<std::uint32_t>(x);
    const std::uint32_t sign = bits & 0x80000000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    constexpr std::uint32_t kLargest = 0x7F7F0000U;
    constexpr std::uint32_t kInfinity = 0x7F800000U;
    const std::uint32_t rounded = (magnitude + 0x7FFFU + ((magnitude >> 16U) & 1U)) & 0xFFFF0000U;
    return magnitude > kInfinity ? x : std::bit_cast<float>(std::min(rounded, kLargest) | sign);
}

constexpr int kBfloat16SmallestExponent = -126;

bool isBfloat16(const FloatFormat& format)
{
    return format.smallestExponent == kBfloat16SmallestExponent;
}

} // namespace

FloatFormat floatFormat(NumberFormat format)
{
    switch (format) {
    case NumberFormat::Float16:
        return {10, -14, 65504.0F, 15};
    case NumberFormat::BFloat16:
        return {7, kBfloat16SmallestExponent, std::bit_cast<float>(0x7F7F0000U), 127};
    case NumberFormat::Float8E4M3:
        return {3, -6, 448.0F, 8};
    case NumberFormat::Float8E5M2:
        return {2, -14, 57344.0F, 15};
    default:
        assert(format == NumberFormat::Float4E2M1);
        return {1, 0, 6.0F, 2};
    }
}

float roundToFormat(float x, const FloatFormat& format)
{
    return isBfloat16(format) ? roundToBfloat16(x) : roundScaled(x, format);
}

void roundToFormat(std::span<const float> x, const FloatFormat& format, float scale, float* out)
{
    const float* in = x.data();
    const std::size_t count = x.size();
    if (isBfloat16(format)) {
        for (std::size_t i = 0; i < count; ++i) {
            out[i] = roundToBfloat16(in[i] / scale) * scale;
        }
        return;
    }
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC ivdep
#endif
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = roundScaled(in[i] / scale, format) * scale;
    }
}

std::uint8_t bitPattern(float value, NumberFormat format)
{
    const FloatFormat shape = floatFormat(format);
    const int bits = Precision{format, 0}.bits();
    const float magnitude = std::fabs(value);
    const int exponent = std::max(magnitude > 0.0F ? std::ilogb(magnitude) : shape.smallestExponent,
                                  shape.smallestExponent);
    // Units of the binade: the hidden one of normal numbers raises the exponent's field by one.
    const auto units = static_cast<unsigned>(std::ldexp(magnitude, shape.mantissaBits - exponent));
    const unsigned binade = static_cast<unsigned>(exponent - shape.smallestExponent)
                            << static_cast<unsigned>(shape.mantissaBits);
    const unsigned sign = std::signbit(value) ? 1U << static_cast<unsigned>(bits - 1) : 0U;
    return static_cast<std::uint8_t>(sign | (binade + units));
}

} // namespace quantoscope::quant
