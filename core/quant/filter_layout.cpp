// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/filter_layout.h"

#include "core/base/parallel.h"
#include "core/quant/quantize.h"

#include <algorithm>

namespace quantoscope::quant {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

bool isPerTensor(const ReconstructionProblem& problem)
{
    return problem.scheme.granularity == Granularity::PerTensor;
}

double smallestScale(const ReconstructionProblem& problem, Index row)
{
    const auto& minimum = problem.minimumScales;
    return minimum.empty()
               ? 0.0
               : double{minimum[isPerTensor(problem) ? 0 : static_cast<std::size_t>(row)]};
}

GridCandidates candidatesOf(const ReconstructionProblem& problem, Index row)
{
    const auto& weights = problem.weights;
    const Range range = isPerTensor(problem)
                            ? Range{weights.minCoeff(), weights.maxCoeff()}
                            : Range{weights.row(row).minCoeff(), weights.row(row).maxCoeff()};
    return {problem.scheme, range, smallestScale(problem, row)};
}

} // namespace

ReconstructionProblem::Matrix prunedFilters(const ReconstructionProblem& problem)
{
    ReconstructionProblem::Matrix weights = problem.weights;
    for (std::size_t i = 0; i < problem.pruned.size(); ++i) {
        if (problem.pruned[i] != 0) {
            weights.data()[i] = 0.0F;
        }
    }
    return weights;
}

std::vector<FilterBlock> filterBlocks(const ReconstructionProblem& problem, Index most)
{
    std::vector<FilterBlock> blocks;
    const Index each = problem.weights.rows() / static_cast<Index>(problem.groups.size());
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        for (Index first = 0; first < each; first += most) {
            blocks.push_back(
                {g, static_cast<Index>(g) * each + first, std::min(most, each - first)});
        }
    }
    return blocks;
}

std::vector<FilterGrid> widestGrids(const ReconstructionProblem& problem)
{
    std::vector<FilterGrid> grids;
    for (Index row = 0; row < problem.weights.rows(); ++row) {
        grids.push_back(candidatesOf(problem, row).at(GridCandidates::kCount - 1));
    }
    return grids;
}

std::vector<FilterGrid> leastErrorGrids(const ReconstructionProblem& problem)
{
    const Index filters = problem.weights.rows();
    const VectorXd importance = VectorXd::Ones(problem.weights.cols());
    MatrixXd errors(filters, GridCandidates::kCount);
    parallelFor(static_cast<std::size_t>(filters), [&](std::size_t i, unsigned) {
        const auto row = static_cast<Index>(i);
        errors.row(row) =
            candidatesOf(problem, row)
                .errors(problem.weights.row(row).transpose().cast<double>(), importance);
    });
    if (isPerTensor(problem)) {
        errors.rowwise() = errors.colwise().sum().eval();
    }
    std::vector<FilterGrid> grids;
    for (Index row = 0; row < filters; ++row) {
        Index best = 0;
        errors.row(row).minCoeff(&best);
        grids.push_back(candidatesOf(problem, row).at(best));
    }
    return grids;
}

ReconstructedLayer layerOf(const ReconstructionProblem& problem, const Eigen::MatrixXi& codes,
                           const std::vector<FilterGrid>& grids)
{
    const IntegerLimits limits = fullLimits(problem.scheme);
    ReconstructedLayer layer;
    layer.params.qmin = limits.qmin;
    layer.params.qmax = limits.qmax;
    layer.params.axis = isPerTensor(problem) ? -1 : 0;
    for (std::size_t row = 0; row < (isPerTensor(problem) ? 1 : grids.size()); ++row) {
        layer.params.scales.push_back(static_cast<float>(grids[row].levels.scale));
        layer.params.zeroPoints.push_back(grids[row].zeroPoint);
    }
    for (Index row = 0; row < codes.rows(); ++row) {
        for (Index i = 0; i < codes.cols(); ++i) {
            layer.codes.push_back(codes(row, i) + grids[static_cast<std::size_t>(row)].zeroPoint);
        }
    }
    return layer;
}

MatrixXd valuesOf(const ReconstructedLayer& layer, Index filters)
{
    const Index n = static_cast<Index>(layer.codes.size()) / filters;
    MatrixXd values(filters, n);
    for (Index row = 0; row < filters; ++row) {
        const std::size_t slice =
            layer.params.scales.size() == 1 ? 0 : static_cast<std::size_t>(row);
        for (Index i = 0; i < n; ++i) {
            values(row, i) = double{layer.params.scales[slice]} *
                             (layer.codes[static_cast<std::size_t>(row * n + i)] -
                              layer.params.zeroPoints[slice]);
        }
    }
    return values;
}

double outputError(const ReconstructionProblem& problem, const MatrixXd& values, bool isCentered)
{
    double sum = 0.0;
    double outputs = 0.0;
    const Index each = problem.weights.rows() / static_cast<Index>(problem.groups.size());
    const MatrixXd difference = values - problem.weights.cast<double>();
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        const InputMoments& given = problem.groups[g];
        const auto rows = difference.middleRows(static_cast<Index>(g) * each, each);
        const MatrixXd hessian = isCentered ? given.centered().quantized : given.quantized;
        sum += (rows * hessian).cwiseProduct(rows).sum();
        outputs += given.count * static_cast<double>(each);
    }
    return sum / std::max(outputs, 1.0);
}

} // namespace quantoscope::quant
