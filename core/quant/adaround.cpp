// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/adaround.h"

#include "core/base/parallel.h"
#include "core/quant/filter_layout.h"
#include "core/quant/output_loss.h"
#include "core/quant/rounding_learner.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace quantoscope::quant {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using Eigen::VectorXd;

/// Filters that one thread learns together.
constexpr Index kBlock = 64;

Status check(const ReconstructionProblem& problem)
{
    if (!problem.scheme.precision.isInteger() || problem.scheme.precision.bits() < 2) {
        return fail(ErrorCode::InvalidArgument,
                    "AdaRound rounds integer weights of 2 bits and more, not " +
                        toString(problem.scheme.precision));
    }
    if (const Status legal = validate(problem.scheme); !legal) {
        return legal;
    }
    bool isFinite = problem.weights.allFinite();
    for (const InputMoments& group : problem.groups) {
        isFinite = isFinite && group.quantized.allFinite() && group.cross.allFinite();
    }
    return isFinite ? Status{}
                    : fail(ErrorCode::InvalidData,
                           "the weights or the inputs of the calibration pictures are not finite");
}

/// Codes less their zero points, [filters, n], on grids, and what each filter loses by them.
struct Rounded
{
    std::vector<FilterGrid> grids;
    Eigen::MatrixXi codes;
    VectorXd losses;

    void take(Index row, const Rounded& other)
    {
        grids[static_cast<std::size_t>(row)] = other.grids[static_cast<std::size_t>(row)];
        codes.row(row) = other.codes.row(row);
        losses[row] = other.losses[row];
    }
};

VectorXd lossesOf(const OutputLoss& loss, const Rounded& rounded)
{
    MatrixXd values = rounded.codes.cast<double>();
    for (Index row = 0; row < values.rows(); ++row) {
        values.row(row) *=
            double{static_cast<float>(rounded.grids[static_cast<std::size_t>(row)].levels.scale)};
    }
    return loss.of(values);
}

Rounded nearestOn(std::vector<FilterGrid> grids, const ReconstructionProblem& problem,
                  const OutputLoss& loss)
{
    Rounded nearest{std::move(grids), {}, {}};
    std::vector<RowGrid> levels;
    for (const FilterGrid& grid : nearest.grids) {
        levels.push_back(grid.levels);
    }
    nearest.codes = roundToNearest(problem.weights.cast<double>(), levels.data());
    nearest.losses = lossesOf(loss, nearest);
    return nearest;
}

/// Takes of the second what loses less: filter by filter, or all where they share a scale.
void takeBetter(Rounded& first, const Rounded& second, bool sharesScale)
{
    const bool isBetter = second.losses.sum() < first.losses.sum();
    for (Index row = 0; row < first.codes.rows(); ++row) {
        if (sharesScale ? isBetter : second.losses[row] < first.losses[row]) {
            first.take(row, second);
        }
    }
}

/// Empty when it was cancelled.
std::optional<Rounded> learnt(const Rounded& start, const ReconstructionProblem& problem,
                              const OutputLoss& loss, const AdaRoundSettings& settings,
                              const JobContext& context)
{
    std::vector<MatrixXf> hessians(problem.groups.size());
    std::vector<double> units(problem.groups.size());
    parallelFor(hessians.size(), [&](std::size_t g, unsigned) {
        const MatrixXd hessian =
            problem.groups[g].quantized / std::max(problem.groups[g].count, 1.0);
        units[g] = std::max(hessian.diagonal().mean(), 1e-30);
        hessians[g] = (hessian / units[g]).cast<float>();
    });
    Rounded result = start;
    const auto blocks = filterBlocks(problem, kBlock);
    parallelFor(blocks.size(), [&](std::size_t i, unsigned) {
        const FilterBlock& block = blocks[i];
        const MatrixXf weights = problem.weights.middleRows(block.first, block.count).transpose();
        const MatrixXf wanted =
            (loss.wanted().middleRows(block.first, block.count).transpose() / units[block.group])
                .cast<float>();
        const auto own = std::span(start.grids)
                             .subspan(static_cast<std::size_t>(block.first),
                                      static_cast<std::size_t>(block.count));
        RoundingLearner learner(hessians[block.group], wanted, weights.array(), own, settings);
        if (learner.learn(context)) {
            result.codes.middleRows(block.first, block.count) = learner.codes().transpose();
        }
    });
    for (Index i = 0; i < static_cast<Index>(problem.pruned.size()); ++i) {
        if (problem.pruned[static_cast<std::size_t>(i)] != 0) {
            result.codes(i / result.codes.cols(), i % result.codes.cols()) = 0;
        }
    }
    if (context.cancelled()) {
        return std::nullopt;
    }
    result.losses = lossesOf(loss, result);
    return result;
}

} // namespace

Result<ReconstructedLayer> adaRound(const ReconstructionProblem& problem,
                                    const AdaRoundSettings& settings, const JobContext& context)
{
    if (const Status legal = check(problem); !legal) {
        return failFrom(legal);
    }
    const OutputLoss loss(problem);
    ReconstructionProblem kept = problem;
    kept.weights = prunedFilters(problem);
    const bool sharesScale = problem.scheme.granularity == Granularity::PerTensor;
    const Rounded nearest = nearestOn(widestGrids(kept), kept, loss);
    Rounded best = nearest;
    takeBetter(best, nearestOn(leastErrorGrids(kept), kept, loss), sharesScale);
    const auto learned = learnt(best, kept, loss, settings, context);
    if (!learned) {
        return cancelledError();
    }
    takeBetter(best, *learned, false); // on the same grids
    ReconstructedLayer layer = layerOf(problem, best.codes, best.grids);
    const double least = loss.least().sum();
    const auto filters = static_cast<double>(problem.weights.rows());
    layer.error.nearest = (nearest.losses.sum() - least) / filters;
    layer.error.reconstructed = (best.losses.sum() - least) / filters;
    return layer;
}

} // namespace quantoscope::quant
