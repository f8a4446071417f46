// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <functional>
#include <limits>
#include <optional>

namespace quantoscope::session {

/// What a node does to every value by itself; clips are told apart, since the mean of a clipped
/// normal distribution has a closed form.
struct ScalarFunction
{
    std::function<double(double)> of;
    struct Clip
    {
        double low = -std::numeric_limits<double>::infinity();
        double high = std::numeric_limits<double>::infinity();
    };
    std::optional<Clip> clip;     ///< `of` is this clip
    std::optional<double> factor; ///< `of` is x * factor + offset
    double offset = 0.0;
};

/// Of nodes with one computed input: Relu, Clip, LeakyRelu, sigmoids, HardSwish, Mish, Softplus,
/// Tanh, Erf, and Max, Min, Add, Sub, Mul, Div beside a constant of one value. Empty for others.
/// Source: the ONNX specification of these operators.
[[nodiscard]] std::optional<ScalarFunction> scalarFunction(const model::Graph& graph,
                                                           const model::Node& node);

} // namespace quantoscope::session
