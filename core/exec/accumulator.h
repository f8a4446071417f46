// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"

#include <cstddef>
#include <optional>

namespace quantoscope::exec {

/// Which weights of a layer are added up into the same output. Empty where there is not one scale
/// for each such sum. A transposed convolution's strides are left out of account: an output of it
/// sums up some of the weights that count here.
/// \param grid of the weights
[[nodiscard]] std::optional<quant::SumLayout>
sumLayout(const model::LayerModel& layers, std::size_t layer, const quant::QuantParams& grid);

/// What a layer asks of its accumulator; empty where its weights or its input are on no static
/// integer grid. Biases are counted as int32 codes.
[[nodiscard]] std::optional<quant::AccumulatorFigures>
accumulatorFigures(const BoundWeights& weights, const std::optional<quant::QuantParams>& inputGrid);

} // namespace quantoscope::exec
