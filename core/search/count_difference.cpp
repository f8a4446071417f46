// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/count_difference.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantoscope::search {
namespace {

constexpr double kLargeVariance = 100.0;
constexpr double kLargeMean = 1000.0;
constexpr double kNegligible = 1e-12; // of the largest probability
constexpr double kLeastRelativeVariance = 1e-3;

/// P(0), P(1), .. P(limit), cut where they become negligible. Consecutive probabilities of the
/// family have the ratio a + b / k with a = 1 - mean / variance, b = mean^2 / variance - a.
std::vector<double> probabilities(const CountForecast& forecast)
{
    if (forecast.mean <= 0.0 || forecast.limit == 0) {
        return {1.0};
    }
    const double variance = std::max(forecast.variance, forecast.mean * kLeastRelativeVariance);
    const double a = 1.0 - forecast.mean / variance;
    const double b = forecast.mean * forecast.mean / variance - a;
    const auto ratio = [&](std::int64_t count) {
        return std::max(0.0, a + b / static_cast<double>(count));
    };
    const auto start = std::min(static_cast<std::int64_t>(forecast.mean), forecast.limit);
    std::vector<double> values(static_cast<std::size_t>(start) + 1, 0.0);
    values.back() = 1.0;
    for (std::int64_t k = start; k > 0 && ratio(k) > 0.0; --k) {
        values[static_cast<std::size_t>(k - 1)] = values[static_cast<std::size_t>(k)] / ratio(k);
    }
    double largest = *std::ranges::max_element(values);
    for (std::int64_t k = start + 1; k <= forecast.limit; ++k) {
        const double next = values.back() * ratio(k);
        if (next <= kNegligible * largest) {
            break;
        }
        largest = std::max(largest, next);
        values.push_back(next);
    }
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    std::ranges::for_each(values, [&](double& value) { value /= sum; });
    return values;
}

double normalCumulated(double x)
{
    return 0.5 * std::erfc(-x * std::sqrt(0.5));
}

} // namespace

void CountDifference::add(double weight, const CountForecast& gained, const CountForecast& lost)
{
    Part part;
    part.weight = weight;
    part.mean = gained.mean - lost.mean;
    part.deviation = std::sqrt(gained.variance + lost.variance);
    if (gained.variance + lost.variance <= kLargeVariance &&
        std::max(gained.mean, lost.mean) <= kLargeMean) {
        part.lost = probabilities(lost);
        part.gainedCumulated = probabilities(gained);
        std::partial_sum(part.gainedCumulated.begin(), part.gainedCumulated.end(),
                         part.gainedCumulated.begin());
    }
    m_parts.push_back(std::move(part));
    m_weight += weight;
    m_lowest = std::min(m_lowest, -lost.limit);
    m_highest = std::max(m_highest, gained.limit);
}

double CountDifference::mean() const
{
    double sum = 0.0;
    for (const Part& part : m_parts) {
        sum += part.weight * part.mean;
    }
    return sum / m_weight;
}

double CountDifference::cumulated(std::int64_t difference) const
{
    double sum = 0.0;
    for (const Part& part : m_parts) {
        if (part.lost.empty()) {
            sum +=
                part.weight * normalCumulated((static_cast<double>(difference) + 0.5 - part.mean) /
                                              part.deviation);
            continue;
        }
        const auto largest = static_cast<std::int64_t>(part.gainedCumulated.size()) - 1;
        for (std::size_t lost = 0; lost < part.lost.size(); ++lost) {
            const std::int64_t gained = difference + static_cast<std::int64_t>(lost);
            if (gained >= 0) {
                const auto index = static_cast<std::size_t>(std::min(gained, largest));
                sum += part.weight * part.lost[lost] * part.gainedCumulated[index];
            }
        }
    }
    return sum / m_weight;
}

std::int64_t CountDifference::quantile(double level) const
{
    std::int64_t low = m_lowest;
    std::int64_t high = m_highest;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (cumulated(middle) >= level) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

} // namespace quantoscope::search
