// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/accumulator.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace quantoscope::quant {
namespace {

/// Codes of 17 bits or fewer, so many that int32 holds their sum.
constexpr std::size_t kSummedAtOnce = 16384;

struct Signed
{
    std::int64_t positive = 0, negative = 0;
};

/// Sums of the codes of weights with the same scale. Weights are codes but for three roundings of a
/// float32, less than a tenth even of the largest code; std::lround would be a call.
Signed summedUp(std::span<const float> weights, float scale)
{
    const float steps = 1.0F / scale;
    Signed sums;
    for (std::size_t first = 0; first < weights.size(); first += kSummedAtOnce) {
        const std::size_t end = std::min(first + kSummedAtOnce, weights.size());
        std::int32_t positive = 0;
        std::int32_t negative = 0;
        for (std::size_t i = first; i < end; ++i) {
            const float value = weights[i] * steps;
            const auto code = static_cast<std::int32_t>(value + (value < 0.0F ? -0.5F : 0.5F));
            positive += std::max(code, 0);
            negative += std::min(code, 0);
        }
        sums.positive += positive;
        sums.negative += negative;
    }
    return sums;
}

} // namespace

std::int32_t biasCode(float bias, float scale)
{
    const double code = scale > 0.0F ? std::nearbyint(double{bias} / double{scale}) : 0.0;
    return static_cast<std::int32_t>(std::clamp(code, -kLargestBiasCode, kLargestBiasCode));
}

CodeSums codeSums(std::span<const float> values, const QuantParams& grid, const SumLayout& layout)
{
    CodeSums sums;
    sums.positive.resize(layout.outputChannels());
    sums.negative.resize(layout.outputChannels());
    sums.scales.resize(layout.outputChannels());
    for (std::size_t o = 0; o < layout.outer; ++o) {
        const std::size_t first = o * layout.groups / layout.outer * layout.channels;
        for (std::size_t c = 0; c < layout.channels; ++c) {
            const float scale = grid.scales[grid.isPerTensor() ? 0 : c];
            const Signed row = summedUp(values.subspan(0, layout.inner), scale);
            values = values.subspan(layout.inner);
            sums.positive[first + c] += row.positive;
            sums.negative[first + c] += row.negative;
            sums.scales[first + c] = scale;
        }
    }
    return sums;
}

std::vector<SumReach> sumReach(const CodeSums& sums, const InputLevels& input,
                               std::span<const std::int32_t> biases)
{
    std::vector<SumReach> reach(sums.positive.size());
    for (std::size_t i = 0; i < reach.size(); ++i) {
        const std::int64_t bias = biases.empty() ? 0 : biases[i % biases.size()];
        reach[i].lowest = sums.positive[i] * input.low + sums.negative[i] * input.high +
                          std::min<std::int64_t>(bias, 0);
        reach[i].highest = sums.positive[i] * input.high + sums.negative[i] * input.low +
                           std::max<std::int64_t>(bias, 0);
    }
    return reach;
}

int signedBits(const SumReach& reach)
{
    // -2^(n-1) needs as many bits as 2^(n-1) - 1, which is its complement.
    const auto below = static_cast<std::uint64_t>(~std::min<std::int64_t>(reach.lowest, -1));
    const auto above = static_cast<std::uint64_t>(std::max<std::int64_t>(reach.highest, 0));
    return 1 + static_cast<int>(std::bit_width(std::max(below, above)));
}

AccumulatorFigures accumulatorFigures(std::span<const SumReach> reach)
{
    AccumulatorFigures figures;
    figures.channels = static_cast<std::int64_t>(reach.size());
    for (const SumReach& each : reach) {
        const int bits = signedBits(each);
        figures.bits = std::max(figures.bits, bits);
        figures.over16 += bits > 16 ? 1 : 0;
        figures.over32 += bits > 32 ? 1 : 0;
    }
    return figures;
}

} // namespace quantoscope::quant
