// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_movement.h"

#include "core/model/operator_kinds.h"

#include <algorithm>

namespace quantoscope::model {

namespace {

/// Whether an axis, counted from the end where negative, is the last one.
bool isLast(std::int64_t axis, const Shape& shape)
{
    return axis == -1 || axis == static_cast<std::int64_t>(shape.size()) - 1;
}

bool slicesRows(const Graph& graph, const Node& node, const Shape& shape)
{
    const Constant* axes = constantInput(graph, node, 3);
    return axes != nullptr && std::ranges::none_of(integerValues(*axes), [&](std::int64_t axis) {
               return isLast(axis, shape);
           });
}

} // namespace

bool movesRows(const Graph& graph, const Node& node)
{
    if (!node.domain.empty() || node.inputs.empty() || node.inputs.front() == kNoTensor) {
        return false;
    }
    const auto& in = graph.tensor(node.inputs.front()).shape;
    const auto& out = graph.tensor(node.outputs.front()).shape;
    if (!in || !out || in->size() < 2 || out->size() < 2 || in->back() < 1 ||
        in->back() != out->back()) {
        return false;
    }
    const std::string& op = node.opType;
    if (op == "Transpose") {
        const auto order = intsAttribute(node, "perm");
        return !order.empty() && order.back() == static_cast<std::int64_t>(in->size()) - 1;
    }
    if (op == "Slice") {
        return slicesRows(graph, node, *in);
    }
    if (op == "Gather") {
        return !isLast(intAttribute(node, "axis", 0), *in) &&
               !graph.tensor(node.inputs.front()).constant;
    }
    if (op == "Concat") {
        return !isLast(intAttribute(node, "axis", 0), *in) &&
               std::ranges::none_of(node.inputs, [&](TensorId input) {
                   return input == kNoTensor || graph.tensor(input).constant.has_value();
               });
    }
    return op == "Reshape" || op == "Flatten" || op == "Squeeze" || op == "Unsqueeze";
}

} // namespace quantoscope::model
