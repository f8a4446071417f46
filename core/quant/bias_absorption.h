// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/equalization.h"
#include "core/quant/input_moments.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace quantoscope::quant {

/// How a layer's outputs lie before their activation function, over windows of the calibration
/// pictures.
struct PreActivation
{
    double mean = 0.0, variance = 0.0;
};

/// Of every filter of a group: mean = w . E[f] + b, variance = w . Cov[f] w, f being what the
/// filter reads in FP32.
/// \param filters [filters, values of a window]  \param biases one a filter
/// \param moments of the same model in FP32 on both sides
[[nodiscard]] std::vector<PreActivation> preActivations(
    const Eigen::Ref<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>&
        filters,
    std::span<const float> biases, const InputMoments& moments);

/// c = max(0, beta - 3 gamma), how much of a channel's bias its ReLU lets pass nearly always:
/// r(x - c) = r(x) - c for all x >= c, with a normal distribution 99.865 % of them.
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.1.3. There beta and gamma are a batch normalization's shift and scale.
/// Those are folded into the weights by the time a model gets here, and many models never had any,
/// so here they are mean and standard deviation over the calibration pictures.
[[nodiscard]] std::vector<float> absorbableBiases(std::span<const PreActivation> channels);

/// The bias of a layer whose inputs are less by inputShifts, and whose outputs are to be less by
/// outputShifts: b[o] - outputShifts[o] + sum over i and taps of W[o, i] * inputShifts[i]. Exact
/// where the layer pads nothing: a padded zero is not less.
/// \param bias as scaled  \param weights as scaled, layout.size() values
[[nodiscard]] std::vector<float> absorbedBias(std::span<const float> bias,
                                              std::span<const float> weights,
                                              const WeightLayout& layout,
                                              const EqualizedLayer& layer);

} // namespace quantoscope::quant
