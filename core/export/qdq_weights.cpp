// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/integer_storage.h"
#include "core/export/qdq_builder.h"
#include "core/quant/channel_splitting.h"

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>

namespace quantoscope::exporting {

namespace {

using model::ElementType;
using model::TensorId;
using quant::QuantizedWeights;

/// Weights already written, so that layers sharing an initializer and a scheme share the result.
struct WrittenWeights
{
    TensorId source;
    const QuantizedWeights* weights;
    TensorId output;
};

Status checkFit(const model::Layer& layer, const model::TensorInfo& info,
                const QuantizedWeights& weights)
{
    const auto count = static_cast<std::size_t>(elementCount(info.shape.value_or(Shape{})));
    const bool isInteger = !weights.params.scales.empty();
    if (weights.values.values.size() != count || (isInteger && weights.codes.size() != count)) {
        return fail(ErrorCode::ShapeMismatch,
                    "the quantized weights do not have the " + std::to_string(count) +
                        " values of " + info.name,
                    layer.name);
    }
    return {};
}

bool isSame(const QuantizedWeights& a, const QuantizedWeights& b)
{
    return &a == &b || (a.params == b.params && a.codes == b.codes &&
                        a.values.values == b.values.values && a.splits == b.splits);
}

/// FP16, or BF16, whose bits are the upper ones of a float.
std::vector<std::byte> halfBytes(const std::vector<float>& values, ElementType type)
{
    std::vector<std::byte> bytes(values.size() * sizeof(std::uint16_t));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto bits =
            type == ElementType::Float16
                ? std::bit_cast<std::uint16_t>(static_cast<Eigen::half>(values[i]))
                : static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(values[i]) >> 16U);
        std::memcpy(bytes.data() + i * sizeof(bits), &bits, sizeof(bits));
    }
    return bytes;
}

void addHalfPrecision(QdqBuilder& builder, TensorId output, const Tensor& values, ElementType type)
{
    const std::string base = builder.graph().tensor(output).name;
    const model::Constant constant{
        type, values.shape,
        std::make_shared<const std::vector<std::byte>>(halfBytes(values.values, type))};
    const TensorId halves =
        builder.graph().addConstant(builder.freshName(base + "_" + toString(type)), constant);
    builder.addNode("Cast", base + "_Cast", {halves}, output,
                    {{"to", static_cast<std::int64_t>(ElementType::Float32)}});
}

/// Weights as a runtime can hold them.
struct Stored
{
    ElementType type;
    quant::QuantParams params;
    std::vector<std::int32_t> codes;
};

/// The magnitudes of FP4, twice. Source: OCP Microscaling Formats (MX) 1.0, table 5.
constexpr std::array<std::int32_t, 8> kTwiceFloat4{0, 1, 2, 3, 4, 6, 8, 12};

Stored storedFloat4(const QuantizedWeights& weights)
{
    constexpr std::int32_t kSign = 8;
    Stored stored{ElementType::Int8, weights.params, weights.codes};
    for (std::int32_t& code : stored.codes) {
        const std::int32_t magnitude = kTwiceFloat4[static_cast<std::size_t>(code % kSign)];
        code = (code & kSign) != 0 ? -magnitude : magnitude;
    }
    for (float& scale : stored.params.scales) {
        scale /= 2.0F;
    }
    return stored;
}

Stored storedAs(const QuantizedWeights& weights, const quant::Precision& precision)
{
    switch (precision.format) {
    case quant::NumberFormat::Float8E4M3:
        return {ElementType::Float8E4M3, weights.params, weights.codes};
    case quant::NumberFormat::Float8E5M2:
        return {ElementType::Float8E5M2, weights.params, weights.codes};
    case quant::NumberFormat::Float4E2M1:
        return storedFloat4(weights);
    default:
        return {weightStorage(weights.params), weights.params, weights.codes};
    }
}

