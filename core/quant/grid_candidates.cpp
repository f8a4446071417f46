// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/grid_candidates.h"

#include <algorithm>

namespace quantoscope::quant {
namespace {

constexpr double kSmallestFraction = 0.3;

bool isBinary(const WeightScheme& scheme)
{
    return scheme.precision.integerBits == 1;
}

IntegerLimits narrowLimits(const WeightScheme& scheme)
{
    return integerLimits(scheme.precision.integerBits, scheme.symmetric || isBinary(scheme));
}

} // namespace

IntegerLimits fullLimits(const WeightScheme& scheme)
{
    IntegerLimits limits = narrowLimits(scheme);
    limits.qmin -= scheme.symmetric && !isBinary(scheme) ? 1 : 0;
    return limits;
}

Range rangeOf(const Eigen::VectorXd& values)
{
    return {static_cast<float>(values.minCoeff()), static_cast<float>(values.maxCoeff())};
}

GridCandidates::GridCandidates(const WeightScheme& scheme, Range range, double smallestScale)
    : m_isBinary(isBinary(scheme)), m_isSymmetric(scheme.symmetric), m_full(fullLimits(scheme)),
      m_narrow(narrowLimits(scheme)), m_range(range), m_smallestScale(smallestScale)
{
}

FilterGrid GridCandidates::at(Eigen::Index candidate) const
{
    const auto fraction =
        static_cast<float>(kSmallestFraction + (1.0 - kSmallestFraction) *
                                                   static_cast<double>(candidate) / (kCount - 1));
    const float low = std::min(m_range.low, 0.0F) * fraction;
    const float high = std::max(m_range.high, 0.0F) * fraction;
    FilterGrid grid;
    grid.levels.scale =
        std::max(double{chooseScale({low, high}, m_narrow, m_isSymmetric).scale}, m_smallestScale);
    if (!m_isSymmetric && !m_isBinary) {
        grid.zeroPoint = chooseZeroPoint(low, grid.levels.scale, m_narrow);
    }
    grid.levels.low = m_full.qmin - grid.zeroPoint;
    grid.levels.high = m_full.qmax - grid.zeroPoint;
    grid.levels.step = m_isBinary ? 2 : 1;
    return grid;
}

Eigen::RowVectorXd GridCandidates::errors(const Eigen::VectorXd& values,
                                          const Eigen::VectorXd& importance) const
{
    Eigen::RowVectorXd sums = Eigen::RowVectorXd::Zero(kCount);
    for (Eigen::Index candidate = 0; candidate < kCount; ++candidate) {
        const RowGrid levels = at(candidate).levels;
        for (Eigen::Index i = 0; i < values.size(); ++i) {
            const double error = levels.nearest(values[i]) * levels.scale - values[i];
            sums[candidate] += importance[i] * error * error;
        }
    }
    return sums;
}

} // namespace quantoscope::quant
