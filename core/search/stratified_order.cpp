// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/stratified_order.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace quantoscope::search {
namespace {

/// Shuffles in place. std::shuffle and std::uniform_int_distribution differ between libraries.
void shuffle(std::span<std::int32_t> items, std::mt19937& generator)
{
    for (std::size_t left = items.size(); left > 1; --left) {
        const std::uint64_t draw = generator();
        std::swap(items[left - 1], items[(draw * left) >> 32U]);
    }
}

std::vector<std::int32_t> numbersUpTo(std::size_t size)
{
    std::vector<std::int32_t> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

std::vector<std::int32_t> sortedByMargin(std::span<const float> margins)
{
    std::vector<std::int32_t> sorted = numbersUpTo(margins.size());
    std::ranges::stable_sort(sorted, {}, [&](std::int32_t picture) {
        const float margin = margins[static_cast<std::size_t>(picture)];
        return std::isnan(margin) ? -std::numeric_limits<float>::infinity() : margin;
    });
    return sorted;
}

} // namespace

std::vector<std::int32_t> seededShuffle(std::size_t size, std::uint32_t seed)
{
    std::vector<std::int32_t> numbers = numbersUpTo(size);
    std::mt19937 generator(seed);
    shuffle(numbers, generator);
    return numbers;
}

std::vector<std::int32_t> stratifiedOrder(std::span<const float> margins, std::size_t batch,
                                          std::uint32_t seed)
{
    assert(batch > 0);
    std::vector<std::int32_t> sorted = sortedByMargin(margins);
    const std::size_t strata = std::min(batch, sorted.size());
    std::mt19937 generator(seed);
    std::vector<std::span<std::int32_t>> left;
    for (std::size_t i = 0; i < strata; ++i) {
        const std::size_t begin = i * sorted.size() / strata;
        const std::size_t end = (i + 1) * sorted.size() / strata;
        left.push_back(std::span(sorted).subspan(begin, end - begin));
        shuffle(left.back(), generator);
    }
    std::vector<std::int32_t> order;
    order.reserve(sorted.size());
    while (order.size() < sorted.size()) {
        for (auto& stratum : left) {
            if (!stratum.empty()) {
                order.push_back(stratum.front());
                stratum = stratum.subspan(1);
            }
        }
    }
    return order;
}

} // namespace quantoscope::search