/// Whether a runtime could take the weights for those of an integer kernel, which has a scale an
/// output channel: ONNX Runtime 1.31 fuses DequantizeLinear, Conv or MatMul and QuantizeLinear
/// whatever the axis or block size, and then fails, or computes something else where the number of
/// scales happens to fit.
bool canBeMistaken(const QdqBuilder& builder, const model::Layer& layer,
                   const quant::QuantParams& params)
{
    const QuantizedModel& quantized = builder.quantized();
    const bool hasQuantizedInputs =
        !quantized.activations.empty() || !quantized.floatActivations.empty();
    const bool scalesOutputs =
        params.blockSize == 0 && (params.isPerTensor() || params.axis == layer.channelAxis);
    return hasQuantizedInputs && !scalesOutputs;
}

void addDequantized(QdqBuilder& builder, TensorId output, const Stored& stored)
{
    if (stored.params.blockSize > 0) {
        builder.addDequantizedBlocks(output, stored.params, stored.type, stored.codes);
    } else {
        builder.addDequantizedConstant(output, stored.params, stored.type, stored.codes);
    }
}

/// Twice the values, and a product with a half, which no fusion looks through and which is exact.
void addUnfused(QdqBuilder& builder, TensorId output, Stored stored)
{
    for (float& scale : stored.params.scales) {
        scale *= 2.0F;
    }
    const model::TensorInfo info = builder.graph().tensor(output);
    const TensorId doubled = builder.addFloatTensor(info.name + "_doubled", info.shape);
    addDequantized(builder, doubled, stored);
    builder.addProduct(doubled, 0.5F, output);
}

TensorId writeOne(QdqBuilder& builder, const model::Layer& layer, const QuantizedWeights& weights)
{
    const model::TensorInfo& info = builder.source().tensor(layer.weight);
    const auto scheme = builder.quantized().schemes.find(layer.name);
    const bool isNamed = scheme != builder.quantized().schemes.end();
    const quant::Precision precision =
        isNamed ? scheme->second.precision : quant::Precision::integer(8);
    const bool hasBlocks = weights.params.blockSize > 0;
    const bool isTorn = hasBlocks && layer.channelAxis != 0 && !weights.params.blocksAlongAxis;
    if (isTorn || precision.format == quant::NumberFormat::Float32) {
        return builder.graph().addConstant(
            builder.freshName(info.name + (hasBlocks ? "_dequantized" : "_pruned")),
            weights.values.shape, weights.values.values);
    }
    const TensorId output =
        builder.addFloatTensor(info.name + "_dequantized", weights.values.shape);
    if (weights.params.scales.empty()) {
        const bool isBrain = precision.format == quant::NumberFormat::BFloat16;
        addHalfPrecision(builder, output, weights.values,
                         isBrain ? ElementType::BFloat16 : ElementType::Float16);
        return output;
    }
    const Stored stored = storedAs(weights, precision);
    if (canBeMistaken(builder, layer, stored.params)) {
        addUnfused(builder, output, stored);
    } else {
        addDequantized(builder, output, stored);
    }
    return output;
}

} // namespace

Status writeWeights(QdqBuilder& builder)
{
    std::vector<WrittenWeights> written;
    for (const model::Layer& layer : builder.layers().layers) {
        const auto found = builder.quantized().weights.find(layer.name);
        if (!layer.hasWeights() || found == builder.quantized().weights.end()) {
            continue;
        }
        const QuantizedWeights& weights = found->second;
        if (const Status fits = checkFit(layer, builder.source().tensor(layer.weight), weights);
            !fits) {
            return fits;
        }
        auto known = std::ranges::find_if(written, [&](const WrittenWeights& earlier) {
            return earlier.source == layer.weight && isSame(*earlier.weights, weights);
        });
        if (known == written.end()) {
            const TensorId output =
                weights.splits.isEmpty()
                    ? writeOne(builder, layer, weights)
                    : writeOne(builder, layer,
                               quant::withAddedChannels(weights, layer.channelAxis));
            written.push_back({layer.weight, &weights, output});
            known = written.end() - 1;
        }
        std::ranges::replace(builder.graph().node(layer.nodes.front()).inputs, layer.weight,
                             known->output);
    }
    return {};
}

} // namespace quantoscope::exporting
