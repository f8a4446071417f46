// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/quantizer_writer.h"

#include <utility>

namespace quantoscope::exec {

using model::TensorId;

QuantizerWriter::QuantizerWriter(model::Graph& graph, Quantizers form, TensorId tensor,
                                 std::string name, bool hasTokens)
    : m_graph(graph), m_form(form), m_tensor(tensor), m_name(std::move(name)),
      m_hasTokens(hasTokens), m_rank(graph.tensor(tensor).shape.value_or(Shape{}).size())
{
}

TensorId QuantizerWriter::write()
{
    const Grid used = grid();
    const TensorId gain =
        m_form == Quantizers::Dynamic
            ? append("Mul", "gain", {used.scale, scalar(Scalar::On, "on")})
            : scalar(Scalar::Gain, "gain");
    const TensorId bypass = scalar(Scalar::Bypass, "bypass");
    const TensorId scaled = append("Div", "scaled", {m_tensor, used.scale});
    TensorId restored;
    if (m_form == Quantizers::AtSites) {
        const TensorId rounded = append("Round", "rounded", {scaled});
        const TensorId raised = append("Max", "raised", {rounded, used.low});
        restored = append("Min", "clamped", {raised, used.high});
    } else {
        const TensorId raised = append("Max", "raised", {scaled, used.low});
        restored = roundedToUnits(append("Min", "clamped", {raised, used.high}));
    }
    // bypass is +0 here, which turns -0 into +0: zero has one form, on the grid and in caches.
    const TensorId unsignedZero = append("Add", "unsigned_zero", {restored, bypass});
    const TensorId output = append("Mul", "restored", {unsignedZero, gain});
    return append("Add", "", {output, append("Mul", "passed", {m_tensor, bypass})});
}

QuantizerWriter::Grid QuantizerWriter::grid()
{
    const Grid fixed{scalar(Scalar::Scale, "scale"), scalar(Scalar::Low, "low"),
                     scalar(Scalar::High, "high")};
    return m_form == Quantizers::Dynamic ? dynamicGrid(fixed) : fixed;
}

/// The fixed scale is the least one where ranges are dynamic; elsewhere a zero stands beside it.
QuantizerWriter::Grid QuantizerWriter::dynamicGrid(const Grid& fixed)
{
    const TensorId isDynamic = scalar(Scalar::Dynamic, "dynamic");
    const TensorId hasZeroPoint = scalar(Scalar::ZeroPoint, "has_zero_point");
    const TensorId steps = scalar(Scalar::Steps, "steps");
    if (m_hasTokens) {
        static_cast<void>(scalar(Scalar::TokenRanges, "token_ranges"));
    }
    const TensorId low = extreme("ReduceMin", "Min");
    const TensorId high = extreme("ReduceMax", "Max");
    // Without a zero point max(high, -low), else high - low in both.
    const TensorId above =
        append("Sub", "above", {high, append("Mul", "low_part", {low, hasZeroPoint})});
    const TensorId below =
        append("Sub", "below", {append("Mul", "high_part", {high, hasZeroPoint}), low});
    const TensorId range = append("Max", "range", {above, below});
    const TensorId seen = append("Div", "seen_scale", {range, steps});
    const TensorId scale =
        append("Max", "used_scale", {append("Mul", "chosen", {seen, isDynamic}), fixed.scale});
    const TensorId steadied = append("Round", "zero_rounded", {append("Div", "zero", {low, scale})});
    const TensorId shift = append("Mul", "shift", {steadied, hasZeroPoint});
    return {scale, append("Add", "shifted_low", {fixed.low, shift}),
            append("Add", "shifted_high", {fixed.high, shift})};
}

TensorId QuantizerWriter::extreme(const char* reduction, const char* bound)
{
    const std::string name(reduction);
    std::vector<std::int64_t> axes;
    for (std::size_t axis = m_rank > 1 ? 1 : 0; axis < m_rank; ++axis) {
        axes.push_back(static_cast<std::int64_t>(axis));
    }
    const TensorId zero = number((name + ".zero").c_str(), 0.0F);
    if (!m_hasTokens) {
        return append(bound, name + ".bounded",
                      {reduce(reduction, name + ".picture", m_tensor, axes), zero});
    }
    const TensorId tokens = append(
        bound, name + ".tokens",
        {reduce(reduction, name + ".token", m_tensor, {static_cast<std::int64_t>(m_rank) - 1}),
         zero});
    const TensorId picture = reduce(reduction, name + ".picture", tokens, axes);
    // The token's own where its gate is open, else the picture's: the gate is 0 or 1.
    const TensorId gate = m_graph.inputs[m_inputs[Scalar::TokenRanges]];
    const TensorId closed =
        append("Sub", name + ".closed", {number((name + ".one").c_str(), 1.0F), gate});
    return append("Add", name + ".chosen",
                  {append("Mul", name + ".of_token", {tokens, gate}),
                   append("Mul", name + ".of_picture", {picture, closed})});
}

TensorId QuantizerWriter::reduce(const char* reduction, const std::string& name, TensorId tensor,
                                 std::vector<std::int64_t> axes)
{
    constexpr std::int64_t kAxesAreInput = 18;
    const TensorId output = append(reduction, name, {tensor});
    model::Node& node = m_graph.nodes.back();
    if (m_graph.opset() >= kAxesAreInput) {
        const Shape shape{static_cast<std::int64_t>(axes.size())};
        node.inputs.push_back(m_graph.addConstant(m_name + "." + name + ".axes", shape, axes));
    } else {
        node.attributes["axes"] = std::move(axes);
    }
    return output;
}

TensorId QuantizerWriter::roundedToUnits(TensorId value)
{
    constexpr float kSplit = 8388609.0F;        // 2^23 + 1
    const TensorId ratio = scalar(Scalar::UnitRatio, "unit_ratio");
    const TensorId least = scalar(Scalar::LeastUnit, "least_unit");
    const TensorId split = append("Mul", "split", {value, number("split_factor", kSplit)});
    const TensorId rest = append("Mul", "rest", {split, scalar(Scalar::BelowOne, "below_one")});
    const TensorId power = append("Abs", "power", {append("Sub", "difference", {split, rest})});
    const TensorId unit =
        append("Max", "unit", {append("Mul", "fine_unit", {power, ratio}), least});
    const TensorId units = append("Round", "rounded", {append("Div", "units", {value, unit})});
    return append("Mul", "on_units", {units, unit});
}

/// A scalar needs the rank of its tensor: with shape [1] the engine leaves its fast path.
TensorId QuantizerWriter::scalar(Scalar which, const char* name)
{
    model::TensorInfo info;
    info.name = m_name + "." + name;
    info.type = model::ElementType::Float32;
    info.shape = Shape(m_rank, 1);
    m_inputs.at[static_cast<std::size_t>(which)] = m_graph.inputs.size();
    m_graph.inputs.push_back(m_graph.addTensor(std::move(info)));
    return m_graph.inputs.back();
}

TensorId QuantizerWriter::number(const char* name, float value)
{
    return m_graph.addConstant(m_name + "." + name, Shape(m_rank, 1), std::vector<float>{value});
}

TensorId QuantizerWriter::append(const char* opType, const std::string& name,
                                 std::vector<TensorId> inputs)
{
    model::TensorInfo info;
    info.name = name.empty() ? m_name : m_name + "." + name;
    info.type = model::ElementType::Float32;
    model::Node node;
    node.name = info.name;
    node.opType = opType;
    node.inputs = std::move(inputs);
    const TensorId output = m_graph.addTensor(std::move(info));
    node.outputs = {output};
    m_graph.addNode(std::move(node));
    return output;
}

QuantizerScalars quantizerScalars(const std::optional<quant::ActivationQuantizer>& quantizer)
{
    const bool isOn = quantizer.has_value();
    const quant::ActivationQuantizer q = quantizer.value_or(quant::ActivationQuantizer{});
    const bool isDynamic = q.source != quant::RangeSource::Static;
    const float scale = isDynamic ? quant::kLeastDynamicScale : q.scale;
    QuantizerScalars scalars{};
    const auto set = [&](Scalar which, float value) {
        scalars[static_cast<std::size_t>(which)] = value;
    };
    const auto setFlag = [&](Scalar which, bool flag) { set(which, flag ? 1.0F : 0.0F); };
    set(Scalar::Scale, scale);
    set(Scalar::Low, q.low);
    set(Scalar::High, q.high);
    set(Scalar::Gain, isOn ? scale : 0.0F);
    set(Scalar::BelowOne, 1.0F - 0x1p-24F);
    setFlag(Scalar::On, isOn);
    setFlag(Scalar::Bypass, !isOn);
    set(Scalar::UnitRatio, q.unitRatio);
    set(Scalar::LeastUnit, q.leastUnit);
    setFlag(Scalar::Dynamic, isDynamic);
    setFlag(Scalar::ZeroPoint, q.hasZeroPoint);
    set(Scalar::Steps, q.steps);
    setFlag(Scalar::TokenRanges, q.source == quant::RangeSource::DynamicPerToken);
    return scalars;
}

} // namespace quantoscope::exec
