// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::quant {

/// What equalization does to one layer in FP32: W'[o, i] = W[o, i] * inputScales[i] /
/// outputScales[o], b'[o] = b[o] / outputScales[o] - outputShifts[o] + sum over i and taps of
/// W'[o, i] * inputShifts[i]. Scales are positive, empty ones are 1; shifts are not negative, empty
/// ones are 0 (core/quant/bias_absorption.h).
struct EqualizedLayer
{
    std::vector<float> outputScales = {}; ///< one an output channel
    std::vector<float> inputScales = {};  ///< one an input channel, of all groups
    std::vector<float> outputShifts = {}; ///< one an output channel; a ReLU is all that follows
    std::vector<float> inputShifts = {}; ///< one an input channel, of all groups; nothing is padded
    friend bool operator==(const EqualizedLayer&, const EqualizedLayer&) = default;
};

/// A model's layers whose channels are scaled before anything is quantized, by name. Chosen so that
/// the model in FP32 computes what it did before; with shifts, where a ReLU's inputs are not less
/// than them. Immutable, shared by configurations.
struct Equalization
{
    std::map<std::string, EqualizedLayer> layers;
    friend bool operator==(const Equalization&, const Equalization&) = default;
};

/// Where a weight tensor has its channels: [out, in / groups, taps], or [in, out] where transposed.
struct WeightLayout
{
    std::size_t groups = 1, inChannels = 1, outChannels = 1, taps = 1;
    bool isTransposed = false;

    [[nodiscard]] std::size_t size() const { return outChannels * inChannels / groups * taps; }
    [[nodiscard]] std::size_t outputOf(std::size_t value) const;
    [[nodiscard]] std::size_t inputOf(std::size_t value) const;
};

/// Largest magnitude of each output channel's weights (r1 of what writes a stream), and of each
/// input channel's (r2 of what reads it). \param weights layout.size() values
[[nodiscard]] std::vector<float> outputRanges(std::span<const float> weights,
                                              const WeightLayout& layout);
[[nodiscard]] std::vector<float> inputRanges(std::span<const float> weights,
                                             const WeightLayout& layout);

/// s_i = sqrt(r1_i r2_i) / r2_i, after which both sides have the range sqrt(r1_i r2_i); 1 where one
/// of them is zero.
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", equation 11.
[[nodiscard]] std::vector<float> equalizingScales(std::span<const float> writers,
                                                  std::span<const float> readers);

/// W' of an EqualizedLayer. \param weights layout.size() values
[[nodiscard]] std::vector<float> equalizedWeights(std::span<const float> weights,
                                                  const WeightLayout& layout,
                                                  const EqualizedLayer& layer);
/// b' of an EqualizedLayer without shifts.
[[nodiscard]] std::vector<float> equalizedBias(std::span<const float> bias,
                                               const EqualizedLayer& layer);

} // namespace quantoscope::quant
