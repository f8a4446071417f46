// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/channel_moves.h"

#include "core/model/operator_kinds.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace quantoscope::session {
namespace {

const Shape& shapeOf(const model::Graph& graph, model::TensorId tensor)
{
    static const Shape kNone;
    const auto& shape = graph.tensor(tensor).shape;
    return shape ? *shape : kNone;
}

/// Values behind one index of the axis before `first`; -1 where an extent is not known.
std::int64_t productFrom(const Shape& shape, std::size_t first)
{
    std::int64_t count = 1;
    for (std::size_t axis = first; axis < shape.size(); ++axis) {
        if (shape[axis] <= 0) {
            return -1;
        }
        count *= shape[axis];
    }
    return count;
}

std::optional<ChannelMeans> reduced(const model::Graph& graph, const model::Node& node,
                                    ChannelMeans means)
{
    const auto rank = static_cast<std::int64_t>(shapeOf(graph, node.inputs.front()).size());
    auto axes = model::intsAttribute(node, "axes");
    if (const auto* constant = model::constantInput(graph, node, 1)) {
        axes = model::integerValues(*constant);
    }
    const auto channel = static_cast<std::int64_t>(means.axis);
    std::size_t before = 0;
    for (const std::int64_t axis : axes) {
        const std::int64_t place = axis < 0 ? axis + rank : axis;
        if (place == channel) {
            return std::nullopt;
        }
        before += place < channel ? 1U : 0U;
    }
    if (axes.empty()) { // all of them
        return std::nullopt;
    }
    means.axis -= model::intAttribute(node, "keepdims", 1) == 0 ? before : 0U;
    return means;
}

std::optional<ChannelMeans> transposed(const model::Node& node, ChannelMeans means)
{
    const auto order = model::intsAttribute(node, "perm");
    const auto found = std::ranges::find(order, static_cast<std::int64_t>(means.axis));
    if (found == order.end()) {
        return std::nullopt;
    }
    means.axis = static_cast<std::size_t>(found - order.begin());
    return means;
}

std::optional<ChannelMeans> excerpt(const model::Graph& graph, const model::Node& node,
                                    const ChannelMeans& means)
{
    const Shape& in = shapeOf(graph, node.inputs.front());
    const Shape& out = shapeOf(graph, node.outputs.front());
    const bool keeps =
        in.size() == out.size() && means.axis < in.size() && in[means.axis] == out[means.axis];
    return keeps ? std::optional(means) : std::nullopt;
}

/// Finds the channels again by how many values lie behind each.
std::optional<ChannelMeans> reshaped(const model::Graph& graph, const model::Node& node,
                                     const ChannelMeans& means)
{
    const Shape& in = shapeOf(graph, node.inputs.front());
    const Shape& out = shapeOf(graph, node.outputs.front());
    if (means.axis >= in.size()) {
        return std::nullopt;
    }
    const std::int64_t inner = productFrom(in, means.axis + 1);
    const std::int64_t wanted = productFrom(in, means.axis);
    for (std::size_t axis = out.size(); axis-- > 0;) {
        const std::int64_t behind = productFrom(out, axis + 1);
        if (inner < 1 || behind < 1 || productFrom(out, axis) != wanted || out[axis] == 1) {
            continue;
        }
        if (inner % behind != 0) {
            return std::nullopt;
        }
        ChannelMeans found{{}, axis};
        for (const double mean : means.means) {
            found.means.insert(found.means.end(), static_cast<std::size_t>(inner / behind), mean);
        }
        return found;
    }
    return std::nullopt;
}

} // namespace

bool averages(const model::Node& node)
{
    return node.opType == "AveragePool" || node.opType == "GlobalAveragePool" ||
           node.opType == "ReduceMean";
}

std::optional<ChannelMeans> movedMeans(const model::Graph& graph, const model::Node& node,
                                       const ChannelMeans& means)
{
    static const std::set<std::string> kReshapes{"Reshape", "Flatten", "Squeeze", "Unsqueeze"};
    static const std::set<std::string> kExcerpts{"Slice", "Resize", "Identity", "Dropout"};
    if (node.opType == "ReduceMean") {
        return reduced(graph, node, means);
    }
    if (averages(node)) {
        return means;
    }
    if (kReshapes.contains(node.opType)) {
        return reshaped(graph, node, means);
    }
    if (node.opType == "Transpose") {
        return transposed(node, means);
    }
    return kExcerpts.contains(node.opType) ? excerpt(graph, node, means) : std::nullopt;
}

} // namespace quantoscope::session
