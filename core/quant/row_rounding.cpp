// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/row_rounding.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantoscope::quant {
namespace {

/// Errors of the filters, [n, filters]: what one filter needs lies together.
Eigen::MatrixXd errorsOf(const Eigen::MatrixXd& targets, const RowGrid* grids,
                         const Eigen::MatrixXi& codes)
{
    Eigen::MatrixXd errors(targets.cols(), targets.rows());
    for (Eigen::Index row = 0; row < targets.rows(); ++row) {
        errors.col(row) = codes.row(row).transpose().cast<double>() * grids[row].scale -
                          targets.row(row).transpose();
    }
    return errors;
}

/// One sweep over the weights of a filter. \return whether anything moved
bool sweep(const Eigen::MatrixXd& hessian, const RowGrid& grid, Eigen::MatrixXd::ColXpr gradient,
           Eigen::MatrixXi::RowXpr codes)
{
    bool moved = false;
    for (Eigen::Index i = 0; i < gradient.size(); ++i) {
        const double curvature = hessian(i, i);
        if (curvature <= 0.0) {
            continue;
        }
        const double best = codes[i] * grid.scale - gradient[i] / curvature;
        const std::int32_t code = grid.nearest(best);
        if (code != codes[i]) {
            gradient += (code - codes[i]) * grid.scale * hessian.col(i);
            codes[i] = code;
            moved = true;
        }
    }
    return moved;
}

} // namespace

std::int32_t RowGrid::nearest(double value) const
{
    const double steps = std::nearbyint((value / scale - low) / step);
    const double last = (high - low) / step;
    return low + step * static_cast<std::int32_t>(std::clamp(steps, 0.0, last));
}

RoundingOrder roundingOrder(const Eigen::MatrixXd& hessian, double damping)
{
    const Eigen::Index n = hessian.rows();
    RoundingOrder result;
    result.hessian = hessian;
    result.order.resize(n);
    std::iota(result.order.begin(), result.order.end(), 0);
    std::stable_sort(result.order.begin(), result.order.end(),
                     [&](int a, int b) { return hessian(a, a) > hessian(b, b); });
    const double added = damping * hessian.diagonal().mean() + 1e-9;
    // The factor of the reversed matrix, reversed, is the upper one: H = R R^T.
    Eigen::MatrixXd reversed(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        for (Eigen::Index j = 0; j < n; ++j) {
            reversed(i, j) = hessian(result.order[n - 1 - i], result.order[n - 1 - j]);
        }
        reversed(i, i) += added;
        result.hessian(i, i) += added;
    }
    const Eigen::LLT<Eigen::MatrixXd> factored(reversed);
    result.factor = Eigen::MatrixXd(factored.matrixL()).reverse();
    return result;
}

Eigen::MatrixXi roundSecondOrder(const Eigen::MatrixXd& targets, const RoundingOrder& order,
                                 const RowGrid* grids)
{
    const Eigen::Index n = targets.cols();
    const Eigen::Index filters = targets.rows();
    Eigen::MatrixXi codes(filters, n);
    Eigen::MatrixXd errors(filters, n); // in the order of rounding
    for (Eigen::Index i = 0; i < n; ++i) {
        const int column = order.order[i];
        const double pivot = order.factor(i, i);
        Eigen::VectorXd wanted = targets.col(column);
        if (i > 0) {
            wanted.noalias() += errors.leftCols(i) * (order.factor.col(i).head(i) / pivot);
        }
        for (Eigen::Index row = 0; row < filters; ++row) {
            codes(row, column) = grids[row].nearest(wanted[row]);
            errors(row, i) = targets(row, column) - codes(row, column) * grids[row].scale;
        }
    }
    return codes;
}

Eigen::MatrixXi roundToNearest(const Eigen::MatrixXd& targets, const RowGrid* grids)
{
    Eigen::MatrixXi codes(targets.rows(), targets.cols());
    for (Eigen::Index row = 0; row < targets.rows(); ++row) {
        for (Eigen::Index i = 0; i < targets.cols(); ++i) {
            codes(row, i) = grids[row].nearest(targets(row, i));
        }
    }
    return codes;
}

Eigen::VectorXd descend(const Eigen::MatrixXd& targets, const Eigen::MatrixXd& hessian,
                        const RowGrid* grids, int sweeps, Eigen::MatrixXi& codes)
{
    Eigen::MatrixXd gradients = hessian * errorsOf(targets, grids, codes);
    for (Eigen::Index row = 0; row < targets.rows(); ++row) {
        for (int i = 0;
             i < sweeps && sweep(hessian, grids[row], gradients.col(row), codes.row(row)); ++i) {
        }
    }
    return gradients.cwiseProduct(errorsOf(targets, grids, codes)).colwise().sum().transpose();
}

Eigen::VectorXd roundingLoss(const Eigen::MatrixXd& targets, const Eigen::MatrixXd& hessian,
                             const RowGrid* grids, const Eigen::MatrixXi& codes)
{
    const Eigen::MatrixXd errors = errorsOf(targets, grids, codes);
    return (hessian * errors).cwiseProduct(errors).colwise().sum().transpose();
}

} // namespace quantoscope::quant
