// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/float_fit.h"

#include "core/base/parallel.h"
#include "core/quant/filter_layout.h"
#include "core/quant/filter_targets.h"

namespace quantoscope::quant {
namespace {

using Matrix = ReconstructionProblem::Matrix;

Result<std::vector<FilterTargets>> fittedGroups(const ReconstructionProblem& problem,
                                                const ReconstructionSteps& steps)
{
    std::vector<FilterTargets> groups = groupsOf(problem);
    parallelFor(groups.size(), [&](std::size_t g, unsigned) {
        setMoments(groups[g], problem, g, steps);
        setGoals(groups[g], problem, steps);
    });
    if (!problem.pruned.empty()) {
        fitKept(groups, problem, steps);
    }
    if (const Status usable = checkTargets(groups); !usable) {
        return failFrom(usable);
    }
    return groups;
}

Matrix targetsOf(const std::vector<FilterTargets>& groups, const ReconstructionProblem& problem)
{
    Matrix targets(problem.weights.rows(), problem.weights.cols());
    for (const FilterTargets& group : groups) {
        targets.middleRows(group.first, group.count) = group.targets.cast<float>();
    }
    return targets;
}

} // namespace

Result<ReconstructedLayer> fitFloats(const ReconstructionProblem& problem,
                                     const ReconstructionSteps& steps)
{
    const auto groups = fittedGroups(problem, steps);
    if (!groups) {
        return failFrom(groups);
    }
    const auto own = problem.rounded(prunedFilters(problem));
    Matrix targets = targetsOf(*groups, problem);
    const auto fitted = problem.rounded(targets);
    if (!own || !fitted) {
        return failFrom(!own ? own : fitted);
    }
    ReconstructedLayer layer;
    layer.error.nearest = goalError(*groups, own->cast<double>());
    layer.error.reconstructed = goalError(*groups, fitted->cast<double>());
    const bool isBetter = layer.error.reconstructed < layer.error.nearest;
    if (isBetter) {
        layer.floats = std::move(targets);
    } else {
        layer.error.reconstructed = layer.error.nearest;
    }
    if (problem.hasBias && steps.correctBias) {
        layer.biasShift = biasShifts(*groups, problem, (isBetter ? *fitted : *own).cast<double>());
    }
    return layer;
}

} // namespace quantoscope::quant
