// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/correction_method.h"

#include "core/quant/filter_layout.h"
#include "core/quant/float_fit.h"
#include "core/quant/quantize.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace quantoscope::quant {
namespace {

using Eigen::Index;
using Matrix = ReconstructionProblem::Matrix;

/// What rounding by the Hessian is without the other steps of a reconstruction.
ReconstructionSteps gptqSteps(double damping)
{
    ReconstructionSteps steps;
    steps.correctTarget = false;
    steps.scaleTrials = 0;
    steps.descents = 0;
    steps.correctBias = false;
    steps.damping = damping;
    steps.dampingGrowth = 0.0;
    return steps;
}

/// Without its error.
Result<ReconstructedLayer> roundedToNearest(const ReconstructionProblem& problem)
{
    if (!problem.scheme.hasPlainIntegerGrid()) {
        return ReconstructedLayer();
    }
    const Matrix weights = prunedFilters(problem);
    auto rounded =
        quantizeWeights({Shape{weights.rows(), weights.cols()},
                         std::span(weights.data(), static_cast<std::size_t>(weights.size()))},
                        problem.scheme, 0, problem.minimumScales);
    if (!rounded) {
        return failFrom(rounded);
    }
    ReconstructedLayer layer;
    layer.codes = std::move(rounded->codes);
    layer.params = std::move(rounded->params);
    return layer;
}

/// Real values of the weights rounded to nearest, [filters, n].
Result<Eigen::MatrixXd> nearestValues(const ReconstructionProblem& problem,
                                      const ReconstructedLayer& layer)
{
    if (problem.scheme.hasPlainIntegerGrid()) {
        return valuesOf(layer, problem.weights.rows());
    }
    const auto rounded = problem.rounded(prunedFilters(problem));
    return rounded ? Result<Eigen::MatrixXd>(rounded->cast<double>()) : failFrom(rounded);
}

/// A layer rounded to nearest, and its real values, [filters, n].
struct Nearest
{
    ReconstructedLayer layer;
    Eigen::MatrixXd values;
};

/// Without its error.
Result<Nearest> nearestWithValues(const ReconstructionProblem& problem)
{
    auto layer = roundedToNearest(problem);
    if (!layer) {
        return failFrom(layer);
    }
    auto values = nearestValues(problem, *layer);
    return values ? Result<Nearest>(Nearest{*std::move(layer), *std::move(values)})
                  : failFrom(values);
}

Result<Nearest> measuredNearest(const ReconstructionProblem& problem)
{
    auto rounded = nearestWithValues(problem);
    if (rounded) {
        rounded->layer.error.nearest = outputError(problem, rounded->values, false);
        rounded->layer.error.reconstructed = rounded->layer.error.nearest;
    }
    return rounded;
}

Result<ReconstructedLayer> nearest(const ReconstructionProblem& problem)
{
    auto rounded = measuredNearest(problem);
    return rounded ? Result<ReconstructedLayer>(std::move(rounded->layer)) : failFrom(rounded);
}

/// What the means of the layer's outputs are to be raised by: W E[f] - Q E[a].
std::vector<float> meanErrors(const ReconstructionProblem& problem, const Eigen::MatrixXd& values)
{
    const Index each = problem.weights.rows() / static_cast<Index>(problem.groups.size());
    std::vector<float> shift;
    for (Index row = 0; row < problem.weights.rows(); ++row) {
        const InputMoments& group = problem.groups[static_cast<std::size_t>(row / each)];
        const double sum = problem.weights.row(row).cast<double>().dot(group.floatSum) -
                           values.row(row).dot(group.quantizedSum);
        shift.push_back(static_cast<float>(sum / std::max(group.count, 1.0)));
    }
    return shift;
}

Result<ReconstructedLayer> biasCorrected(const ReconstructionProblem& problem)
{
    auto rounded = measuredNearest(problem);
    if (!rounded) {
        return failFrom(rounded);
    }
    ReconstructedLayer& layer = rounded->layer;
    if (problem.hasBias) {
        layer.biasShift = meanErrors(problem, rounded->values);
        layer.error.reconstructed = outputError(problem, rounded->values, true);
    }
    return std::move(layer);
}

/// The same with the means that batch normalization tells of.
Result<ReconstructedLayer> biasCorrectedAnalytically(const ReconstructionProblem& problem)
{
    auto rounded = nearestWithValues(problem);
    if (!rounded) {
        return failFrom(rounded);
    }
    ReconstructedLayer& layer = rounded->layer;
    std::vector<float> shifts = meanErrors(problem, rounded->values);
    for (const float shift : shifts) {
        layer.error.nearest += double{shift} * double{shift} / static_cast<double>(shifts.size());
    }
    layer.error.reconstructed = problem.hasBias ? 0.0 : layer.error.nearest;
    if (problem.hasBias) {
        layer.biasShift = std::move(shifts);
    }
    return std::move(layer);
}

bool learnsRounding(const WeightScheme& scheme)
{
    return scheme.hasPlainIntegerGrid() && scheme.precision.integerBits > 1;
}

Result<ReconstructedLayer> fitted(const ReconstructionProblem& problem,
                                  const ReconstructionSteps& steps)
{
    return problem.scheme.hasPlainIntegerGrid() ? reconstruct(problem, steps)
                                                : fitFloats(problem, steps);
}

} // namespace

