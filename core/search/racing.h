// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace quantoscope::search {

/// A trial in a race: its effects on the first pictures of the common order, and what a picture
/// costs, above 0.
struct RacingTrial
{
    std::span<const double> effects;
    double cost = 1.0;
};

/// Which trial to give more pictures so that `inside` becomes sure to be the set of the highest
/// mean effects (sign 1; the lowest for -1) and `outside` the rest; empty once it is sure enough.
///
/// Pairs of trials are compared on the pictures both have seen, by the mean of the differences:
/// pictures that are hard for one layer are hard for the other, so that the difference is known
/// better than either mean. A pair is open while zero lies within three standard errors (normal,
/// with finite population correction) of a difference that speaks for the order. Trials that have
/// seen all `pictures` are exact. Source: Maron and Moore 1997, "The racing algorithm", and Moore
/// and Lee 1994, "Efficient algorithms for minimizing cross validation error" (blocking).
[[nodiscard]] std::optional<std::size_t> openTrial(std::span<const RacingTrial> trials,
                                                   std::span<const std::size_t> inside,
                                                   std::span<const std::size_t> outside,
                                                   double sign, std::int64_t pictures);

} // namespace quantoscope::search
