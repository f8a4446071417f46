// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/quant/adaround.h"
#include "core/quant/grid_candidates.h"

#include <Eigen/Core>

#include <span>

namespace quantoscope::quant {

/// Filters that share their inputs, one column each, as AdaRound learns to round them; see
/// adaRound(). In steps z of each filter's grid its loss is (H z - 2 w)^T z, H = E[a a^T] / u and
/// w = E[a (W f)^T] / (u s).
class RoundingLearner
{
public:
    /// \param hessian H, [n, n]; outlives this
    /// \param wanted  w s, [n, filters]
    /// \param weights [n, filters]
    RoundingLearner(const Eigen::MatrixXf& hessian, const Eigen::MatrixXf& wanted,
                    const Eigen::ArrayXXf& weights, std::span<const FilterGrid> grids,
                    const AdaRoundSettings& settings);

    /// False when it was cancelled.
    [[nodiscard]] bool learn(const JobContext& context);

    /// Each weight rounded up where h(V) is one half or more, [n, filters], less the zero points.
    [[nodiscard]] Eigen::MatrixXi codes() const;

private:
    using Row = Eigen::Array<float, 1, Eigen::Dynamic>;

    [[nodiscard]] Eigen::ArrayXXf clipped(const Eigen::ArrayXXf& codes) const;
    [[nodiscard]] Eigen::ArrayXXf gradient(int iteration) const;
    /// Derivative of lambda (1 - |2 h - 1|^beta) by h.
    [[nodiscard]] Eigen::ArrayXXf regulariser(const Eigen::ArrayXXf& rounding, int iteration) const;

    const Eigen::MatrixXf& m_hessian;
    Eigen::MatrixXf m_wanted; ///< in steps
    AdaRoundSettings m_settings;
    Row m_low, m_high;
    Eigen::ArrayXXf m_floors, m_values; ///< m_values: V
};

} // namespace quantoscope::quant
