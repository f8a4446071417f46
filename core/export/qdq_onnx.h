// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/quantize.h"

#include <map>
#include <string>

namespace quantoscope::exporting {

/// Everything an exporter needs of a configured model, ready-made: it runs nothing.
struct QuantizedModel
{
    const model::LayerModel* layers = nullptr;
    /// By layer name; a missing layer keeps its FP32 weights. FP16 weights have values but no grid.
    std::map<std::string, quant::QuantizedWeights> weights;
    /// By tensor name; a missing site stays in FP32.
    std::map<std::string, quant::QuantParams> activations;
};

/// The model with QuantizeLinear/DequantizeLinear pairs at every quantized activation and
/// DequantizeLinear behind integer weights and int32 biases (scale = input scale * weight scale).
/// Opset 13 when every grid has 8 bits, else raised to 21 (INT4, INT16). Widths without an ONNX type (1, 2, 3, 5, 6, 7 bits)
/// are stored in the next wider type with the same scale, so that the values are exactly those of the emulation.
/// One-bit weights are stored as int8 -1 and +1. FP16 weights as float16 and Cast.
/// Source: ONNX operators QuantizeLinear and DequantizeLinear, versions 13 and 21.
[[nodiscard]] Result<model::Graph> toQdqGraph(const QuantizedModel& quantized);

} // namespace quantoscope::exporting
