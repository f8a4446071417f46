// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <cstdint>

namespace quantoscope::model {

/// Output channels of a weight layer (of all groups).
[[nodiscard]] std::int64_t outputChannels(const Graph& graph, const Layer& layer);

/// Multiply-accumulates of the layer's main node for one input; 0 for operators without products
/// and while an extent other than the batch is unknown.
///   Conv: output elements * input channels per group * kernel; ConvTranspose: input elements *
///   output channels per group * kernel; Gemm and MatMul: output elements * inner extent.
[[nodiscard]] std::int64_t multiplyAccumulates(const Graph& graph, const Layer& layer);

} // namespace quantoscope::model
