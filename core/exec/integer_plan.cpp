// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_plan.h"

#include "core/exec/integer_kernels.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace quantoscope::exec {
namespace {

using model::Layer;
using model::LayerKind;
using model::LayerModel;
using model::Node;
using model::TensorId;

constexpr float kInfinity = std::numeric_limits<float>::infinity();

bool isReshape(const Layer& layer)
{
    constexpr std::array<const char*, 4> kNames{"Reshape", "Flatten", "Squeeze", "Unsqueeze"};
    return layer.kind == LayerKind::Movement && !layer.inputs.empty() &&
           std::any_of(kNames.begin(), kNames.end(),
                       [&](const char* name) { return layer.opType == name; });
}

std::optional<float> scalarConstant(const model::Graph& graph, const Node& node, std::size_t input,
                                    float fallback)
{
    if (node.inputs.size() <= input || node.inputs[input] == model::kNoTensor) {
        return fallback;
    }
    const auto& constant = graph.tensor(node.inputs[input]).constant;
    const std::vector<float> values =
        constant ? model::floatValues(*constant) : std::vector<float>{};
    return values.size() == 1 ? std::optional(values.front()) : std::nullopt;
}

/// Goes through the layers in order and gives up at the first that codes cannot do.
class IntegerPlanner
{
public:
    explicit IntegerPlanner(const LayerModel& layers) : m_layers(layers), m_graph(*layers.graph) {}

    std::optional<IntegerPlan> plan(std::size_t first, std::size_t end,
                                    std::span<const TensorId> reads,
                                    std::span<const TensorId> writes)
    {
        for (const TensorId tensor : reads) {
            const auto slot = slotFor(tensor);
            if (!slot) {
                return std::nullopt;
            }
            m_plan.readSlots.push_back(*slot);
        }
        for (std::size_t i = first; i < end; ++i) {
            if (!addLayer(i)) {
                return std::nullopt;
            }
        }
        for (const TensorId tensor : writes) {
            const auto slot = m_slotOf.find(tensor);
            const bool isReal = slot == m_slotOf.end() && tensor == m_realValues;
            if (slot == m_slotOf.end() && !isReal) {
                return std::nullopt;
            }
            m_plan.writeSlots.push_back(isReal ? std::nullopt : std::optional(slot->second));
        }
        return m_plan.steps.empty() ? std::nullopt : std::optional(std::move(m_plan));
    }

private:
    /// [height, width, channels] of one picture.
    [[nodiscard]] std::optional<IntegerSlot> shapeOf(TensorId tensor) const
    {
        const auto& shape = m_graph.tensor(tensor).shape;
        if (!shape || (shape->size() != 4 && shape->size() != 2) ||
            std::any_of(shape->begin() + 1, shape->end(),
                        [](std::int64_t extent) { return extent <= 0 || extent > 1 << 20; })) {
            return std::nullopt;
        }
        IntegerSlot slot;
        slot.channels = static_cast<std::size_t>((*shape)[1]);
        if (shape->size() == 4) {
            slot.height = static_cast<std::int32_t>((*shape)[2]);
            slot.width = static_cast<std::int32_t>((*shape)[3]);
        }
        return slot;
    }

    /// Slot of a tensor; a new one unless it is known.
    std::optional<std::size_t> slotFor(TensorId tensor)
    {
        if (const auto known = m_slotOf.find(tensor); known != m_slotOf.end()) {
            return known->second;
        }
        auto slot = shapeOf(tensor);
        const auto site = siteBehind(m_layers, tensor);
        if (!slot || !site) {
            return std::nullopt;
        }
        slot->site = *site;
        m_slotOf[tensor] = m_plan.slots.size();
        m_plan.slots.push_back(*slot);
        return m_plan.slots.size() - 1;
    }

    /// Slot of something the segment has or the model is given.
    std::optional<std::size_t> inputSlot(TensorId tensor)
    {
        if (const auto known = m_slotOf.find(tensor); known != m_slotOf.end()) {
            return known->second;
        }
        if (m_graph.inputs.empty() || tensor != m_graph.inputs.front()) {
            return std::nullopt;
        }
        m_plan.inputSlot = slotFor(tensor);
        return m_plan.inputSlot;
    }

    bool addLayer(std::size_t index)
    {
        const Layer& layer = m_layers.layers[index];
        if (layer.inputs.empty() || layer.outputs.size() != 1) {
            return false;
        }
        const auto input = inputSlot(layer.inputs.front());
        if (!input) {
            return false;
        }
        if (isReshape(layer)) {
            const auto shape = shapeOf(layer.outputs.front());
            const IntegerSlot& from = m_plan.slots[*input];
            if (!shape || from.pixels() != 1 || shape->pixels() != 1 ||
                shape->channels != from.channels) {
                return false;
            }
            m_slotOf[layer.outputs.front()] = *input;
            return true;
        }
        IntegerStep step;
        step.layer = index;
        step.input = *input;
        step.lowest = -kInfinity;
        step.highest = kInfinity;
        return describe(layer, step) && addOutput(layer, step);
    }

    bool describe(const Layer& layer, IntegerStep& step)
    {
        const Node& node = m_graph.node(layer.nodes.front());
        if (layer.hasWeights()) {
            return layer.inputs.size() == 1 && takeClip(layer, step) &&
                   (layer.opType == "Gemm" ? isPlainGemm(node)
                                           : layer.opType == "Conv" && takeWindow(node, step)) &&
                   sumsFit(step);
        }
        if (layer.opType == "GlobalAveragePool") {
            step.operation = IntegerOperation::Average;
            return layer.nodes.size() == 1 &&
                   m_plan.slots[step.input].pixels() <= kLongestSum; // exact in float32
        }
        if (layer.opType == "Add" && layer.inputs.size() == 2 && layer.nodes.size() == 1) {
            step.operation = IntegerOperation::Sum;
            step.secondInput = inputSlot(layer.inputs[1]);
            return step.secondInput &&
                   m_plan.slots[*step.secondInput].count() == m_plan.slots[step.input].count();
        }
        return false;
    }

