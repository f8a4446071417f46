// SPDX-License-Identifier: GPL-3.0-or-later
// What is neither a static integer grid nor one scale a tensor or channel.
#include "core/export/integer_storage.h"
#include "core/export/qdq_builder.h"
#include "core/quant/float_format.h"

#include <algorithm>
#include <utility>

namespace quantoscope::exporting {

using model::ElementType;
using model::TensorId;

namespace {

constexpr std::int64_t kBlockOpset = 21;

ElementType float8Storage(const quant::Precision& precision)
{
    return precision.format == quant::NumberFormat::Float8E4M3 ? ElementType::Float8E4M3
                                                               : ElementType::Float8E5M2;
}

/// Codes and scales as DequantizeLinear wants them: the tensor itself where blocks lie along one of
/// its axes, else a row for each channel.
struct BlockedForm
{
    Shape codes;
    Shape scales;
    std::size_t axis = 1;
};

BlockedForm blockedForm(const Shape& shape, const quant::QuantParams& params)
{
    const auto scales = static_cast<std::int64_t>(params.scales.size());
    if (!params.blocksAlongAxis) {
        const std::int64_t rows = shape.front();
        return {{rows, elementCount(shape) / rows}, {rows, scales / rows}};
    }
    const auto axis = static_cast<std::size_t>(params.axis);
    BlockedForm form{shape, shape, axis};
    form.scales[axis] = scales / (elementCount(shape) / shape[axis]);
    return form;
}

} // namespace

void QdqBuilder::addDequantizedBlocks(TensorId output, const quant::QuantParams& params,
                                      ElementType storage, std::span<const std::int32_t> codes)
{
    m_neededOpset = std::max(m_neededOpset, kBlockOpset);
    const std::string base = m_graph.tensor(output).name;
    const Shape shape = m_graph.tensor(output).shape.value_or(Shape{});
    const BlockedForm form = blockedForm(shape, params);
    const TensorId integers = m_graph.addConstant(m_names.fresh(base + "_quantized"),
                                                  packedCodes(storage, form.codes, codes));
    const TensorId scale =
        m_graph.addConstant(m_names.fresh(base + "_scale"), form.scales, params.scales);
    const TensorId zeroPoint = m_graph.addConstant(
        m_names.fresh(base + "_zero_point"), packedCodes(storage, form.scales, params.zeroPoints));
    const TensorId flat =
        shape == form.codes ? output : addFloatTensor(base + "_matrix", form.codes);
    addNode("DequantizeLinear", base + "_DequantizeLinear", {integers, scale, zeroPoint}, flat,
            {{"axis", static_cast<std::int64_t>(form.axis)},
             {"block_size", std::min(std::int64_t{params.blockSize}, form.codes[form.axis])}});
    if (flat != output) {
        const TensorId wanted = m_graph.addConstant(
            m_names.fresh(base + "_shape"), Shape{static_cast<std::int64_t>(shape.size())},
            std::vector<std::int64_t>(shape.begin(), shape.end()));
        addNode("Reshape", base + "_Reshape", {flat, wanted}, output);
    }
}

TensorId QdqBuilder::addTyped(const std::string& wanted, ElementType type, TensorId like)
{
    model::TensorInfo info;
    info.name = m_names.fresh(wanted);
    info.type = type;
    info.shape = m_graph.tensor(like).shape;
    return m_graph.addTensor(std::move(info));
}

/// Saturates, as the emulation does, where Cast would give infinities.
void QdqBuilder::addHalfPair(TensorId input, TensorId output)
{
    const std::string base = m_graph.tensor(input).name;
    const float largest = quant::floatFormat(quant::NumberFormat::Float16).largest;
    const TensorId clipped = addFloatTensor(base + "_clipped", m_graph.tensor(input).shape);
    addNode(
        "Clip", base + "_Clip",
        {input, addScalar(base + "_clip_min", -largest), addScalar(base + "_clip_max", largest)},
        clipped);
    const TensorId halves = addTyped(base + "_float16", ElementType::Float16, input);
    addNode("Cast", base + "_Cast", {clipped}, halves,
            {{"to", static_cast<std::int64_t>(ElementType::Float16)}});
    addNode("Cast", base + "_Cast", {halves}, output,
            {{"to", static_cast<std::int64_t>(ElementType::Float32)}});
}

void QdqBuilder::addDynamicPair(TensorId input, TensorId output)
{
    const std::string base = m_graph.tensor(input).name;
    const TensorId codes = addTyped(base + "_quantized", ElementType::UInt8, input);
    const TensorId scale = addFloatTensor(base + "_scale", Shape{});
    model::TensorInfo info;
    info.name = m_names.fresh(base + "_zero_point");
    info.type = ElementType::UInt8;
    info.shape = Shape{};
    const TensorId zeroPoint = m_graph.addTensor(std::move(info));
    addNode("DynamicQuantizeLinear", base + "_DynamicQuantizeLinear", {input}, codes);
    m_graph.nodes.back().outputs = {codes, scale, zeroPoint};
    m_graph.tensor(scale).producer = m_graph.tensor(codes).producer;
    m_graph.tensor(zeroPoint).producer = m_graph.tensor(codes).producer;
    addNode("DequantizeLinear", base + "_DequantizeLinear", {codes, scale, zeroPoint}, output);
}

void QdqBuilder::addFloatPair(TensorId input, TensorId output, const FloatActivation& activation)
{
    const quant::Precision& precision = activation.scheme.precision;
    if (precision.isInteger()) {
        addDynamicPair(input, output);
        return;
    }
    if (!precision.hasScale()) {
        addHalfPair(input, output);
        return;
    }
    const ElementType storage = float8Storage(precision);
    const std::string base = m_graph.tensor(input).name;
    quant::QuantParams params;
    params.scales = {activation.scale};
    params.zeroPoints = {0};
    const Grid grid = addGrid(base, params, storage);
    const TensorId codes = addTyped(base + "_quantized", storage, input);
    addNode("QuantizeLinear", base + "_QuantizeLinear", {input, grid.scale, grid.zeroPoint}, codes);
    addNode("DequantizeLinear", base + "_DequantizeLinear", {codes, grid.scale, grid.zeroPoint},
            output);
}

} // namespace quantoscope::exporting
