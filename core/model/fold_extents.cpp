// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold_extents.h"

#include "core/model/operator_kinds.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace quantoscope::model {

namespace {

using Extents = std::vector<std::int64_t>;

/// A place from 0 to `count`, counted from the end where negative.
std::int64_t clampedPlace(std::int64_t place, std::int64_t count)
{
    return std::clamp<std::int64_t>(place < 0 ? place + count : place, 0, count);
}

/// Extents [start, end) of a shape, as Shape (opset 15) selects them.
Extents selectedExtents(const Node& node, const Shape& shape)
{
    const auto rank = static_cast<std::int64_t>(shape.size());
    const std::int64_t start = clampedPlace(intAttribute(node, "start", 0), rank);
    const std::int64_t end = std::max(start, clampedPlace(intAttribute(node, "end", rank), rank));
    return {shape.begin() + start, shape.begin() + end};
}

std::optional<std::int64_t> onlyInteger(const Graph& graph, const Node& node, std::size_t index)
{
    const Constant* constant = constantInput(graph, node, index);
    const Extents values = constant != nullptr ? integerValues(*constant) : Extents{};
    return values.size() == 1 ? std::optional(values.front()) : std::nullopt;
}

/// What Gather takes from a list of extents, with the shape of its indices.
std::optional<Constant> gathered(const Graph& graph, const Node& node, const Extents& extents)
{
    const Constant* indices = constantInput(graph, node, 1);
    if (indices == nullptr || intAttribute(node, "axis", 0) != 0) {
        return std::nullopt;
    }
    const auto count = static_cast<std::int64_t>(extents.size());
    Extents values;
    for (const std::int64_t index : integerValues(*indices)) {
        const std::int64_t place = index < 0 ? index + count : index;
        if (place < 0 || place >= count) {
            return std::nullopt;
        }
        values.push_back(extents[static_cast<std::size_t>(place)]);
    }
    return values.empty() ? std::nullopt : std::optional(makeConstant(indices->shape, values));
}

/// What Slice takes from a list of extents, by constant steps of 1.
std::optional<Constant> sliced(const Graph& graph, const Node& node, const Extents& extents)
{
    const auto start = onlyInteger(graph, node, 1);
    const auto end = onlyInteger(graph, node, 2);
    const bool hasSteps = node.inputs.size() > 4 && node.inputs[4] != kNoTensor;
    if (!start || !end || (hasSteps && onlyInteger(graph, node, 4) != 1)) {
        return std::nullopt;
    }
    const auto count = static_cast<std::int64_t>(extents.size());
    const std::int64_t first = clampedPlace(*start, count);
    const std::int64_t last = std::max(first, clampedPlace(*end, count));
    return makeConstant({last - first}, Extents(extents.begin() + first, extents.begin() + last));
}

bool isKnown(const Constant& constant)
{
    const Extents values = integerValues(constant);
    return std::ranges::find(values, kDynamic) == values.end();
}

} // namespace

Graph withKnownExtentsFolded(const Graph& graph, std::int64_t& folded)
{
    Graph result = graph;
    std::map<TensorId, Extents> lists; // what Shape makes, extents kDynamic where unknown
    for (Node& node : result.nodes) {
        if (!node.domain.empty() || node.inputs.empty() || node.inputs.front() == kNoTensor) {
            continue;
        }
        std::optional<Constant> value;
        const auto list = lists.find(node.inputs.front());
        if (node.opType == "Shape" && result.tensor(node.inputs.front()).shape) {
            const Extents extents =
                selectedExtents(node, *result.tensor(node.inputs.front()).shape);
            lists[node.outputs.front()] = extents;
            value = makeConstant({static_cast<std::int64_t>(extents.size())}, extents);
        } else if (list != lists.end() && node.opType == "Gather") {
            value = gathered(result, node, list->second);
        } else if (list != lists.end() && node.opType == "Slice") {
            value = sliced(result, node, list->second);
        }
        if (value && isKnown(*value)) {
            TensorInfo& info = result.tensor(node.outputs.front());
            info.type = value->type;
            info.shape = value->shape;
            info.constant = *std::move(value);
            info.producer = kNoNode;
            node.outputs = {kNoTensor};
            node.inputs.clear();
            ++folded;
        }
    }
    return compacted(result);
}

} // namespace quantoscope::model