    /// The bias Add and the activation function behind the main node.
    bool takeClip(const Layer& layer, IntegerStep& step) const
    {
        for (std::size_t i = 1; i < layer.nodes.size(); ++i) {
            const Node& node = m_graph.node(layer.nodes[i]);
            const bool isLast = i + 1 == layer.nodes.size();
            if (node.opType == "Relu" && isLast) {
                step.lowest = 0.0F;
            } else if (node.opType == "Clip" && isLast) {
                const auto low = scalarConstant(m_graph, node, 1, -kInfinity);
                const auto high = scalarConstant(m_graph, node, 2, kInfinity);
                if (!low || !high) {
                    return false;
                }
                step.lowest = *low;
                step.highest = *high;
            } else if (node.opType != "Add" || i != 1) {
                return false;
            }
        }
        return true;
    }

    static bool isPlainGemm(const Node& node)
    {
        return model::floatAttribute(node, "alpha", 1.0F) == 1.0F &&
               model::floatAttribute(node, "beta", 1.0F) == 1.0F &&
               model::intAttribute(node, "transA", 0) == 0;
    }

    bool takeWindow(const Node& node, IntegerStep& step) const
    {
        const auto& shape = m_graph.tensor(node.inputs[1]).shape;
        const auto group = model::intAttribute(node, "group", 1);
        const IntegerSlot& input = m_plan.slots[step.input];
        const std::string padding = model::stringAttribute(node, "auto_pad", "NOTSET");
        if (!shape || shape->size() != 4 || (padding != "NOTSET" && padding != "VALID")) {
            return false;
        }
        const bool isDepthwise = group > 1 && group == (*shape)[0] && (*shape)[1] == 1 &&
                                 static_cast<std::size_t>(group) == input.channels;
        if (group != 1 && !isDepthwise) {
            return false;
        }
        const auto numbers = [&](const char* name, std::size_t count, std::int64_t fallback) {
            auto values = model::intsAttribute(node, name);
            values.resize(count, fallback);
            return values;
        };
        const auto strides = numbers("strides", 2, 1);
        const auto pads = numbers("pads", 4, 0);
        const auto dilations = numbers("dilations", 2, 1);
        IntegerWindow& window = step.window;
        window.kernelHeight = static_cast<std::int32_t>((*shape)[2]);
        window.kernelWidth = static_cast<std::int32_t>((*shape)[3]);
        window.strideY = static_cast<std::int32_t>(strides[0]);
        window.strideX = static_cast<std::int32_t>(strides[1]);
        window.top = static_cast<std::int32_t>(pads[0]);
        window.left = static_cast<std::int32_t>(pads[1]);
        window.dilationY = static_cast<std::int32_t>(dilations[0]);
        window.dilationX = static_cast<std::int32_t>(dilations[1]);
        step.operation = isDepthwise ? IntegerOperation::Depthwise : IntegerOperation::Convolution;
        return true;
    }

    /// Whether no sum of products of a layer can leave its share of int32.
    [[nodiscard]] bool sumsFit(const IntegerStep& step) const
    {
        const auto taps = static_cast<std::size_t>(step.window.kernelHeight) *
                          static_cast<std::size_t>(step.window.kernelWidth);
        return step.operation == IntegerOperation::Depthwise
                   ? taps <= static_cast<std::size_t>(kMostTaps)
                   : taps * m_plan.slots[step.input].channels <= kLongestSum;
    }

    bool addOutput(const Layer& layer, IntegerStep& step)
    {
        const TensorId tensor = layer.outputs.front();
        const auto shape = shapeOf(tensor);
        if (!shape) {
            return false;
        }
        step.outHeight = shape->height;
        step.outWidth = shape->width;
        step.channels = shape->channels;
        step.output = slotFor(tensor);
        if (!step.output) {
            // Real values: only an output of the model that nobody reads, and only one.
            const auto& outputs = m_graph.outputs;
            if (!layer.hasWeights() || step.operation != IntegerOperation::Convolution ||
                m_realValues != model::kNoTensor ||
                std::find(outputs.begin(), outputs.end(), tensor) == outputs.end()) {
                return false;
            }
            m_realValues = tensor;
        }
        m_plan.steps.push_back(step);
        return true;
    }

    const LayerModel& m_layers;
    const model::Graph& m_graph;
    IntegerPlan m_plan;
    std::map<TensorId, std::size_t> m_slotOf;
    TensorId m_realValues = model::kNoTensor;
};

} // namespace

std::optional<std::size_t> siteBehind(const LayerModel& layers, TensorId tensor)
{
    while (true) {
        const auto site = std::find_if(layers.sites.begin(), layers.sites.end(),
                                       [&](const auto& each) { return each.tensor == tensor; });
        if (site != layers.sites.end()) {
            return static_cast<std::size_t>(site - layers.sites.begin());
        }
        const auto producer =
            std::find_if(layers.layers.begin(), layers.layers.end(), [&](const Layer& layer) {
                return isReshape(layer) && layer.outputs.front() == tensor;
            });
        if (producer == layers.layers.end()) {
            return std::nullopt;
        }
        tensor = producer->inputs.front();
    }
}

std::optional<IntegerPlan> planIntegers(const LayerModel& layers, std::size_t first,
                                        std::size_t end, std::span<const TensorId> reads,
                                        std::span<const TensorId> writes)
{
    return IntegerPlanner(layers).plan(first, end, reads, writes);
}

} // namespace quantoscope::exec
