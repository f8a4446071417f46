// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the files that fit weights by least squares.
#pragma once

#include "core/quant/reconstruction.h"

#include <Eigen/Core>

#include <vector>

namespace quantoscope::quant {

/// A group of filters that share their inputs, and the weights they are to have before rounding.
struct FilterTargets
{
    Eigen::Index first = 0, count = 0; ///< filters
    InputMoments moments;              ///< about the means where there is a bias
    Eigen::MatrixXd goals;             ///< [filters, n]; what the outputs are measured against
    Eigen::MatrixXd targets; ///< [filters, n]; the same with zeros where weights are pruned
};

/// The problem's groups with their moments; without goals.
[[nodiscard]] std::vector<FilterTargets> groupsOf(const ReconstructionProblem& problem);
void setMoments(FilterTargets& group, const ReconstructionProblem& problem, std::size_t index,
                const ReconstructionSteps& steps);

/// Sets goals, and targets as if nothing were pruned: the weights themselves, or those that do best
/// on the inputs the layer really gets,
///
///     V = (W F A^T + D A^T + ridge W) (A A^T + ridge)^-1.
void setGoals(FilterTargets& group, const ReconstructionProblem& problem,
              const ReconstructionSteps& steps);

/// Sets targets by least squares over the weights that each filter keeps, on all cores.
void fitKept(std::vector<FilterTargets>& groups, const ReconstructionProblem& problem,
             const ReconstructionSteps& steps);

/// Places of the weights that a filter keeps.
[[nodiscard]] std::vector<Eigen::Index> keptPlacesOf(const ReconstructionProblem& problem,
                                                     Eigen::Index filter);

/// A part of a Hessian's diagonal, larger where few windows tell of many inputs.
[[nodiscard]] double grownPart(const InputMoments& moments, double part, double growth);

/// InvalidData where a target is not finite.
[[nodiscard]] Status checkTargets(const std::vector<FilterTargets>& groups);

/// Raises of the biases for values [filters, n] that the filters get: W E[f] + E[d] - Q E[a].
[[nodiscard]] std::vector<float> biasShifts(const std::vector<FilterTargets>& groups,
                                            const ReconstructionProblem& problem,
                                            const Eigen::MatrixXd& values);

/// Mean over windows and filters of |(Q - goal) a|^2, for values [filters, n]; on all cores.
[[nodiscard]] double goalError(const std::vector<FilterTargets>& groups,
                               const Eigen::MatrixXd& values);

} // namespace quantoscope::quant
