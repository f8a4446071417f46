// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/margin_model.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace quantoscope::search {
namespace {

/// Noise is a mixture of two normal distributions. Both figures, and PairedDifference::kPriorFlips,
/// were chosen for coverage and width on real edits.
constexpr double kWideShare = 0.2;
constexpr double kWideFactor = 3.0;
/// No edit is without any noise: a floor in units of the margins' own spread.
constexpr double kLeastDeviation = 1e-9;

/// Weighted sums of pairs about their means.
struct Moments
{
    double weight = 0.0, squares = 0.0; // sums of w and w^2
    double x = 0.0, y = 0.0;            // means
    double xx = 0.0, xy = 0.0, yy = 0.0;
};

double weightOf(double x, double near)
{
    const double ratio = x / near;
    return 1.0 / (1.0 + ratio * ratio);
}

Moments momentsOf(std::span<const float> before, std::span<const float> after, double near)
{
    Moments sums;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double x = static_cast<double>(before[i]);
        const double weight = weightOf(x, near);
        sums.weight += weight;
        sums.squares += weight * weight;
        sums.x += weight * x;
        sums.y += weight * static_cast<double>(after[i]);
    }
    sums.x /= sums.weight;
    sums.y /= sums.weight;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double weight = weightOf(static_cast<double>(before[i]), near);
        const double x = static_cast<double>(before[i]) - sums.x;
        const double y = static_cast<double>(after[i]) - sums.y;
        sums.xx += weight * x * x;
        sums.xy += weight * x * y;
        sums.yy += weight * y * y;
    }
    return sums;
}

double upperTail(double x)
{
    return 0.5 * std::erfc(x * std::sqrt(0.5));
}

double heavyUpperTail(double x)
{
    return (1.0 - kWideShare) * upperTail(x) + kWideShare * upperTail(x / kWideFactor);
}

} // namespace

double MarginModel::probabilityBelowZero(double margin) const
{
    return heavyUpperTail((level + slope * margin) / deviation);
}

double MarginModel::probabilityAboveZero(double margin) const
{
    return heavyUpperTail(-(level + slope * margin) / deviation);
}

MarginFit::MarginFit(std::span<const float> before, std::span<const float> after, double near)
{
    assert(before.size() == after.size() && before.size() > 2);
    const Moments sums = momentsOf(before, after, near);
    const double count = sums.weight * sums.weight / sums.squares; // effective number of pairs
    const bool hasSpread = sums.xx > 1e-12 * near * near;
    m_fitted.slope = hasSpread ? sums.xy / sums.xx : 1.0;
    m_fitted.level = sums.y - m_fitted.slope * sums.x;
    m_freedom = std::max(count - 2.0, 1.0);
    const double residual = std::max(0.0, hasSpread ? sums.yy - m_fitted.slope * sums.xy : sums.yy);
    m_fitted.deviation =
        std::sqrt(residual / sums.weight * count / m_freedom) + kLeastDeviation * near;
    const double lever = hasSpread ? sums.x * sums.x * sums.weight / sums.xx : 0.0;
    m_levelError = std::sqrt((1.0 + lever) / count);
}

MarginModel MarginFit::model(double widthQuantile, double levelQuantile) const
{
    const double step = 2.0 / (9.0 * m_freedom);
    const double root = 1.0 - step + widthQuantile * std::sqrt(step);
    const double chiSquare = std::max(root * root * root, 0.02); // in units of the freedom
    MarginModel drawn = m_fitted;
    drawn.deviation = m_fitted.deviation / std::sqrt(chiSquare);
    drawn.level += levelQuantile * m_levelError * drawn.deviation;
    return drawn;
}

} // namespace quantoscope::search
