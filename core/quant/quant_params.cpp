// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/quant_params.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace quantoscope::quant {

IntegerLimits integerLimits(int bits, bool symmetric)
{
    assert(bits >= 1 && bits <= 16);
    if (bits == 1) {
        return {-1, 1};
    }
    const std::int32_t half = std::int32_t{1} << (bits - 1);
    return symmetric ? IntegerLimits{-(half - 1), half - 1} : IntegerLimits{0, 2 * half - 1};
}

std::int32_t chooseZeroPoint(float low, double scale, IntegerLimits limits)
{
    const double real = std::nearbyint(limits.qmin - std::min(double{low}, 0.0) / scale);
    return static_cast<std::int32_t>(std::clamp<double>(real, limits.qmin, limits.qmax));
}

ScaleAndZeroPoint chooseScale(Range range, IntegerLimits limits, bool symmetric)
{
    const double low = std::min(range.low, 0.0F);
    const double high = std::max(range.high, 0.0F);
    const double scale =
        symmetric ? std::max(-low, high) / limits.qmax : (high - low) / (limits.qmax - limits.qmin);
    if (scale < double{std::numeric_limits<float>::min()}) {
        return {1.0F, std::clamp(0, limits.qmin, limits.qmax)};
    }
    return {static_cast<float>(scale), symmetric ? 0 : chooseZeroPoint(range.low, scale, limits)};
}

QuantParams activationParams(Range range, const ActivationScheme& scheme)
{
    assert(scheme.precision.isInteger());
    IntegerLimits limits = integerLimits(scheme.precision.integerBits, scheme.symmetric);
    const ScaleAndZeroPoint chosen = chooseScale(range, limits, scheme.symmetric);
    if (scheme.symmetric) {
        --limits.qmin; // the full signed range, so that QuantizeLinear alone saturates as we do
    }
    return {{chosen.scale}, {chosen.zeroPoint}, limits.qmin, limits.qmax, -1};
}

} // namespace quantoscope::quant
