// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/output_loss.h"

#include "core/base/parallel.h"

#include <Eigen/Cholesky>

#include <algorithm>

namespace quantoscope::quant {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

OutputLoss::OutputLoss(const ReconstructionProblem& problem)
    : m_problem(problem), m_wanted(problem.weights.rows(), problem.weights.cols()),
      m_each(problem.weights.rows() / static_cast<Index>(problem.groups.size()))
{
    forGroups([&](const InputMoments& group, Index first) {
        m_wanted.middleRows(first, m_each) =
            problem.weights.middleRows(first, m_each).cast<double>() * group.cross.transpose() /
            std::max(group.count, 1.0);
    });
}

VectorXd OutputLoss::of(const MatrixXd& values) const
{
    VectorXd losses(values.rows());
    forGroups([&](const InputMoments& group, Index first) {
        const auto own = values.middleRows(first, m_each);
        const MatrixXd pulled = own * group.quantized / std::max(group.count, 1.0) -
                                2.0 * m_wanted.middleRows(first, m_each);
        losses.segment(first, m_each) = pulled.cwiseProduct(own).rowwise().sum();
    });
    return losses;
}

VectorXd OutputLoss::least() const
{
    MatrixXd best(m_wanted.rows(), m_wanted.cols());
    forGroups([&](const InputMoments& group, Index first) {
        MatrixXd hessian = group.quantized / std::max(group.count, 1.0);
        hessian.diagonal().array() += 1e-6 * hessian.diagonal().mean() + 1e-12;
        best.middleRows(first, m_each) =
            hessian.llt().solve(m_wanted.middleRows(first, m_each).transpose()).transpose();
    });
    return of(best);
}

void OutputLoss::forGroups(const std::function<void(const InputMoments&, Index)>& body) const
{
    parallelFor(m_problem.groups.size(), [&](std::size_t g, unsigned) {
        body(m_problem.groups[g], static_cast<Index>(g) * m_each);
    });
}

} // namespace quantoscope::quant
