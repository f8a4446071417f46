// SPDX-License-Identifier: GPL-3.0-or-later
// reconstruct_file IN.json OUT.json: reconstructs one layer; what peer tests compare with NumPy.
// IN: weights [filters, n], quantized and floats [windows, n], extra [windows, filters] or null,
// bits, symmetric, perTensor, hasBias and the steps, or a "method" in their place, "pruning" or
// none
// ("2:4"), "format" in place of bits and "groupSize" or none. OUT: codes or floats,
// scales, zeroPoints, biasShift, errors.
#include "core/quant/correction_method.h"
#include "core/quant/prune_weights.h"
#include "core/quant/quantize.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

using Json = nlohmann::json;
using Matrix = ReconstructionProblem::Matrix;

Eigen::MatrixXd matrixFrom(const Json& rows)
{
    Eigen::MatrixXd matrix(static_cast<Eigen::Index>(rows.size()),
                           static_cast<Eigen::Index>(rows.at(0).size()));
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        for (Eigen::Index c = 0; c < matrix.cols(); ++c) {
            matrix(r, c) = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
        }
    }
    return matrix;
}

InputMoments momentsOf(const Eigen::MatrixXd& quantized, const Eigen::MatrixXd& floats)
{
    InputMoments moments;
    moments.count = static_cast<double>(quantized.rows());
    moments.quantizedSum = quantized.colwise().sum().transpose();
    moments.floatSum = floats.colwise().sum().transpose();
    moments.quantized = quantized.transpose() * quantized;
    moments.cross = quantized.transpose() * floats;
    return moments;
}

Result<Matrix> roundedAs(const WeightScheme& scheme, const Matrix& filters)
{
    const auto rounded =
        quantizeWeights({Shape{filters.rows(), filters.cols()},
                         std::span(filters.data(), static_cast<std::size_t>(filters.size()))},
                        scheme, 0);
    if (!rounded) {
        return failFrom(rounded);
    }
    return Matrix(
        Eigen::Map<const Matrix>(rounded->values.values.data(), filters.rows(), filters.cols()));
}

ReconstructionProblem problemFrom(const Json& json)
{
    ReconstructionProblem problem;
    problem.weights = matrixFrom(json.at("weights")).cast<float>();
    const Eigen::MatrixXd quantized = matrixFrom(json.at("quantized"));
    const Eigen::MatrixXd floats = matrixFrom(json.at("floats"));
    const Eigen::Index groups = json.value("groups", 1);
    if (groups > 1) { // columns belong to one group after the other
        const Eigen::Index n = quantized.cols() / groups;
        for (Eigen::Index g = 0; g < groups; ++g) {
            problem.groups.push_back(
                momentsOf(quantized.middleCols(g * n, n), floats.middleCols(g * n, n)));
        }
    } else {
        problem.groups.push_back(momentsOf(quantized, floats));
    }
    InputMoments& moments = problem.groups.front();
    if (!json.at("extra").is_null()) {
        const Eigen::MatrixXd extra = matrixFrom(json.at("extra"));
        moments.extra = quantized.transpose() * extra;
        moments.extraSum = extra.colwise().sum().transpose();
    }
    problem.scheme.precision = json.contains("format")
                                   ? parsePrecision(json.at("format").get<std::string>()).value()
                                   : Precision::integer(json.at("bits"));
    problem.scheme.symmetric = json.at("symmetric");
    problem.scheme.granularity =
        json.at("perTensor").get<bool>() ? Granularity::PerTensor : Granularity::PerChannel;
    if (json.contains("groupSize")) {
        problem.scheme.granularity = Granularity::PerGroup;
        problem.scheme.groupSize = json.at("groupSize");
    }
    if (!problem.scheme.hasPlainIntegerGrid()) {
        problem.rounded = [scheme = problem.scheme](const Matrix& filters) {
            return roundedAs(scheme, filters);
        };
    }
    problem.hasBias = json.at("hasBias");
    if (json.contains("pruning")) {
        const Eigen::Index n = problem.weights.cols();
        problem.pruned = prunedMask(
            {Shape{problem.weights.rows(), n},
             std::span(problem.weights.data(), static_cast<std::size_t>(problem.weights.size()))},
            parsePruning(json.at("pruning").get<std::string>()).value(), 0);
    }
    return problem;
}

ReconstructionSteps stepsFrom(const Json& json)
{
    ReconstructionSteps steps;
    steps.correctTarget = json.at("correctTarget");
    steps.secondOrder = json.at("secondOrder");
    steps.scaleTrials = json.at("scaleTrials");
    steps.descents = json.at("descents");
    steps.correctBias = json.at("correctBias");
    steps.ridge = json.at("ridge");
    steps.damping = json.at("damping");
    steps.ridgeGrowth = json.value("ridgeGrowth", 0.0);
    steps.dampingGrowth = json.value("dampingGrowth", 0.0);
    return steps;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: reconstruct_file IN.json OUT.json\n";
        return 2;
    }
    const Json json = Json::parse(std::ifstream(argv[1]));
    CorrectionSettings settings;
    settings.method = parseCorrectionMethod(json.value("method", "reconstruction")).value();
    settings.steps = stepsFrom(json);
    settings.adaRound.iterations = json.value("iterations", settings.adaRound.iterations);
    const auto layer = correctLayer(problemFrom(json), settings, {});
    if (!layer) {
        std::cerr << toString(layer.error()) << "\n";
        return 1;
    }
    const std::vector<float> floats(layer->floats.data(),
                                    layer->floats.data() + layer->floats.size());
    std::ofstream(argv[2]) << Json{{"codes", layer->codes},
                                   {"floats", floats},
                                   {"scales", layer->params.scales},
                                   {"zeroPoints", layer->params.zeroPoints},
                                   {"biasShift", layer->biasShift},
                                   {"nearest", layer->error.nearest},
                                   {"reconstructed", layer->error.reconstructed}};
    return 0;
}
