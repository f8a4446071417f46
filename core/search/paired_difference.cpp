// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/paired_difference.h"

#include "core/search/count_difference.h"
#include "core/search/margin_model.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace quantoscope::search {
namespace {

constexpr double kTail = 0.025;
/// Quantiles lie between whole pictures, so that an interval has width even where no flip is
/// likely.
constexpr double kHalfPicture = 0.5;

/// Nodes and weights of six-point Gauss-Hermite quadrature over a standard normal variable.
/// Source: Abramowitz and Stegun, table 25.10, rescaled.
struct Node
{
    double z;
    double weight;
};
constexpr std::array<Node, 6> kNodes{{{-3.324257433552119, 0.002555784402056},
                                      {-1.889175877753711, 0.088615746041914},
                                      {-0.616706590192594, 0.408828469556029},
                                      {0.616706590192594, 0.408828469556029},
                                      {1.889175877753711, 0.088615746041914},
                                      {3.324257433552119, 0.002555784402056}}};

/// Pictures that B gets right (or wrong): what was seen to flip and what the model says.
struct Side
{
    double flipsSeen = 0.0;
    double expectedSeen = 0.0;
    double expected = 0.0;        ///< of the pictures not seen
    double expectedSquares = 0.0; ///< sum of squared probabilities of the pictures not seen
    std::int64_t unseen = 0;

    void add(double probability, bool seen)
    {
        if (seen) {
            expectedSeen += probability;
        } else {
            expected += probability;
            expectedSquares += probability * probability;
            ++unseen;
        }
    }

    /// The model's forecast, rescaled by how seen flips compare with it. The factor is gamma
    /// distributed: prior mean 1 worth kPriorFlips flips, then the flips seen.
    [[nodiscard]] CountForecast forecast() const
    {
        if (expected <= 0.0) {
            return {0.0, 0.0, unseen};
        }
        const double prior = PairedDifference::kPriorFlips;
        const double factor = (prior + flipsSeen) / (prior + expectedSeen);
        const double factorVariance = factor / (prior + expectedSeen);
        const double mean = std::min(factor * expected, 0.999 * static_cast<double>(unseen));
        const double variance = mean * (1.0 - std::min(1.0, factor) * expectedSquares / expected) +
                                factorVariance * expected * expected;
        return {mean, variance, unseen};
    }
};

/// Every picture with what is known of it.
struct Population
{
    std::span<const float> reference;
    std::vector<bool> isSeen;
    std::int64_t gained = 0;
    std::int64_t lost = 0;

    Population(std::span<const float> margins, std::span<const std::int32_t> seen,
               std::span<const float> seenMargins)
        : reference(margins), isSeen(margins.size(), false)
    {
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const auto picture = static_cast<std::size_t>(seen[i]);
            isSeen[picture] = true;
            gained += reference[picture] < 0.0F && seenMargins[i] >= 0.0F ? 1 : 0;
            lost += reference[picture] >= 0.0F && seenMargins[i] < 0.0F ? 1 : 0;
        }
    }
};

void addForecasts(CountDifference& counts, double weight, const Population& population,
                  const MarginModel& model)
{
    Side right{.flipsSeen = static_cast<double>(population.lost)};
    Side wrong{.flipsSeen = static_cast<double>(population.gained)};
    for (std::size_t i = 0; i < population.reference.size(); ++i) {
        const double margin = static_cast<double>(population.reference[i]);
        if (margin >= 0.0) {
            right.add(model.probabilityBelowZero(margin), population.isSeen[i]);
        } else {
            wrong.add(model.probabilityAboveZero(margin), population.isSeen[i]);
        }
    }
    counts.add(weight, wrong.forecast(), right.forecast());
}

} // namespace

PairedDifference::PairedDifference(std::vector<float> referenceMargins)
    : m_reference(std::move(referenceMargins))
{
    assert(!m_reference.empty());
    std::vector<float> distances = m_reference;
    std::ranges::for_each(distances, [](float& margin) { margin = std::abs(margin); });
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    m_near = std::max(static_cast<double>(*middle), 1e-30);
}

Interval PairedDifference::difference(std::span<const std::int32_t> seen,
                                      std::span<const float> margins) const
{
    assert(seen.size() == margins.size() && seen.size() <= m_reference.size());
    const Population population(m_reference, seen, margins);
    if (seen.size() == m_reference.size() || seen.size() < kFewestForModel) {
        return differenceOf({population.gained, population.lost,
                             static_cast<std::int64_t>(seen.size()), pictures()});
    }
    std::vector<float> before;
    before.reserve(seen.size());
    for (const std::int32_t picture : seen) {
        before.push_back(m_reference[static_cast<std::size_t>(picture)]);
    }
    const MarginFit fit(before, margins, m_near);
    CountDifference counts;
    for (const Node& width : kNodes) {
        for (const Node& level : kNodes) {
            addForecasts(counts, width.weight * level.weight, population,
                         fit.model(width.z, level.z));
        }
    }
    const double all = static_cast<double>(pictures());
    const double known = static_cast<double>(population.gained - population.lost);
    const double value = (known + counts.mean()) / all;
    const auto bound = [&](double level, double room) {
        return std::clamp((known + static_cast<double>(counts.quantile(level)) + room) / all, -1.0,
                          1.0);
    };
    return {value, std::min(value, bound(kTail, -kHalfPicture)),
            std::max(value, bound(1.0 - kTail, kHalfPicture))};
}

Interval PairedDifference::agreement(std::span<const std::int32_t> seen,
                                     std::span<const float> margins) const
{
    const Interval lost = difference(seen, margins);
    return {1.0 + std::min(0.0, lost.value), 1.0 + lost.low, 1.0 + std::min(0.0, lost.high)};
}

} // namespace quantoscope::search
