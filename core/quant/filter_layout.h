// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/grid_candidates.h"
#include "core/quant/reconstruction.h"

#include <cstdint>
#include <vector>

namespace quantoscope::quant {

/// Some filters of a layer that share their inputs; what one thread works on.
struct FilterBlock
{
    std::size_t group = 0;
    Eigen::Index first = 0, count = 0; ///< filters of the whole layer
};

/// The problem's weights with zeros where they are pruned.
[[nodiscard]] ReconstructionProblem::Matrix prunedFilters(const ReconstructionProblem& problem);

/// The filters of a problem in blocks of at most `most`, group after group.
[[nodiscard]] std::vector<FilterBlock> filterBlocks(const ReconstructionProblem& problem,
                                                    Eigen::Index most);

/// The grid that rounding to nearest has for each filter: from its least to its greatest weight.
[[nodiscard]] std::vector<FilterGrid> widestGrids(const ReconstructionProblem& problem);

/// The grid of least squared error for each filter, or for all together where the scheme has one
/// scale a tensor.
[[nodiscard]] std::vector<FilterGrid> leastErrorGrids(const ReconstructionProblem& problem);

/// Codes (less their zero points, [filters, n]) and grids as a layer without a bias shift.
[[nodiscard]] ReconstructedLayer layerOf(const ReconstructionProblem& problem,
                                         const Eigen::MatrixXi& codes,
                                         const std::vector<FilterGrid>& grids);

/// Real values of a layer's codes, [filters, n].
[[nodiscard]] Eigen::MatrixXd valuesOf(const ReconstructedLayer& layer, Eigen::Index filters);

/// Mean of |(Q - W) a|^2 over windows and filters, a being the layer's inputs in the quantized
/// model.
/// \param isCentered a bias makes up for the means
[[nodiscard]] double outputError(const ReconstructionProblem& problem,
                                 const Eigen::MatrixXd& values, bool isCentered);

} // namespace quantoscope::quant
