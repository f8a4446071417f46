// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/filter_targets.h"

#include "core/base/parallel.h"
#include "core/quant/kept_weights.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <span>

namespace quantoscope::quant {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Filters worked on together by one thread.
constexpr Index kBlock = 16;

MatrixXd weightsOf(const FilterTargets& group, const ReconstructionProblem& problem)
{
    return problem.weights.middleRows(group.first, group.count).cast<double>();
}

double ridgeOf(const FilterTargets& group, const ReconstructionSteps& steps)
{
    return grownPart(group.moments, steps.ridge, steps.ridgeGrowth) *
               group.moments.quantized.diagonal().mean() +
           1e-9;
}

MatrixXd ridged(const FilterTargets& group, const ReconstructionSteps& steps)
{
    MatrixXd hessian = group.moments.quantized;
    hessian.diagonal().array() += ridgeOf(group, steps);
    return hessian;
}

/// As roundingOrder() damps it.
MatrixXd damped(const FilterTargets& group, const ReconstructionSteps& steps)
{
    MatrixXd hessian = group.moments.quantized;
    hessian.diagonal().array() += grownPart(group.moments, steps.damping, steps.dampingGrowth) *
                                      group.moments.quantized.diagonal().mean() +
                                  1e-9;
    return hessian;
}

/// A (W f + d)^T with the ridge towards W, [n, filters].
MatrixXd wantedOf(const FilterTargets& group, const MatrixXd& weights,
                  const ReconstructionSteps& steps)
{
    const InputMoments& moments = group.moments;
    MatrixXd right =
        moments.cross * weights.transpose() + ridgeOf(group, steps) * weights.transpose();
    if (moments.extra.size() > 0) {
        right += moments.extra;
    }
    return right;
}

/// Blocks of filters, each within one group.
std::vector<std::pair<std::size_t, Index>> blocksOf(const std::vector<FilterTargets>& groups)
{
    std::vector<std::pair<std::size_t, Index>> blocks; // group, first filter in it
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (Index first = 0; first < groups[g].count; first += kBlock) {
            blocks.emplace_back(g, first);
        }
    }
    return blocks;
}

} // namespace

std::vector<FilterTargets> groupsOf(const ReconstructionProblem& problem)
{
    std::vector<FilterTargets> groups(problem.groups.size());
    const Index each = problem.weights.rows() / static_cast<Index>(problem.groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        groups[g].first = static_cast<Index>(g) * each;
        groups[g].count = each;
    }
    return groups;
}

void setMoments(FilterTargets& group, const ReconstructionProblem& problem, std::size_t index,
                const ReconstructionSteps& steps)
{
    const InputMoments& given = problem.groups[index];
    group.moments = problem.hasBias && steps.correctBias ? given.centered() : given;
}

void setGoals(FilterTargets& group, const ReconstructionProblem& problem,
              const ReconstructionSteps& steps)
{
    const MatrixXd weights = weightsOf(group, problem);
    if (steps.correctTarget) {
        MatrixXd hessian = ridged(group, steps);
        const Eigen::LLT<Eigen::Ref<MatrixXd>> factored(hessian);
        group.goals = factored.solve(wantedOf(group, weights, steps)).transpose();
    } else {
        group.goals = weights;
    }
    group.targets = group.goals;
}

void fitKept(std::vector<FilterTargets>& groups, const ReconstructionProblem& problem,
             const ReconstructionSteps& steps)
{
    std::vector<MatrixXd> hessians(groups.size());
    std::vector<MatrixXd> wanted(groups.size());
    parallelFor(groups.size(), [&](std::size_t g, unsigned) {
        const MatrixXd weights = weightsOf(groups[g], problem);
        hessians[g] = steps.correctTarget ? ridged(groups[g], steps) : damped(groups[g], steps);
        wanted[g] = steps.correctTarget ? wantedOf(groups[g], weights, steps)
                                        : MatrixXd(hessians[g] * weights.transpose());
    });
    parallelFor(static_cast<std::size_t>(problem.weights.rows()), [&](std::size_t row, unsigned) {
        const auto filter = static_cast<Index>(row);
        const auto g = static_cast<std::size_t>(filter / groups.front().count);
        const Index own = filter - groups[g].first;
        groups[g].targets.row(own) =
            leastSquaresOf(keptPlacesOf(problem, filter), hessians[g], wanted[g].col(own))
                .transpose();
    });
}

std::vector<Index> keptPlacesOf(const ReconstructionProblem& problem, Index filter)
{
    const auto n = static_cast<std::size_t>(problem.weights.cols());
    return keptPlaces(std::span(problem.pruned).subspan(static_cast<std::size_t>(filter) * n, n));
}

double grownPart(const InputMoments& moments, double part, double growth)
{
    const auto inputs = static_cast<double>(moments.quantized.rows());
    return part * (1.0 + growth * inputs / std::max(moments.count, 1.0));
}

Status checkTargets(const std::vector<FilterTargets>& groups)
{
    const bool areFinite = std::ranges::all_of(
        groups, [](const FilterTargets& group) { return group.targets.allFinite(); });
    return areFinite ? Status{}
                     : fail(ErrorCode::InvalidData,
                            "the weights or the inputs of the calibration pictures are not finite");
}

std::vector<float> biasShifts(const std::vector<FilterTargets>& groups,
                              const ReconstructionProblem& problem, const MatrixXd& values)
{
    std::vector<float> shifts;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const FilterTargets& group = groups[g];
        const InputMoments& given = problem.groups[g];
        VectorXd sum = weightsOf(group, problem) * given.floatSum -
                       values.middleRows(group.first, group.count) * given.quantizedSum;
        if (given.extraSum.size() > 0) {
            sum += given.extraSum;
        }
        for (Index i = 0; i < group.count; ++i) {
            shifts.push_back(static_cast<float>(sum[i] / std::max(given.count, 1.0)));
        }
    }
    return shifts;
}

double goalError(const std::vector<FilterTargets>& groups, const MatrixXd& values)
{
    const auto blocks = blocksOf(groups);
    VectorXd squares(static_cast<Index>(blocks.size()));
    parallelFor(blocks.size(), [&](std::size_t i, unsigned) {
        const auto& [g, first] = blocks[i];
        const FilterTargets& group = groups[g];
        const Index count = std::min(kBlock, group.count - first);
        const MatrixXd difference =
            (values.middleRows(group.first + first, count) - group.goals.middleRows(first, count))
                .transpose();
        squares[static_cast<Index>(i)] =
            (group.moments.quantized * difference).cwiseProduct(difference).sum();
    });
    double outputs = 0.0;
    for (const FilterTargets& group : groups) {
        outputs += group.moments.count * static_cast<double>(group.count);
    }
    return squares.sum() / std::max(outputs, 1.0);
}

} // namespace quantoscope::quant
