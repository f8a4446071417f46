// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/remove_no_ops.h"

#include "core/model/graph_edit.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace quantoscope::model {

namespace {

bool isUnread(const Graph& graph, const std::vector<std::vector<NodeId>>& consumers, TensorId id)
{
    return id == kNoTensor || (consumers[static_cast<std::size_t>(id)].empty() &&
                               std::ranges::find(graph.outputs, id) == graph.outputs.end());
}

/// The constant behind an input, or null when it is absent or computed.
const Constant* constantInput(const Graph& graph, const Node& node, std::size_t index)
{
    if (index >= node.inputs.size() || node.inputs[index] == kNoTensor) {
        return nullptr;
    }
    const auto& constant = graph.tensor(node.inputs[index]).constant;
    return constant ? &*constant : nullptr;
}

bool isPresent(const Node& node, std::size_t index)
{
    return index < node.inputs.size() && node.inputs[index] != kNoTensor;
}

bool isInferenceDropout(const Graph& graph, const Node& node)
{
    if (!isPresent(node, 2)) {
        return true;
    }
    const Constant* training = constantInput(graph, node, 2);
    return training != nullptr && integerValues(*training) == std::vector<std::int64_t>{0};
}

bool padsNothing(const Graph& graph, const Node& node)
{
    const Constant* pads = constantInput(graph, node, 1);
    return pads != nullptr &&
           std::ranges::all_of(integerValues(*pads), [](std::int64_t pad) { return pad == 0; });
}

/// Equal shapes with at most one dynamic extent hold the same elements in the same order.
bool keepsShape(const Graph& graph, const Node& node)
{
    const auto& input = graph.tensor(node.inputs.front()).shape;
    const auto& output = graph.tensor(node.outputs.front()).shape;
    return input && output && *input == *output && std::ranges::count(*input, kDynamic) <= 1;
}

bool keepsOrder(const Graph& graph, const Node& node)
{
    const std::vector<std::int64_t> order = intsAttribute(node, "perm");
    const auto& shape = graph.tensor(node.inputs.front()).shape;
    if (order.empty()) {
        return shape && shape->size() <= 1;
    }
    return std::ranges::is_sorted(order);
}

/// The whole of its input, in order.
bool slicesNothingOff(const Graph& graph, const Node& node)
{
    const Constant* steps = constantInput(graph, node, 4);
    const bool isForward = steps == nullptr
                               ? !isPresent(node, 4)
                               : std::ranges::all_of(integerValues(*steps),
                                                     [](std::int64_t step) { return step == 1; });
    return isForward && keepsShape(graph, node);
}

bool keepsType(const Graph& graph, const Node& node)
{
    const ElementType type = graph.tensor(node.inputs.front()).type;
    return type != ElementType::Undefined &&
           intAttribute(node, "to", 0) == static_cast<std::int64_t>(type);
}

bool isNoOp(const Graph& graph, const Node& node)
{
    static const std::set<std::string_view> kOfOneInput{"Concat", "Sum", "Max", "Min", "Mean"};
    static const std::set<std::string_view> kReshaping{"Reshape", "Flatten", "Squeeze",
                                                       "Unsqueeze"};
    if (!node.domain.empty() || node.inputs.empty() || node.outputs.empty() ||
        node.inputs.front() == kNoTensor || node.outputs.front() == kNoTensor) {
        return false;
    }
    if (node.opType == "Dropout") {
        return isInferenceDropout(graph, node);
    }
    if (node.opType == "Pad") {
        return padsNothing(graph, node);
    }
    if (node.opType == "Transpose") {
        return keepsOrder(graph, node);
    }
    if (node.opType == "Cast") {
        return keepsType(graph, node);
    }
    if (node.opType == "Slice") {
        return slicesNothingOff(graph, node);
    }
    return node.opType == "Identity" ||
           (node.inputs.size() == 1 && kOfOneInput.contains(node.opType)) ||
           (kReshaping.contains(node.opType) && keepsShape(graph, node));
}

/// Padding of the two ends of every axis, begins first.
struct Padding
{
    std::vector<std::int64_t> begins;
    std::vector<std::int64_t> ends;
};

/// The padding of a Pad that adds zeros behind batch and channel axis and names no other axes.
std::optional<Padding> zeroSpatialPadding(const Graph& graph, const Node& pad)
{
    const Constant* pads = constantInput(graph, pad, 1);
    const Constant* value = constantInput(graph, pad, 2);
    if (pads == nullptr || stringAttribute(pad, "mode", "constant") != "constant" ||
        isPresent(pad, 3) || (isPresent(pad, 2) && value == nullptr)) {
        return std::nullopt;
    }
    if (value != nullptr && floatValues(*value) != std::vector<float>{0.0F}) {
        return std::nullopt;
    }
    const std::vector<std::int64_t> amounts = integerValues(*pads);
    const auto rank = static_cast<std::ptrdiff_t>(amounts.size() / 2);
    const bool isNegative =
        std::ranges::any_of(amounts, [](std::int64_t amount) { return amount < 0; });
    if (rank < 3 || isNegative || amounts[0] != 0 || amounts[1] != 0 ||
        amounts[static_cast<std::size_t>(rank)] != 0 ||
        amounts[static_cast<std::size_t>(rank) + 1] != 0) {
        return std::nullopt;
    }
    return Padding{{amounts.begin() + 2, amounts.begin() + rank},
                   {amounts.begin() + rank + 2, amounts.end()}};
}

/// Adds to a Conv's own padding; false where that is not stated in numbers.
bool addPadding(Node& conv, const Padding& padding)
{
    const std::string autoPad = stringAttribute(conv, "auto_pad", "NOTSET");
    if (autoPad != "NOTSET" && autoPad != "VALID") {
        return false;
    }
    const std::size_t axes = padding.begins.size();
    std::vector<std::int64_t> pads = intsAttribute(conv, "pads");
    if (pads.empty() || autoPad == "VALID") {
        pads.assign(2 * axes, 0);
    }
    if (pads.size() != 2 * axes) {
        return false;
    }
    for (std::size_t axis = 0; axis < axes; ++axis) {
        pads[axis] += padding.begins[axis];
        pads[axes + axis] += padding.ends[axis];
    }
    conv.attributes.erase("auto_pad");
    conv.attributes["pads"] = pads;
    return true;
}

} // namespace

