// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/integer_storage.h"
#include "core/export/qdq_builder.h"

#include <Eigen/Core>

#include <algorithm>
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
    return &a == &b ||
           (a.params == b.params && a.codes == b.codes && a.values.values == b.values.values);
}

void addHalfPrecision(QdqBuilder& builder, TensorId output, const Tensor& values)
{
    std::vector<std::byte> bytes(values.values.size() * sizeof(Eigen::half));
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        const auto half = static_cast<Eigen::half>(values.values[i]);
        std::memcpy(bytes.data() + i * sizeof(half), &half.x, sizeof(half));
    }
    const std::string base = builder.graph().tensor(output).name;
    const model::Constant constant{
        ElementType::Float16, values.shape,
        std::make_shared<const std::vector<std::byte>>(std::move(bytes))};
    const TensorId halves =
        builder.graph().addConstant(builder.freshName(base + "_float16"), constant);
    builder.addNode("Cast", base + "_Cast", {halves}, output,
                    {{"to", static_cast<std::int64_t>(ElementType::Float32)}});
}

TensorId writeOne(QdqBuilder& builder, TensorId source, const QuantizedWeights& weights)
{
    const model::TensorInfo& info = builder.source().tensor(source);
    const TensorId output = builder.addFloatTensor(info.name + "_dequantized", info.shape);
    if (weights.params.scales.empty()) {
        addHalfPrecision(builder, output, weights.values);
    } else {
        builder.addDequantizedConstant(output, weights.params, weightStorage(weights.params),
                                       weights.codes);
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
            written.push_back({layer.weight, &weights, writeOne(builder, layer.weight, weights)});
            known = written.end() - 1;
        }
        std::ranges::replace(builder.graph().node(layer.nodes.front()).inputs, layer.weight,
                             known->output);
    }
    return {};
}

} // namespace quantoscope::exporting
