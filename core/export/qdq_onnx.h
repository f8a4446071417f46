// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/layers.h"
#include "core/quant/quantize.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::exporting {

/// Everything an exporter needs of a configured model, ready-made: it runs nothing.
struct QuantizedModel
{
    const model::LayerModel* layers = nullptr;
    std::shared_ptr<const void> owner; ///< of `layers`, where nobody else keeps them
    /// By layer name; a missing layer keeps its FP32 weights. FP16 weights have values but no grid.
    std::map<std::string, quant::QuantizedWeights> weights;
    /// By layer name, in the order of the bias tensor; a missing layer keeps its own bias.
    std::map<std::string, std::vector<float>> biases;
    /// By tensor name; a missing site stays in FP32.
    std::map<std::string, quant::QuantParams> activations;
};

/// The model with QuantizeLinear/DequantizeLinear (QDQ) pairs at every quantized activation and
/// DequantizeLinear behind integer weights and int32 biases, computing exactly what the emulation
/// computes.
///
/// Weights: int4/uint4, int8/uint8 or int16/uint16, the narrowest that holds the grid. FP16 weights
/// as
///          float16 and Cast.
/// Activations: int8/uint8 or int16/uint16. A grid narrower than its type gets a Clip before
/// QuantizeLinear.
///          A tensor that only moves quantized values (MaxPool, Reshape) gets a pair with the same
///          parameters where a layer that computes in integers reads it.
/// Biases: int32 with scale = input scale * weight scale where input and weights are integers, the
/// bias is
///          the operator's own input and int32 holds it; float32 otherwise.
/// Opset: the model's own (13 at least) when every type has 8 bits, else raised to 21.
/// Names of inputs, outputs and sites are kept; what produces a site is renamed "<site>_float".
///
/// Errors: InvalidArgument for an entry that names nothing in the model, ShapeMismatch for codes
/// that do not fit their layer, Unsupported naming a node that cannot be raised to the opset.
/// Source: ONNX operators QuantizeLinear and DequantizeLinear, versions 13 and 21; Jacob et al.
/// 2018, section 2.4 (biases).
[[nodiscard]] Result<model::Graph> toQdqGraph(const QuantizedModel& quantized);

} // namespace quantoscope::exporting
