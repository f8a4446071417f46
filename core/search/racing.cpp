// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/racing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace quantoscope::search {
namespace {

/// Standard errors. Wide, since every batch is another chance to stop wrongly.
constexpr double kErrors = 3.0;
/// A few pictures may look more alike than all are: a floor for the spread of the differences,
/// beside the mean of the two effects.
constexpr double kLeastVariation = 0.5;
constexpr double kLeastEffect = 1e-300;

struct Difference
{
    double mean = 0.0, error = 0.0, scale = 0.0; ///< scale: mean of both effects
};

Difference compare(std::span<const double> a, std::span<const double> b, std::int64_t pictures)
{
    const std::size_t count = std::min(a.size(), b.size());
    const auto n = static_cast<double>(count);
    double difference = 0.0;
    double squares = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        difference += a[i] - b[i];
        squares += (a[i] - b[i]) * (a[i] - b[i]);
        sum += a[i] + b[i];
    }
    Difference result;
    result.mean = difference / n;
    result.scale = std::max(0.5 * std::abs(sum) / n, kLeastEffect);
    const double variance =
        std::max(0.0, squares / n - result.mean * result.mean) * n / std::max(n - 1.0, 1.0);
    const double spread = std::max(std::sqrt(variance), kLeastVariation * result.scale);
    const double left = std::max(0.0, 1.0 - n / static_cast<double>(pictures));
    result.error = kErrors * spread * std::sqrt(left / n);
    return result;
}

} // namespace

std::optional<std::size_t> openTrial(std::span<const RacingTrial> trials,
                                     std::span<const std::size_t> inside,
                                     std::span<const std::size_t> outside, double sign,
                                     std::int64_t pictures)
{
    std::optional<std::size_t> best;
    double bestGain = 0.0;
    for (const std::size_t a : inside) {
        for (const std::size_t b : outside) {
            const std::size_t common = std::min(trials[a].effects.size(), trials[b].effects.size());
            if (common == 0 || static_cast<std::int64_t>(common) >= pictures) {
                continue;
            }
            const Difference d = compare(trials[a].effects, trials[b].effects, pictures);
            const double doubt = d.error - sign * d.mean;
            if (doubt < 0.0) {
                continue;
            }
            for (const std::size_t each : {a, b}) {
                const RacingTrial& trial = trials[each];
                const double gain = (doubt / d.scale + std::numeric_limits<double>::min()) /
                                    (static_cast<double>(trial.effects.size()) * trial.cost);
                if (trial.effects.size() == common && gain > bestGain) {
                    best = each;
                    bestGain = gain;
                }
            }
        }
    }
    return best;
}

} // namespace quantoscope::search
