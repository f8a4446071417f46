// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace quantoscope::search {

/// How many of `limit` pictures something happens to: mean and variance.
struct CountForecast
{
    double mean = 0.0;
    double variance = 0.0;
    std::int64_t limit = 0;
};

/// Distribution of (gained - lost) for two independent counts, as a mixture over several forecasts.
/// Counts follow the (a, b, 0) family with the given moments - binomial, Poisson or negative
/// binomial, as the variance is below, at or above the mean -, a normal distribution where they are
/// large. Source: Klugman, Panjer and Willmot, Loss Models, section 6.5.
class CountDifference
{
public:
    void add(double weight, const CountForecast& gained, const CountForecast& lost);

    [[nodiscard]] double mean() const;
    /// The smallest difference whose cumulated probability is at least `level` (0 < level < 1).
    [[nodiscard]] std::int64_t quantile(double level) const;

private:
    struct Part
    {
        double weight = 0.0;
        double mean = 0.0;
        double deviation = 0.0;
        std::vector<double> lost;            ///< probabilities of 0, 1, ..; empty: normal
        std::vector<double> gainedCumulated; ///< P(gained <= 0), P(gained <= 1), ..
    };
    [[nodiscard]] double cumulated(std::int64_t difference) const;

    std::vector<Part> m_parts;
    double m_weight = 0.0;
    std::int64_t m_lowest = 0;
    std::int64_t m_highest = 0;
};

} // namespace quantoscope::search
