// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/channel_removal.h"
#include "core/exec/configured_model.h"
#include "core/session/results.h"

namespace quantoscope::session {

/// Fills in the per-layer rows, the size and the average weight bits of an evaluation.
void fillLayerFigures(Evaluation& evaluation, const exec::ConfiguredModel& model,
                      const exec::ModelBinding& binding);

/// A layer's operator as people name it: ONNX's, or DepthwiseConv.
[[nodiscard]] std::string operatorName(const model::Layer& layer);

/// Size in bytes of one layer without the channels it loses and with those that splitting adds:
/// weights at their bits, pruned ones in their sparse format; scales, zero points; bias at 4 bytes
/// a value.
[[nodiscard]] std::int64_t layerBytes(const model::LayerModel& layers, std::size_t index,
                                      const quant::Configuration& configuration,
                                      const exec::ChannelLoss& loss);
/// Multiply-accumulates of one picture without the channels a layer loses and with those that
/// splitting adds. Zeros among the weights that
/// are left count: dense kernels multiply by them.
[[nodiscard]] std::int64_t layerMacs(const model::LayerModel& layers, std::size_t index,
                                     const quant::Configuration& configuration,
                                     const exec::ChannelLoss& loss);

/// Size in bytes of the whole model: all layers, other parameters at 4 bytes a value.
[[nodiscard]] std::int64_t modelBytes(const model::LayerModel& layers,
                                      const quant::Configuration& configuration);

/// Bits of the tensor that a layer reads; 32 where it is FP32.
[[nodiscard]] int inputBits(const exec::ConfiguredModel& model, std::size_t layer,
                            const quant::Configuration& configuration);

/// Bit operations of one picture: MACs * weight bits * bits of the layer's input, summed over the
/// layers with weights; FP32 counts as 32 bits.
[[nodiscard]] double modelBops(const exec::ConfiguredModel& model,
                               const quant::Configuration& configuration);

} // namespace quantoscope::session
