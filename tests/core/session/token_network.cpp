// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/session/token_network.h"

#include "tests/core/model/graph_making.h"

#include <algorithm>
#include <random>
#include <vector>

namespace quantoscope::tests {
namespace {

using Ints = std::vector<std::int64_t>;

std::vector<float> random(std::size_t count, float mean, float deviation)
{
    std::mt19937 engine(static_cast<unsigned>(count));
    std::normal_distribution<float> normal(mean, deviation);
    std::vector<float> values(count);
    std::ranges::generate(values, [&] { return normal(engine); });
    return values;
}

/// Every eighth channel is so many times larger.
std::vector<float> withOutliers(std::vector<float> values, std::size_t channels, float factor)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] *= i % channels % 8 == 3 ? factor : 1.0F;
    }
    return values;
}

} // namespace

model::Graph tokenNetwork()
{
    model::GraphMaker maker(17);
    maker.input("x", {-1, 3, 16, 16})
        .weights("w0", {16, 3, 4, 4}, random(768, 0.0F, 0.2F))
        .weights("b0", {16}, random(16, 0.0F, 0.1F))
        .integers("tokens", {0, 16, 16})
        .weights("gamma", {16}, withOutliers(random(16, 1.0F, 0.1F), 16, 40.0F))
        .weights("beta", {16}, withOutliers(random(16, 0.0F, 0.3F), 16, 40.0F))
        .weights("w1", {16, 32}, withOutliers(random(512, 0.0F, 0.25F), 32, 15.0F))
        .weights("b1", {32}, random(32, 0.1F, 0.2F))
        .weights("w2", {32, 16}, random(512, 0.0F, 0.2F))
        .weights("b2", {16}, random(16, 0.0F, 0.1F))
        .weights("gain", {16}, withOutliers(random(16, 1.0F, 0.1F), 16, 30.0F))
        .weights("offset", {1, 1, 16}, random(16, 0.0F, 0.3F))
        .weights("w3", {16, 4}, random(64, 0.0F, 0.3F))
        .node("Conv", {"x", "w0", "b0"}, {"c"}, {{"strides", Ints{4, 4}}})
        .node("Reshape", {"c", "tokens"}, {"r"})
        .node("Transpose", {"r"}, {"t"}, {{"perm", Ints{0, 2, 1}}})
        .node("LayerNormalization", {"t", "gamma", "beta"}, {"n"}, {{"axis", std::int64_t{-1}}})
        .node("MatMul", {"n", "w1"}, {"m1"})
        .node("Add", {"m1", "b1"}, {"a1"})
        .node("Relu", {"a1"}, {"h"})
        .node("MatMul", {"h", "w2"}, {"m2"})
        .node("Add", {"m2", "b2"}, {"a2"})
        .node("Add", {"a2", "t"}, {"s"})
        .node("Tanh", {"s"}, {"z"})
        .node("Mul", {"z", "gain"}, {"g"})
        .node("Add", {"g", "offset"}, {"o"})
        .node("MatMul", {"o", "w3"}, {"y"})
        .shape("y", {-1, 16, 4})
        .output("y");
    return maker.graph();
}

} // namespace quantoscope::tests
