// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qdq_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace quantoscope::exporting {

namespace {

using model::TensorId;

constexpr std::size_t kBiasInput = 2;

constexpr double kLargestCode = std::numeric_limits<std::int32_t>::max();
/// Scales raised so that the bias just fits are rounded to float32; what that adds is saturated.
constexpr double kRoundedUp = 1.0 + 1e-6;

struct IntegerBias
{
    quant::QuantParams params;
    std::vector<std::int32_t> codes;
};

/// Whether the main node adds its third input as it is, one value an output channel.
bool addsPlainBias(const model::Node& node, const model::Layer& layer)
{
    if (node.inputs.size() <= kBiasInput || node.inputs[kBiasInput] != layer.bias) {
        return false;
    }
    const bool isScaled = model::floatAttribute(node, "alpha", 1.0F) != 1.0F ||
                          model::floatAttribute(node, "beta", 1.0F) != 1.0F;
    const bool isTransposed = model::intAttribute(node, "transA", 0) != 0;
    return node.opType != "Gemm" || (!isScaled && !isTransposed);
}

/// Codes of a bias on the accumulator's grid; empty when int32 does not hold them.
std::optional<IntegerBias> integerBias(const std::vector<float>& bias, float inputScale,
                                       const quant::QuantParams& weights)
{
    const bool perTensor = weights.isPerTensor();
    if (!perTensor && weights.scales.size() != bias.size()) {
        return std::nullopt;
    }
    IntegerBias result;
    result.params.axis = perTensor ? -1 : 0;
    for (const float scale : weights.scales) {
        result.params.scales.push_back(inputScale * scale);
    }
    result.params.zeroPoints.assign(weights.scales.size(), 0);
    for (std::size_t i = 0; i < bias.size(); ++i) {
        const double scale = result.params.scales[perTensor ? 0 : i];
        const double code = std::nearbyint(double{bias[i]} / scale);
        if (!(std::abs(code) <= kLargestCode * kRoundedUp)) {
            return std::nullopt;
        }
        result.codes.push_back(
            static_cast<std::int32_t>(std::clamp(code, -kLargestCode, kLargestCode)));
    }
    return result;
}

/// What stands in for the model's own bias; null: nothing does.
const std::vector<float>* replacedBias(const QdqBuilder& builder, const model::Layer& layer)
{
    const auto found = builder.quantized().biases.find(layer.name);
    return found == builder.quantized().biases.end() ? nullptr : &found->second;
}

std::optional<IntegerBias> biasOf(const QdqBuilder& builder, const model::Layer& layer,
                                  const ActivationGrids& grids)
{
    const model::Node& node = builder.source().node(layer.nodes.front());
    const auto weights = builder.quantized().weights.find(layer.name);
    const auto input = grids.find(node.inputs.front());
    const auto scheme = builder.quantized().schemes.find(layer.name);
    const bool isInteger = scheme == builder.quantized().schemes.end() ||
                           (scheme->second.precision.hasIntegerGrid() &&
                            scheme->second.scalesOutputs(layer.channelAxis));
    if (!isInteger || weights == builder.quantized().weights.end() ||
        weights->second.params.scales.empty() || input == grids.end() ||
        !addsPlainBias(node, layer)) {
        return std::nullopt;
    }
    const model::TensorInfo& info = builder.source().tensor(layer.bias);
    if (!info.constant || info.shape.value_or(Shape{}).size() != 1) {
        return std::nullopt;
    }
    const std::vector<float>* replaced = replacedBias(builder, layer);
    return integerBias(replaced != nullptr ? *replaced : model::floatValues(*info.constant),
                       input->second->scales.front(), weights->second.params);
}

/// A float32 bias in place of the model's own.
void replaceBias(QdqBuilder& builder, const model::Layer& layer, const std::vector<float>& values)
{
    const model::TensorInfo& info = builder.source().tensor(layer.bias);
    const TensorId bias =
        builder.graph().addConstant(builder.freshName(info.name + "_corrected." + layer.name),
                                    info.shape.value_or(Shape{}), values);
    for (const model::NodeId node : layer.nodes) {
        for (TensorId& input : builder.graph().node(node).inputs) {
            input = input == layer.bias ? bias : input;
        }
    }
}

} // namespace

void writeBiases(QdqBuilder& builder, const ActivationGrids& grids)
{
    for (const model::Layer& layer : builder.layers().layers) {
        if (!layer.hasWeights() || layer.bias == model::kNoTensor) {
            continue;
        }
        const auto bias = biasOf(builder, layer, grids);
        if (!bias) {
            if (const std::vector<float>* replaced = replacedBias(builder, layer)) {
                replaceBias(builder, layer, *replaced);
            }
            continue;
        }
        const model::TensorInfo& info = builder.source().tensor(layer.bias);
        const TensorId output = builder.addFloatTensor(info.name + "_dequantized", info.shape);
        builder.addDequantizedConstant(output, bias->params, model::ElementType::Int32,
                                       bias->codes);
        builder.graph().node(layer.nodes.front()).inputs[kBiasInput] = output;
    }
}

} // namespace quantoscope::exporting
