// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace quantoscope::session {

/// E[x] of every channel of a tensor, in FP32.
struct ChannelMeans
{
    std::vector<double> means;
    std::size_t axis = 1; ///< of the channels
};

/// The means of all tensors, by id, as far as they follow from batch normalization (statistics of
/// folded ones, beta and gamma of others); without a picture. Activation functions take the mean of
/// a function of a normal distribution: in closed form where they clip, else by quadrature.
/// Sums and concatenations of tensors, pooling by averages and what only moves values carry means
/// along; a function of such a tensor (a ReLU behind a residual sum), MaxPool and products of
/// different tensors are not known. Padding is ignored, as in the paper: near the borders means are
/// off.
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.2.1.
[[nodiscard]] std::vector<std::optional<ChannelMeans>> channelMeans(const model::Graph& graph);

} // namespace quantoscope::session
