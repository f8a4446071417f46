// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/session/high_bias_network.h"

#include "tests/core/model/graph_making.h"

#include <algorithm>
#include <random>
#include <vector>

namespace quantoscope::tests {
namespace {

using Ints = std::vector<std::int64_t>;

std::vector<float> random(std::size_t count, float size)
{
    std::mt19937 engine(static_cast<unsigned>(count));
    std::normal_distribution<float> normal(0.0F, size);
    std::vector<float> values(count);
    std::ranges::generate(values, [&] { return normal(engine); });
    return values;
}

} // namespace

model::Graph highBiasNetwork()
{
    model::GraphMaker maker;
    maker.input("x", {-1, 3, 16, 16})
        .weights("w1", {8, 3, 3, 3}, random(216, 0.2F))
        .weights("b1", {8}, std::vector<float>(8, 8.0F))
        .weights("w2", {8, 8, 3, 3}, random(576, 0.1F))
        .weights("b2", {8}, random(8, 0.1F))
        .weights("w3", {6, 8, 3, 3}, random(432, 0.1F))
        .weights("b3", {6}, random(6, 0.1F))
        .weights("w4", {4, 6, 1, 1}, random(24, 0.5F))
        .weights("b4", {4}, random(4, 0.1F))
        .node("Conv", {"x", "w1", "b1"}, {"c1"})
        .node("Relu", {"c1"}, {"r1"})
        .node("Conv", {"r1", "w2", "b2"}, {"c2"})
        .node("Relu", {"c2"}, {"r2"})
        .node("Conv", {"r2", "w3", "b3"}, {"c3"}, {{"pads", Ints{1, 1, 1, 1}}})
        .node("Relu", {"c3"}, {"r3"})
        .node("Conv", {"r3", "w4", "b4"}, {"y"})
        .shape("y", {-1, 4, 12, 12})
        .output("y");
    return maker.graph();
}

} // namespace quantoscope::tests