Graph withoutNoOps(const Graph& graph, std::int64_t& removed)
{
    Graph result = graph;
    const auto consumers = consumersOf(graph);
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        const Node& node = result.nodes[i];
        const bool hasOneOutput =
            node.outputs.empty() ||
            std::all_of(node.outputs.begin() + 1, node.outputs.end(),
                        [&](TensorId id) { return isUnread(result, consumers, id); });
        if (isNoOp(result, node) && hasOneOutput && bypassNode(result, static_cast<NodeId>(i))) {
            ++removed;
        }
    }
    return compacted(result);
}

Graph withPadsMerged(const Graph& graph, std::int64_t& merged)
{
    Graph result = graph;
    const auto consumers = consumersOf(graph);
    for (const Node& pad : graph.nodes) {
        if (pad.opType != "Pad" || !pad.domain.empty()) {
            continue;
        }
        const TensorId padded = pad.outputs.front();
        const auto& readers = consumers[static_cast<std::size_t>(padded)];
        const auto padding = zeroSpatialPadding(graph, pad);
        if (!padding || readers.size() != 1 ||
            std::ranges::find(graph.outputs, padded) != graph.outputs.end()) {
            continue;
        }
        Node& conv = result.node(readers.front());
        if (conv.opType == "Conv" && conv.domain.empty() && conv.inputs.front() == padded &&
            addPadding(conv, *padding)) {
            conv.inputs.front() = pad.inputs.front();
            conv.absorbed.push_back({pad.name, pad.opType});
            ++merged;
        }
    }
    return compacted(result);
}

} // namespace quantoscope::model
