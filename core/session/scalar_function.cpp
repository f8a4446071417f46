// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scalar_function.h"

#include "core/model/operator_kinds.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace quantoscope::session {
namespace {

using Function = std::function<double(double)>;

ScalarFunction clipping(double low, double high)
{
    return {[low, high](double x) { return std::min(std::max(x, low), high); },
            ScalarFunction::Clip{low, high}, std::nullopt};
}

ScalarFunction affine(double factor, double offset)
{
    return {[factor, offset](double x) { return x * factor + offset; }, std::nullopt, factor,
            offset};
}

double sigmoid(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

double softplus(double x)
{
    return std::log1p(std::exp(-std::abs(x))) + std::max(x, 0.0);
}

Function hardSigmoid(double alpha, double beta)
{
    return [alpha, beta](double x) { return std::clamp(alpha * x + beta, 0.0, 1.0); };
}

/// The only value of a constant input; `missing` where it is left out, empty where it is computed.
std::optional<double> scalarInput(const model::Graph& graph, const model::Node& node,
                                  std::size_t index, std::optional<double> missing)
{
    if (index >= node.inputs.size() || node.inputs[index] == model::kNoTensor) {
        return missing;
    }
    const model::Constant* constant = model::constantInput(graph, node, index);
    const auto values = constant != nullptr ? model::floatValues(*constant) : std::vector<float>{};
    return values.size() == 1 ? std::optional<double>(double{values.front()}) : std::nullopt;
}

std::optional<ScalarFunction> clipOf(const model::Graph& graph, const model::Node& node)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto low = scalarInput(graph, node, 1, -kInfinity);
    const auto high = scalarInput(graph, node, 2, kInfinity);
    return low && high ? std::optional(clipping(*low, *high)) : std::nullopt;
}

/// Add, Max and their like beside one constant value.
std::optional<ScalarFunction> besideConstant(const model::Graph& graph, const model::Node& node)
{
    if (node.inputs.size() != 2) {
        return std::nullopt;
    }
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const auto second = scalarInput(graph, node, 1, std::nullopt);
    const auto first = scalarInput(graph, node, 0, std::nullopt);
    const auto value = second ? second : first;
    if (!value || (first && second)) {
        return std::nullopt;
    }
    const double c = *value;
    const std::string& op = node.opType;
    if (op == "Max") {
        return clipping(c, kInfinity);
    }
    if (op == "Min") {
        return clipping(-kInfinity, c);
    }
    if (op == "Add") {
        return affine(1.0, c);
    }
    if (op == "Sub") {
        return second ? affine(1.0, -c) : affine(-1.0, c);
    }
    if (op == "Mul") {
        return affine(c, 0.0);
    }
    return op == "Div" && second && c != 0.0 ? std::optional(affine(1.0 / c, 0.0)) : std::nullopt;
}

std::optional<Function> namedFunction(const model::Node& node)
{
    static const std::map<std::string, Function> kFunctions{
        {"Sigmoid", sigmoid},
        {"Softplus", softplus},
        {"Tanh", [](double x) { return std::tanh(x); }},
        {"Erf", [](double x) { return std::erf(x); }},
        {"HardSwish", [](double x) { return x * std::clamp(x / 6.0 + 0.5, 0.0, 1.0); }},
        {"Mish", [](double x) { return x * std::tanh(softplus(x)); }},
    };
    if (node.opType == "LeakyRelu") {
        const double slope = double{model::floatAttribute(node, "alpha", 0.01F)};
        return [slope](double x) { return x < 0.0 ? slope * x : x; };
    }
    if (node.opType == "HardSigmoid") {
        return hardSigmoid(double{model::floatAttribute(node, "alpha", 0.2F)},
                           double{model::floatAttribute(node, "beta", 0.5F)});
    }
    const auto found = kFunctions.find(node.opType);
    return found == kFunctions.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<ScalarFunction> scalarFunction(const model::Graph& graph, const model::Node& node)
{
    if (!node.domain.empty() || node.inputs.empty()) {
        return std::nullopt;
    }
    if (node.opType == "Relu") {
        return clipping(0.0, std::numeric_limits<double>::infinity());
    }
    if (node.opType == "Clip") {
        return clipOf(graph, node);
    }
    if (auto function = namedFunction(node)) {
        return ScalarFunction{*std::move(function), std::nullopt, std::nullopt};
    }
    return besideConstant(graph, node);
}

} // namespace quantoscope::session
