// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <cstdint>

namespace quantoscope::quant {

/// Levels that the weights of one filter may have: scale * (low, low + step, .., high).
struct RowGrid
{
    double scale = 1.0;
    std::int32_t low = -8, high = 7; ///< codes less their zero point
    std::int32_t step = 1;           ///< 2 for signs

    [[nodiscard]] std::int32_t nearest(double value) const;
};

/// A Hessian ready for rounding weight after weight, the most important ones first.
struct RoundingOrder
{
    Eigen::VectorXi order;   ///< by falling diagonal
    Eigen::MatrixXd factor;  ///< H = R R^T in that order, R upper triangular
    Eigen::MatrixXd hessian; ///< damped, in the given order
};
/// \param hessian symmetric, [n, n]
/// \param damping of the mean of its diagonal, added to it (as GPTQ, 0.01)
[[nodiscard]] RoundingOrder roundingOrder(const Eigen::MatrixXd& hessian, double damping);

/// Rounds filters one weight after the other; each is first moved by what makes up best for the
/// errors made so far. With e = target - rounded this is the nearest-plane walk over |R^T e|^2,
/// the same as spreading every error by the inverse Hessian. Sources: Frantar et al. 2022 (GPTQ,
/// algorithm 1); Babai 1986 (nearest plane).
/// \param targets [filters, n]
/// \param grids   one a filter
/// \return codes, [filters, n]
[[nodiscard]] Eigen::MatrixXi roundSecondOrder(const Eigen::MatrixXd& targets,
                                               const RoundingOrder& order, const RowGrid* grids);

/// Rounds to the nearest level. \return codes, [filters, n]
[[nodiscard]] Eigen::MatrixXi roundToNearest(const Eigen::MatrixXd& targets, const RowGrid* grids);

/// Moves single weights to other levels as long as that lowers e^T H e, e = scale * codes - target,
/// at most `sweeps` times over all (coordinate descent). Never makes a filter worse.
/// \return e^T H e of every filter then, [filters], as roundingLoss() but for the last bits
Eigen::VectorXd descend(const Eigen::MatrixXd& targets, const Eigen::MatrixXd& hessian,
                        const RowGrid* grids, int sweeps, Eigen::MatrixXi& codes);

/// e^T H e of every filter, [filters].
[[nodiscard]] Eigen::VectorXd roundingLoss(const Eigen::MatrixXd& targets,
                                           const Eigen::MatrixXd& hessian, const RowGrid* grids,
                                           const Eigen::MatrixXi& codes);

} // namespace quantoscope::quant
