// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/same_function.h"

#include "core/model/input_shapes.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace quantoscope::exec {
namespace {

Result<std::unique_ptr<Request>> runOnRandomInput(Engine& engine, const model::Graph& graph)
{
    const auto compiled = engine.compile(model::withBatch(graph, 1));
    if (!compiled) {
        return failFrom(compiled);
    }
    auto request = (*compiled)->newRequest();
    if (!request) {
        return request;
    }
    std::mt19937 generator(1);
    std::normal_distribution<float> normal;
    for (std::size_t i = 0; i < graph.inputs.size(); ++i) {
        for (float& value : (*request)->input(i)) {
            value = normal(generator);
        }
    }
    const Status ran = (*request)->run();
    if (!ran) {
        return failFrom(ran);
    }
    return request;
}

} // namespace

Result<double> largestDifference(Engine& engine, const model::Graph& a, const model::Graph& b)
{
    const auto left = runOnRandomInput(engine, a);
    if (!left) {
        return failFrom(left);
    }
    const auto right = runOnRandomInput(engine, b);
    if (!right) {
        return failFrom(right);
    }
    double difference = 0.0;
    double magnitude = 1e-30;
    for (std::size_t i = 0; i < a.outputs.size(); ++i) {
        const TensorView x = (*left)->output(i);
        const TensorView y = (*right)->output(i);
        if (x.values.size() != y.values.size()) {
            return fail(ErrorCode::ShapeMismatch,
                        "the simplified model gives " + toString(y.shape) +
                            " where the original gives " + toString(x.shape),
                        "output " + a.tensor(a.outputs[i]).name);
        }
        for (std::size_t k = 0; k < x.values.size(); ++k) {
            difference =
                std::max(difference, static_cast<double>(std::abs(x.values[k] - y.values[k])));
            magnitude = std::max(magnitude, std::abs(static_cast<double>(x.values[k])));
        }
    }
    return difference / magnitude;
}

} // namespace quantoscope::exec
