// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/float16.h"

#include "core/quant/quantize.h"

#include <bit>

namespace quantoscope::quant {

namespace {

constexpr float kLargestFloat16 = 65504.0F;
constexpr float kSmallestNormalFloat16 = 6.103515625e-05F; // 2^-14

/// Both branches are computed so that loops vectorise. Normal numbers: add half of the last kept
/// bit, minus one when that bit is even, and cut (13 mantissa bits fall away; a carry into the
/// exponent is the right neighbour). Subnormals are multiples of 2^-24, the unit in the last place
/// of [0.5, 1): adding and taking off 0.5 rounds to it.
inline float roundOne(float x)
{
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(x);
    const std::uint32_t sign = bits & 0x80000000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    const std::uint32_t cut = (magnitude + 0x0FFFU + ((magnitude >> 13U) & 1U)) & ~0x1FFFU;
    const float normal = std::bit_cast<float>(cut);
    const float absolute = std::bit_cast<float>(magnitude);
    const float small = (absolute + 0.5F) - 0.5F;
    float rounded = absolute < kSmallestNormalFloat16 ? small : normal;
    rounded = absolute > kLargestFloat16 ? kLargestFloat16 : rounded;
    rounded = absolute == absolute ? rounded : absolute;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(rounded) | sign);
}

} // namespace

float roundToFloat16(float x)
{
    return roundOne(x);
}

void roundToFloat16(std::span<const float> x, float* out)
{
    const float* in = x.data();
    const std::size_t count = x.size();
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC ivdep
#endif
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = roundOne(in[i]);
    }
}

} // namespace quantoscope::quant
