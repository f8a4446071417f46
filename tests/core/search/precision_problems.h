// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/mixed_precision.h"

#include <cmath>
#include <functional>
#include <random>

namespace quantoscope::tests {

/// Layers whose loss falls fourfold a bit from a level of their own, with some scatter.
inline std::vector<search::LayerOptions> randomLayers(std::size_t count, std::vector<int> bits,
                                                      unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    std::vector<search::LayerOptions> layers;
    for (std::size_t i = 0; i < count; ++i) {
        search::LayerOptions layer;
        layer.name = "layer" + std::to_string(i);
        layer.weights = static_cast<std::int64_t>(500.0 * std::exp(1.5 * normal(generator))) + 1;
        const double level = std::exp(2.0 * normal(generator));
        for (const int width : bits) {
            const double loss = level * std::pow(4.0, -width) * std::exp(0.3 * normal(generator));
            layer.choices.push_back({width, (layer.weights * width + 7) / 8 + 4,
                                     layer.weights * 100 * width * 8, loss});
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

/// Every assignment of a small problem.
inline void forEveryAssignment(const search::PrecisionProblem& problem,
                               const std::function<void(const search::FrontPoint&)>& visit)
{
    std::vector<std::size_t> digits(problem.choices().size(), 0);
    while (true) {
        search::Assignment bits;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            bits.push_back(problem.choices()[i][digits[i]].bits);
        }
        visit(*problem.point(bits));
        std::size_t place = 0;
        while (place < digits.size() && ++digits[place] == problem.choices()[place].size()) {
            digits[place++] = 0;
        }
        if (place == digits.size()) {
            return;
        }
    }
}

} // namespace quantoscope::tests
