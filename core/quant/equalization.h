// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::quant {

/// What equalization does to one layer in FP32 (a normalization has outputScales alone, by which
/// its gain and its offset are divided): W'[o, i] = W[o, i] * inputScales[i] /
/// outputScales[o], b'[o] = b[o] / outputScales[o] - outputShifts[o] + sum over i and taps of
/// W'[o, i] * inputShifts[i]. Scales are positive, empty ones are 1; shifts are not negative, empty
/// ones are 0 (core/quant/bias_absorption.h).
struct EqualizedLayer
{
    std::vector<float> outputScales = {}; ///< one an output channel
    std::vector<float> inputScales = {};  ///< one an input channel, of all groups
    std::vector<float> outputShifts = {}; ///< one an output channel; a ReLU is all that follows
    std::vector<float> inputShifts = {}; ///< one an input channel, of all groups; nothing is padded
    /// SmoothQuant's alpha, 0 to 1, where that chose inputScales.
    std::optional<double> smoothingAlpha = {};
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

/// What an equalization (may be null) does to one layer; nothing where it does not name it.
[[nodiscard]] EqualizedLayer equalizationOf(const std::shared_ptr<const Equalization>& equalization,
                                            const std::string& layer);

/// An equalization without the layers that it does nothing to; null where none is left.
[[nodiscard]] std::shared_ptr<const Equalization> withoutIdleLayers(Equalization equalization);

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

/// s_i = a_i^alpha / r_i^(1 - alpha), a_i being the largest magnitude of a channel of activations
/// and r_i that of the weights which read it: with x' = x / s and W' = diag(s) W the weights take
/// over what outliers make hard to quantize in the activations. 1 where one of them is zero.
/// \param alpha from 0 to 1; the larger, the more goes to the weights
/// Source: Xiao et al. 2023, "SmoothQuant: Accurate and Efficient Post-Training Quantization for
/// Large Language Models", equation 4.
[[nodiscard]] std::vector<float> smoothingScales(std::span<const float> activations,
                                                 std::span<const float> readers, double alpha);

/// W' of an EqualizedLayer. \param weights layout.size() values
[[nodiscard]] std::vector<float> equalizedWeights(std::span<const float> weights,
                                                  const WeightLayout& layout,
                                                  const EqualizedLayer& layer);
/// b' of an EqualizedLayer without shifts.
[[nodiscard]] std::vector<float> equalizedBias(std::span<const float> bias,
                                               const EqualizedLayer& layer);

} // namespace quantoscope::quant
