// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/fixed_point.h"

#include <cmath>

namespace quantoscope::quant {

FixedPointMultiplier fixedPointMultiplier(double real)
{
    constexpr std::int64_t kOne = std::int64_t{1} << 31;
    constexpr int kMostShift = 31;
    if (!(real > 0.0)) {
        return {};
    }
    FixedPointMultiplier result;
    const double fraction = std::frexp(real, &result.shift); // [0.5, 1)
    auto mantissa = static_cast<std::int64_t>(std::round(fraction * static_cast<double>(kOne)));
    if (mantissa == kOne) {
        mantissa /= 2;
        ++result.shift;
    }
    if (result.shift < -kMostShift) {
        return {};
    }
    if (result.shift > kMostShift) {
        return {std::numeric_limits<std::int32_t>::max(), kMostShift};
    }
    result.mantissa = static_cast<std::int32_t>(mantissa);
    return result;
}

} // namespace quantoscope::quant
