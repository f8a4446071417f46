// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qdq_builder.h"

#include "core/export/integer_storage.h"

#include <algorithm>
#include <utility>

namespace quantoscope::exporting {

using model::ElementType;
using model::kNoTensor;
using model::TensorId;

QdqBuilder::QdqBuilder(const QuantizedModel& quantized)
    : m_quantized(quantized), m_graph(*quantized.layers->graph), m_names(m_graph)
{
}

void QdqBuilder::addNode(const std::string& opType, const std::string& wanted,
                         std::vector<TensorId> inputs, TensorId output,
                         std::map<std::string, model::Attribute> attributes)
{
    model::Node node;
    node.name = m_names.fresh(wanted);
    node.opType = opType;
    node.inputs = std::move(inputs);
    node.outputs = {output};
    node.attributes = std::move(attributes);
    m_graph.addNode(std::move(node));
}

TensorId QdqBuilder::addFloatTensor(const std::string& wanted, const std::optional<Shape>& shape)
{
    model::TensorInfo info;
    info.name = m_names.fresh(wanted);
    info.type = ElementType::Float32;
    info.shape = shape;
    return m_graph.addTensor(std::move(info));
}

TensorId QdqBuilder::addScalar(const std::string& wanted, float value)
{
    return m_graph.addConstant(m_names.fresh(wanted), Shape{}, std::vector<float>{value});
}

void QdqBuilder::addProduct(TensorId input, float factor, TensorId output)
{
    const std::string base = m_graph.tensor(output).name;
    addNode("Mul", base + "_Mul", {input, addScalar(base + "_factor", factor)}, output);
}

QdqBuilder::Grid QdqBuilder::addGrid(const std::string& base, const quant::QuantParams& params,
                                     ElementType storage)
{
    m_neededOpset = std::max(m_neededOpset, opsetFor(storage));
    const Shape shape =
        params.isPerTensor() ? Shape{} : Shape{static_cast<std::int64_t>(params.scales.size())};
    const TensorId scale =
        m_graph.addConstant(m_names.fresh(base + "_scale"), shape, params.scales);
    const TensorId zeroPoint = m_graph.addConstant(m_names.fresh(base + "_zero_point"),
                                                   packedCodes(storage, shape, params.zeroPoints));
    return {scale, zeroPoint};
}

void QdqBuilder::addDequantizedConstant(TensorId output, const quant::QuantParams& params,
                                        ElementType storage, std::span<const std::int32_t> codes)
{
    const std::string base = m_graph.tensor(output).name;
    const Shape shape = m_graph.tensor(output).shape.value_or(Shape{});
    const TensorId integers =
        m_graph.addConstant(m_names.fresh(base + "_quantized"), packedCodes(storage, shape, codes));
    const Grid grid = addGrid(base, params, storage);
    std::map<std::string, model::Attribute> attributes;
    if (!params.isPerTensor()) {
        attributes["axis"] = std::int64_t{params.axis};
    }
    addNode("DequantizeLinear", base + "_DequantizeLinear", {integers, grid.scale, grid.zeroPoint},
            output, std::move(attributes));
}

TensorId QdqBuilder::addClip(TensorId input, const quant::QuantParams& params, ElementType storage,
                             Values values)
{
    const quant::IntegerLimits limits = limitsOf(storage);
    const std::int32_t zeroPoint = params.zeroPoints.front();
    // Values that are never negative cannot fall below a grid that reaches down to zero.
    const bool clipsLow = params.qmin > limits.qmin && values == Values::Any;
    const bool clipsHigh = params.qmax < limits.qmax && values != Values::OnGrid;
    if (!clipsLow && !clipsHigh) {
        return input;
    }
    const std::string base = m_graph.tensor(input).name;
    const auto bound = [&](const char* name, std::int32_t code) {
        return addScalar(base + name, params.scales.front() * static_cast<float>(code - zeroPoint));
    };
    std::vector<TensorId> inputs{input, clipsLow ? bound("_clip_min", params.qmin) : kNoTensor};
    if (clipsHigh) {
        inputs.push_back(bound("_clip_max", params.qmax));
    }
    const TensorId clipped = addFloatTensor(base + "_clipped", m_graph.tensor(input).shape);
    addNode("Clip", base + "_Clip", std::move(inputs), clipped);
    return clipped;
}

void QdqBuilder::addQuantizePair(TensorId input, TensorId output, const quant::QuantParams& params,
                                 Values values)
{
    const ElementType storage = activationStorage(params);
    const std::string base = m_graph.tensor(input).name;
    const TensorId clipped = addClip(input, params, storage, values);
    const Grid grid = addGrid(base, params, storage);
    model::TensorInfo info;
    info.name = m_names.fresh(base + "_quantized");
    info.type = storage;
    info.shape = m_graph.tensor(input).shape;
    const TensorId integers = m_graph.addTensor(std::move(info));
    addNode("QuantizeLinear", base + "_QuantizeLinear", {clipped, grid.scale, grid.zeroPoint},
            integers);
    addNode("DequantizeLinear", base + "_DequantizeLinear", {integers, grid.scale, grid.zeroPoint},
            output);
}

void QdqBuilder::redirectReaders(TensorId tensor, TensorId replacement)
{
    for (model::Node& node : m_graph.nodes) {
        std::ranges::replace(node.inputs, tensor, replacement);
    }
}

TensorId QdqBuilder::detachProducer(TensorId tensor)
{
    const TensorId raw =
        addFloatTensor(m_graph.tensor(tensor).name + "_float", m_graph.tensor(tensor).shape);
    const model::NodeId producer = m_graph.tensor(tensor).producer;
    std::ranges::replace(m_graph.node(producer).outputs, tensor, raw);
    m_graph.tensor(raw).producer = producer;
    return raw;
}

} // namespace quantoscope::exporting
