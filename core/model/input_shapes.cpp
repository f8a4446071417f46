// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/input_shapes.h"

#include <algorithm>
#include <utility>

namespace quantoscope::model {

namespace {

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "'" : ", '") + name + "'";
    }
    return text.empty() ? "none" : text;
}

/// Symbolic names of dynamic extents, each once, in input order.
std::vector<std::string> symbolicNames(const Graph& graph)
{
    std::vector<std::string> names;
    for (const TensorId id : graph.inputs) {
        for (const std::string& name : graph.tensor(id).dimensionNames) {
            if (!name.empty() && std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

std::vector<std::string> inputNames(const Graph& graph)
{
    std::vector<std::string> names;
    for (const TensorId id : graph.inputs) {
        names.push_back(graph.tensor(id).name);
    }
    return names;
}

Status checkNames(const Graph& graph, const FixedDimensions& fixed)
{
    const std::vector<std::string> symbols = symbolicNames(graph);
    for (const auto& [name, extent] : fixed.byName) {
        if (std::ranges::find(symbols, name) == symbols.end()) {
            return fail(ErrorCode::InvalidArgument, "the model has no dimension named '" + name +
                                                        "'; it has " + joined(symbols));
        }
        if (extent < 1) {
            return fail(ErrorCode::InvalidArgument, "dimension '" + name +
                                                        "' must be at least 1, not " +
                                                        std::to_string(extent));
        }
    }
    const std::vector<std::string> inputs = inputNames(graph);
    for (const auto& [name, shape] : fixed.byInput) {
        if (std::ranges::find(inputs, name) == inputs.end()) {
            return fail(ErrorCode::InvalidArgument,
                        "the model has no input named '" + name + "'; it has " + joined(inputs));
        }
    }
    return {};
}

void applyNames(TensorInfo& input, const FixedDimensions& fixed)
{
    for (std::size_t axis = 0; axis < input.dimensionNames.size(); ++axis) {
        const auto found = fixed.byName.find(input.dimensionNames[axis]);
        if (found != fixed.byName.end() && (*input.shape)[axis] == kDynamic) {
            (*input.shape)[axis] = found->second;
            input.dimensionNames[axis].clear();
        }
    }
}

Status applyShape(TensorInfo& input, const Shape& wanted)
{
    if (!input.shape) {
        input.shape = Shape(wanted.size(), kDynamic);
        input.dimensionNames.assign(wanted.size(), "");
    }
    if (input.shape->size() != wanted.size()) {
        return fail(ErrorCode::InvalidArgument,
                    "the input has the shape " + toString(*input.shape) + ", so " +
                        toString(wanted) + " has the wrong number of extents",
                    input.name);
    }
    for (std::size_t axis = 0; axis < wanted.size(); ++axis) {
        std::int64_t& extent = (*input.shape)[axis];
        if (wanted[axis] == kDynamic) {
            continue;
        }
        if (wanted[axis] < 1) {
            return fail(ErrorCode::InvalidArgument, "extents must be at least 1", input.name);
        }
        if (extent != kDynamic && extent != wanted[axis]) {
            return fail(ErrorCode::ShapeMismatch,
                        "the model fixes the shape to " + toString(*input.shape) +
                            ", which contradicts " + toString(wanted),
                        input.name);
        }
        extent = wanted[axis];
        input.dimensionNames[axis].clear();
    }
    return {};
}

Status checkFixed(const TensorInfo& input)
{
    if (!input.shape) {
        return fail(ErrorCode::Unsupported,
                    "the model does not state this input's shape; give it as the input's shape",
                    input.name);
    }
    for (std::size_t axis = 1; axis < input.shape->size(); ++axis) {
        if ((*input.shape)[axis] != kDynamic) {
            continue;
        }
        const std::string& name = input.dimensionNames[axis];
        return fail(ErrorCode::Unsupported,
                    "axis " + std::to_string(axis) +
                        (name.empty() ? std::string{} : " ('" + name + "')") + " of the shape " +
                        toString(*input.shape) + " is dynamic; give " +
                        (name.empty() ? std::string{} : "'" + name + "' an extent or ") +
                        "the whole shape of the input",
                    input.name);
    }
    return {};
}

void forgetInnerShapes(Graph& graph)
{
    for (TensorInfo& info : graph.tensors) {
        if (info.producer != kNoNode) {
            info.shape.reset();
        }
    }
}

bool hasDynamicAxis0(const TensorInfo& input)
{
    return input.shape && !input.shape->empty() && input.shape->front() == kDynamic;
}

} // namespace

Result<Graph> fixDimensions(const Graph& graph, const FixedDimensions& fixed)
{
    if (const Status checked = checkNames(graph, fixed); !checked) {
        return failFrom(checked);
    }
    Graph result = graph;
    for (const TensorId id : result.inputs) {
        TensorInfo& input = result.tensor(id);
        input.dimensionNames.resize(input.shape ? input.shape->size() : 0);
        applyNames(input, fixed);
        if (const auto found = fixed.byInput.find(input.name); found != fixed.byInput.end()) {
            if (const Status applied = applyShape(input, found->second); !applied) {
                return failFrom(applied);
            }
        }
        if (const Status checked = checkFixed(input); !checked) {
            return failFrom(checked);
        }
    }
    if (!fixed.byName.empty() || !fixed.byInput.empty()) {
        forgetInnerShapes(result);
    }
    return result;
}

bool hasDynamicBatch(const Graph& graph)
{
    return std::ranges::all_of(graph.inputs,
                               [&graph](TensorId id) { return hasDynamicAxis0(graph.tensor(id)); });
}

Graph withBatch(const Graph& graph, std::int64_t batch)
{
    Graph result = graph;
    bool changed = false;
    for (const TensorId id : result.inputs) {
        TensorInfo& input = result.tensor(id);
        if (hasDynamicAxis0(input)) {
            input.shape->front() = batch;
            if (!input.dimensionNames.empty()) {
                input.dimensionNames.front().clear();
            }
            changed = true;
        }
    }
    if (changed) {
        forgetInnerShapes(result);
    }
    return result;
}

} // namespace quantoscope::model
