// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace quantoscope::quant {

/// Second moments of what a linear map reads: a is its input in the quantized model, f the same in
/// FP32, d what its output ought to have besides W f (the error of a branch that is added to it).
/// Everything a least-squares problem needs; sums over windows, n values each.
struct InputMoments
{
    double count = 0.0;
    Eigen::VectorXd quantizedSum; ///< sum a, [n]
    Eigen::VectorXd floatSum;     ///< sum f, [n]
    Eigen::VectorXd extraSum;     ///< sum d, [outputs]; empty: nothing is added
    Eigen::MatrixXd quantized;    ///< sum a a^T, [n, n]
    Eigen::MatrixXd cross;        ///< sum a f^T, [n, n]
    Eigen::MatrixXd extra;        ///< sum a d^T, [n, outputs]; may be empty

    /// The same about the means, where a bias can make up for what means do.
    [[nodiscard]] InputMoments centered() const;
};

} // namespace quantoscope::quant
