// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace quantoscope::search {

/// An estimate with its 95 % interval, low <= value <= high. Fractions: 0.01 is one point.
struct Interval
{
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// Share of all `total` pictures that have a property, after `hits` of `seen` had it. Wilson's
/// score interval with n replaced by n (N - 1) / (N - n), which is the finite population correction
/// of the variance, so that seen == total gives the exact share without width; seen == 0 gives [0,
/// 1]. Source: Wilson 1927, JASA 22; Cochran, Sampling Techniques, 3rd edition, section 3.6.
/// \param hits 0 .. seen; seen: 0 .. total; total: at least 1
[[nodiscard]] Interval shareOf(std::int64_t hits, std::int64_t seen, std::int64_t total);

/// How many of the pictures seen are right under one configuration only.
struct PairedCounts
{
    std::int64_t gained = 0; ///< right under A, wrong under B
    std::int64_t lost = 0;   ///< wrong under A, right under B
    std::int64_t seen = 0;
    std::int64_t total = 0; ///< pictures in all, at least 1
};

/// Accuracy of A minus accuracy of B over all pictures, from counts alone: shareOf gained and lost
/// combined by the square-and-add rule (MOVER). Newcombe's own paired interval (his method 10)
/// starts from the two accuracies and shrinks to nothing where no picture differs; starting from
/// what differs keeps it honest there.
/// Source: Newcombe 1998, Statistics in Medicine 17, 873-890; Zou and Donner 2008, Statistics in
/// Medicine 27, 1693-1702.
[[nodiscard]] Interval differenceOf(const PairedCounts& counts);

} // namespace quantoscope::search
