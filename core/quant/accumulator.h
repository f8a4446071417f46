// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the integer accumulator of a layer must be.
#pragma once

#include "core/quant/quant_params.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// Largest bias in steps of input scale * weight scale. A runtime adds a bias to a sum of products
/// in int32: half of the range for each of them. Runtimes do not saturate there (ONNX Runtime was
/// seen to wrap around).
inline constexpr double kLargestBiasCode = 1073741824.0;
/// Code of a bias at a scale (input scale * weight scale), ties to even, at most kLargestBiasCode
/// away from 0; 0 where the scale is not positive.
[[nodiscard]] std::int32_t biasCode(float bias, float scale);

/// Which weights are summed up into the same output: weight (o, c, i) is at
/// (o * channels + c) * inner + i and belongs to output channel o * groups / outer * channels + c.
struct SumLayout
{
    std::size_t outer = 1, channels = 1, inner = 1;
    std::size_t groups = 1; ///< divides outer
    [[nodiscard]] std::size_t outputChannels() const { return groups * channels; }
};

/// Sums of a layer's weight codes, zero points taken off, by output channel: of those above and of
/// those below 0, and the scale of the channel's weights.
struct CodeSums
{
    std::vector<std::int64_t> positive; ///< each >= 0
    std::vector<std::int64_t> negative; ///< each <= 0
    std::vector<float> scales;
};
/// \param values weights on their grid, scale * code, as many as the layout has
/// \param grid   one scale for all, or one for each of the layout's channels; at most 16 bits wide
[[nodiscard]] CodeSums codeSums(std::span<const float> values, const QuantParams& grid,
                                const SumLayout& layout);

/// The lowest and the highest value that any partial sum of a channel can take.
struct SumReach
{
    std::int64_t lowest = 0;  ///< <= 0
    std::int64_t highest = 0; ///< >= 0
    friend bool operator==(const SumReach&, const SumReach&) = default;
};

/// Codes of a layer's input, counted from zero (the zero point taken off).
struct InputLevels
{
    std::int32_t low = 0;  ///< <= 0
    std::int32_t high = 0; ///< >= 0
};

/// Reach of the sums of every output channel, in whatever order products and bias are added and
/// whatever the input is: highest = positive * high + negative * low, lowest = positive * low +
/// negative * high; a bias widens the side it lies on. Reached by the input that is at one end of
/// its grid where weights are positive and at the other where they are negative.
/// Source: Colbert, Pappalardo & Petri-Koenig, "A2Q: Accumulator-Aware Quantization with Guaranteed
/// Overflow Avoidance", ICCV 2023, section 3 (accumulator bounds), with the signs of the weights
/// and the exact ends of the input's grid in place of the l1 norm and a number of bits.
/// \param biases codes, for channel i that at i modulo their number; empty: none
[[nodiscard]] std::vector<SumReach> sumReach(const CodeSums& sums, const InputLevels& input,
                                             std::span<const std::int32_t> biases);

/// The smallest n so that the reach lies within [-2^(n-1), 2^(n-1) - 1].
[[nodiscard]] int signedBits(const SumReach& reach);

/// What a layer asks of its accumulator.
struct AccumulatorFigures
{
    int bits = 0; ///< signed width that no input can overflow in any channel
    std::int64_t channels = 0;
    std::int64_t over16 = 0; ///< channels that could overflow 16 bits
    std::int64_t over32 = 0; ///< channels that could overflow 32 bits
    friend bool operator==(const AccumulatorFigures&, const AccumulatorFigures&) = default;
};
[[nodiscard]] AccumulatorFigures accumulatorFigures(std::span<const SumReach> reach);

} // namespace quantoscope::quant
