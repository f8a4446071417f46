// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/quant_params.h"
#include "core/quant/row_rounding.h"

#include <Eigen/Core>

#include <cstdint>

namespace quantoscope::quant {

/// Limits of a weight grid in full: symmetric ones reach to -2^(b-1).
[[nodiscard]] IntegerLimits fullLimits(const WeightScheme& scheme);

[[nodiscard]] Range rangeOf(const Eigen::VectorXd& values);

/// Levels of a filter's weights and the zero point of their codes.
struct FilterGrid
{
    RowGrid levels;
    std::int32_t zeroPoint = 0;
};

/// Grids worth trying for a filter: from 0.3 of its range to all of it, in even steps.
class GridCandidates
{
public:
    static constexpr Eigen::Index kCount = 36;

    /// \param smallestScale no candidate has a smaller one
    GridCandidates(const WeightScheme& scheme, Range range, double smallestScale);

    [[nodiscard]] FilterGrid at(Eigen::Index candidate) const;
    /// Squared error of rounding the values to nearest on each candidate, weighted by importance.
    [[nodiscard]] Eigen::RowVectorXd errors(const Eigen::VectorXd& values,
                                            const Eigen::VectorXd& importance) const;

private:
    bool m_isBinary, m_isSymmetric;
    IntegerLimits m_full, m_narrow; ///< the narrow ones set the scale
    Range m_range;
    double m_smallestScale;
};

} // namespace quantoscope::quant
