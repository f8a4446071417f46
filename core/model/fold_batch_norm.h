// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <cstdint>
#include <memory>

namespace quantoscope::model {

/// Merges BatchNormalization into the Conv, ConvTranspose, Gemm or MatMul (of matrices) before it:
///   W' = W * s per output channel, b' = (b - mean) * s + B, s = scale / sqrt(var + epsilon),
/// computed in double. Only where all parameters are float32 constants and nobody else reads what
/// lies between; a weight that others share is copied first. A MatMul gets an Add for b'. The node
/// lists the BatchNormalization as absorbed, the tensor keeps what that told about its values
/// (TensorInfo::statistics). `folded` is raised by their number.
/// Mul, Div, Add and Sub of a constant for each channel, or of one for all, behind a Conv,
/// ConvTranspose or Gemm are merged likewise, as learned scales come (PaddlePaddle); an Add for
/// each channel behind one without bias stays, being its bias.
/// Source: Jacob et al. 2018, section 3.2; ONNX operator BatchNormalization.
[[nodiscard]] Graph withBatchNormsFolded(const Graph& graph, std::int64_t& folded);

/// Means and deviations of what a BatchNormalization makes: beta and |gamma|; null where they are
/// no float32 constants.
[[nodiscard]] std::shared_ptr<const NormalStatistics> statisticsOf(const Graph& graph,
                                                                   const Node& batchNorm);

} // namespace quantoscope::model