std::string toString(CorrectionMethod method)
{
    switch (method) {
    case CorrectionMethod::Reconstruction:
        return "reconstruction";
    case CorrectionMethod::Gptq:
        return "gptq";
    case CorrectionMethod::AdaRound:
        return "adaround";
    case CorrectionMethod::BiasCorrection:
        return "bias-correction";
    case CorrectionMethod::BiasCorrectionAnalytic:
        return "bias-correction-analytic";
    case CorrectionMethod::Nearest:
        return "nearest";
    }
    return {};
}

Result<CorrectionMethod> parseCorrectionMethod(std::string_view text)
{
    std::string wanted(text);
    std::ranges::transform(wanted, wanted.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string list;
    for (const CorrectionMethod method : kCorrectionMethods) {
        if (toString(method) == wanted) {
            return method;
        }
        list += (list.empty() ? "" : ", ") + toString(method);
    }
    return fail(ErrorCode::InvalidArgument,
                "\"" + std::string(text) + "\" is no way to correct weights; use one of " + list);
}

bool canCorrect(CorrectionMethod method, const ReconstructionProblem& problem)
{
    switch (method) {
    case CorrectionMethod::AdaRound:
        return learnsRounding(problem.scheme);
    case CorrectionMethod::Gptq:
        return problem.scheme.hasPlainIntegerGrid() || !problem.pruned.empty();
    case CorrectionMethod::BiasCorrection:
    case CorrectionMethod::BiasCorrectionAnalytic:
        return problem.hasBias;
    case CorrectionMethod::Nearest:
        return false;
    default:
        return true;
    }
}

Result<ReconstructedLayer> correctLayer(const ReconstructionProblem& problem,
                                        const CorrectionSettings& settings,
                                        const JobContext& context)
{
    switch (settings.method) {
    case CorrectionMethod::Reconstruction:
        return fitted(problem, settings.steps);
    case CorrectionMethod::Gptq:
        return fitted(problem, gptqSteps(settings.gptqDamping));
    case CorrectionMethod::AdaRound:
        return learnsRounding(problem.scheme) ? adaRound(problem, settings.adaRound, context)
                                              : nearest(problem);
    case CorrectionMethod::BiasCorrection:
        return biasCorrected(problem);
    case CorrectionMethod::BiasCorrectionAnalytic:
        return biasCorrectedAnalytically(problem);
    case CorrectionMethod::Nearest:
        return nearest(problem);
    }
    return fail(ErrorCode::InvalidArgument, "there is no such way to correct weights");
}

} // namespace quantoscope::quant
