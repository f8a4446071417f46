// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/activation_quantizer.h"

#include "core/quant/float_format.h"
#include "core/quant/loop_hints.h"
#include "core/quant/range_scan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace quantoscope::quant {

namespace {

struct Grid
{
    float scale, low, high;
};

Grid gridFor(std::span<const float> x, const ActivationQuantizer& q)
{
    if (q.source == RangeSource::Static) {
        return {q.scale, q.low, q.high};
    }
    const Range seen = scanRange(x).range;
    const float low = std::min(seen.low, 0.0F);
    const float high = std::max(seen.high, 0.0F);
    const float range = q.hasZeroPoint ? high - low : std::max(high, -low);
    const float scale = std::max(range / q.steps, kLeastDynamicScale);
    const float shift = q.hasZeroPoint ? std::nearbyint(low / scale) : 0.0F;
    return {scale, q.low + shift, q.high + shift};
}

/// The largest power of two that is at most |t|; 0 for 0 and for subnormal numbers, whose unit is
/// the least one anyway.
float powerBelow(float t)
{
    constexpr std::uint32_t kExponent = 0x7F800000U;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(t) & kExponent);
}

/// Ties to even (the default rounding mode), never -0; right for |units| <= 2^22.
float roundToInteger(float units)
{
    constexpr float kRoundToInteger = 12582912.0F; // 1.5 * 2^23
    return (units + kRoundToInteger) - kRoundToInteger;
}

} // namespace

static_assert(kLeastDynamicScale == std::numeric_limits<float>::min());

ActivationQuantizer activationQuantizer(Range range, const ActivationScheme& scheme)
{
    ActivationQuantizer q;
    q.source = scheme.source;
    if (scheme.precision.isInteger()) {
        const QuantParams grid = activationParams({-1.0F, 1.0F}, scheme);
        q.hasZeroPoint = !scheme.symmetric;
        q.low = static_cast<float>(scheme.symmetric ? grid.qmin : 0);
        q.high = static_cast<float>(grid.qmax);
        q.steps = q.high;
        return q;
    }
    const FloatFormat format = floatFormat(scheme.precision.format);
    q.low = -format.largest;
    q.high = format.largest;
    q.unitRatio = std::ldexp(1.0F, -format.mantissaBits);
    q.leastUnit = std::ldexp(1.0F, format.smallestExponent - format.mantissaBits);
    q.steps = format.largest;
    if (scheme.precision.hasScale()) {
        const float scale = std::max(std::fabs(range.low), std::fabs(range.high)) / format.largest;
        q.scale = scale < kLeastDynamicScale ? 1.0F : scale;
    }
    return q;
}

ActivationQuantizer activationQuantizer(const QuantParams& params)
{
    ActivationQuantizer q;
    q.scale = params.scales.front();
    q.low = static_cast<float>(params.qmin - params.zeroPoints.front());
    q.high = static_cast<float>(params.qmax - params.zeroPoints.front());
    return q;
}

void emulateQuantizer(std::span<const float> x, const ActivationQuantizer& quantizer,
                      std::span<float> out)
{
    const Grid grid = gridFor(x, quantizer);
    const auto [scale, low, high] = grid;
    const auto [ratio, least] = std::pair(quantizer.unitRatio, quantizer.leastUnit);
    const float* from = x.data();
    float* to = out.data();
    QUANTOSCOPE_SAME_OR_APART
    for (std::size_t i = 0; i < x.size(); ++i) {
        float t = from[i] / scale;
        t = t < low ? low : t;
        t = t > high ? high : t;
        const float fine = powerBelow(t) * ratio;
        const float unit = fine < least ? least : fine;
        to[i] = roundToInteger(t / unit) * unit * scale;
    }
}

} // namespace quantoscope::quant
