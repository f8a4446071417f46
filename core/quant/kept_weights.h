// SPDX-License-Identifier: GPL-3.0-or-later
// Private to filter_targets.cpp: least squares over those weights of a filter that are not pruned.
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// Places of the zeros of a mask: weights that stay, ascending.
[[nodiscard]] std::vector<Eigen::Index> keptPlaces(std::span<const std::uint8_t> pruned);

/// The filter that does best with zeros everywhere but at `places`: v minimises v^T H v - 2 r^T v.
/// With r = H w that is Optimal Brain Compression's optimum for a fixed mask (Frantar & Alistarh
/// 2022, section 4), which SparseGPT (2023) approximates for layers that are too large for it.
/// \param hessian symmetric and positive definite, [n, n]
/// \param right   r, [n]
/// \return v, [n]
[[nodiscard]] Eigen::VectorXd leastSquaresOf(const std::vector<Eigen::Index>& places,
                                             const Eigen::MatrixXd& hessian,
                                             const Eigen::VectorXd& right);

} // namespace quantoscope::quant
