// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/interval.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace quantoscope::search {
namespace {

constexpr double kNormalQuantile = 1.959963984540054; // 97.5 %

} // namespace

Interval shareOf(std::int64_t hits, std::int64_t seen, std::int64_t total)
{
    assert(hits >= 0 && hits <= seen && seen <= total && total > 0);
    if (seen == 0) {
        return {0.5, 0.0, 1.0};
    }
    const double share = static_cast<double>(hits) / static_cast<double>(seen);
    if (seen == total) {
        return {share, share, share};
    }
    const double count = static_cast<double>(seen) * static_cast<double>(total - 1) /
                         static_cast<double>(total - seen);
    const double square = kNormalQuantile * kNormalQuantile;
    const double centre = (share + square / (2.0 * count)) / (1.0 + square / count);
    const double half = kNormalQuantile / (1.0 + square / count) *
                        std::sqrt(share * (1.0 - share) / count + square / (4.0 * count * count));
    return {share, std::clamp(centre - half, 0.0, share), std::clamp(centre + half, share, 1.0)};
}

Interval differenceOf(const PairedCounts& counts)
{
    if (counts.seen == 0) {
        return {0.0, -1.0, 1.0};
    }
    const Interval gained = shareOf(counts.gained, counts.seen, counts.total);
    const Interval lost = shareOf(counts.lost, counts.seen, counts.total);
    const double value = gained.value - lost.value;
    const double down = std::hypot(gained.value - gained.low, lost.high - lost.value);
    const double up = std::hypot(gained.high - gained.value, lost.value - lost.low);
    return {value, std::max(-1.0, value - down), std::min(1.0, value + up)};
}

} // namespace quantoscope::search
