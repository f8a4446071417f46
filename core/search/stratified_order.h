// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::search {

/// Numbers 0 .. size - 1 in an order that is the same on every machine for one seed: Fisher and
/// Yates' shuffle (Knuth, The Art of Computer Programming, volume 2, algorithm P) over mt19937.
[[nodiscard]] std::vector<std::int32_t> seededShuffle(std::size_t size, std::uint32_t seed);

/// The order in which to run pictures so that every batch is a stratified sample of all of them.
/// Sorts by margin, cuts into `batch` strata of equal size (give or take one) and lets each batch
/// take one picture, drawn at random, of every stratum; the last, smaller one takes what is left.
/// So the first batch holds pictures of every degree of certainty, and a figure measured on it
/// varies less than on a plain random sample (Cochran, Sampling Techniques, 3rd edition, chapter
/// 5).
/// \param margins one a picture, the FP32 model's: of the true class, or top-1 minus runner-up; NaN
///                counts as the lowest
/// \param batch   pictures a batch, at least 1
/// \return        every index of `margins` once; depends on the margins, batch and seed only
[[nodiscard]] std::vector<std::int32_t> stratifiedOrder(std::span<const float> margins,
                                                        std::size_t batch, std::uint32_t seed = 1);

} // namespace quantoscope::search
