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

/// An activation quantizer that is no static integer grid.
struct FloatActivation
{
    quant::ActivationScheme scheme; ///< FP16, static FP8, or INT8 with a zero point and the ranges
                                    ///< of each picture
    float scale = 1.0F;             ///< FP8 only
};

/// Everything an exporter needs of a configured model, ready-made: it runs nothing.
struct QuantizedModel
{
    const model::LayerModel* layers = nullptr;
    std::shared_ptr<const void> owner; ///< of `layers`, where nobody else keeps them
    /// By layer name; a missing layer keeps its FP32 weights. FP16, BF16 and pruned FP32 weights
    /// have values but no grid.
    std::map<std::string, quant::QuantizedWeights> weights;
    /// By layer name: what the weights are; missing: integers with one scale a tensor or channel,
    /// or FP16 where they have no grid.
    std::map<std::string, quant::WeightScheme> schemes;
    /// By layer name, in the order of the bias tensor; a missing layer keeps its own bias.
    std::map<std::string, std::vector<float>> biases;
    /// By tensor name; a missing site stays in FP32.
    std::map<std::string, quant::QuantParams> activations;
    /// By tensor name.
    std::map<std::string, FloatActivation> floatActivations;
};

/// The model with QuantizeLinear/DequantizeLinear (QDQ) pairs at every quantized activation and
/// DequantizeLinear behind integer weights and int32 biases, computing exactly what the emulation
/// computes.
///
/// Weights: int4/uint4, int8/uint8 or int16/uint16, the narrowest that holds the grid. FP16 and
///          BF16 as such, and Cast. FP8 as float8 (opset 19). FP4 as int8 codes of twice its values
///          and half its scale, since runtimes lack it. Groups and MX blocks by blocks of
///          DequantizeLinear (opset 21) along a matrix of channels, and Reshape; where output
///          channels are not the first axis, as float32 values that are on the grid.
/// Activations: int8/uint8 or int16/uint16. A grid narrower than its type gets a Clip before
/// QuantizeLinear.
///          A tensor that only moves quantized values (MaxPool, Reshape) gets a pair with the same
///          parameters where a layer that computes in integers reads it.
///          FP16: Clip and two Casts. Static FP8: a pair of opset 19. Dynamic INT8:
///          DynamicQuantizeLinear, whose range is that of the whole batch: run one picture at a
///          time.
/// Split channels: Gather in front of the layer doubles them in its input, between two pairs of the
///          same parameters where the input is quantized, so that it moves integers; the weights
///          have the added channels behind their own.
/// Biases: int32 with scale = input scale * weight scale where input and weights are integers, the
/// bias is
///          the operator's own input and int32 holds it; float32 otherwise.
/// Opset: the model's own (13 at least) when every type has 8 bits, else raised to 19 or 21.
/// Names of inputs, outputs and sites are kept; what produces a site is renamed "<site>_float".
///
/// Errors: InvalidArgument for an entry that names nothing in the model, ShapeMismatch for codes
/// that do not fit their layer, Unsupported naming a node that cannot be raised to the opset.
/// Source: ONNX operators QuantizeLinear and DequantizeLinear, versions 13, 19 and 21,
/// DynamicQuantizeLinear, version 11; Jacob et al. 2018, section 2.4 (biases).
[[nodiscard]] Result<model::Graph> toQdqGraph(const QuantizedModel& quantized);

} // namespace quantoscope::exporting
