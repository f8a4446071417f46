// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/raise_opset.h"

#include "core/model/graph_edit.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace quantoscope::exporting {

namespace {

using model::Graph;
using model::Node;

/// ReduceSum has had its axes as an input since 13.
constexpr std::array kReductions{"ReduceL1",        "ReduceL2",   "ReduceLogSum",
                                 "ReduceLogSumExp", "ReduceMax",  "ReduceMin",
                                 "ReduceMean",      "ReduceProd", "ReduceSumSquare"};

/// One operator's new definition: applies from opset `since` on.
struct Change
{
    std::int64_t since;
    Status (*rewrite)(Graph& graph, Node& node, model::UniqueNames& names);
};

Status axesBecomeInput(Graph& graph, Node& node, model::UniqueNames& names)
{
    const auto axes = model::intsAttribute(node, "axes");
    if (axes.empty()) {
        return {};
    }
    node.attributes.erase("axes");
    node.inputs.push_back(graph.addConstant(names.fresh(node.name + "_axes"),
                                            Shape{static_cast<std::int64_t>(axes.size())}, axes));
    return {};
}

Status countSplitOutputs(Graph&, Node& node, model::UniqueNames&)
{
    const bool hasSizes = node.inputs.size() > 1 && node.inputs[1] != model::kNoTensor;
    if (!hasSizes) {
        node.attributes["num_outputs"] = static_cast<std::int64_t>(node.outputs.size());
    }
    return {};
}

Status nameCoordinateMode(Graph&, Node& node, model::UniqueNames&)
{
    node.attributes["coordinate_transformation_mode"] = std::string("output_half_pixel");
    return {};
}

Status renameSamplingMode(Graph&, Node& node, model::UniqueNames&)
{
    const std::string mode = model::stringAttribute(node, "mode", "bilinear");
    if (mode == "bilinear" || mode == "bicubic") {
        node.attributes["mode"] = std::string(mode == "bilinear" ? "linear" : "cubic");
    }
    return {};
}

Status refuse(Graph&, Node& node, model::UniqueNames&)
{
    return fail(ErrorCode::Unsupported,
                node.opType +
                    " cannot be carried to opset 21, which 4-bit and 16-bit integers need; "
                    "use 8-bit settings to export this model",
                node.name);
}

Status refuseTraining(Graph& graph, Node& node, model::UniqueNames& names)
{
    return node.outputs.size() > 1 ? refuse(graph, node, names) : Status{};
}

const std::multimap<std::string, Change, std::less<>>& changes()
{
    static const auto kAll = [] {
        std::multimap<std::string, Change, std::less<>> table{
            {"BatchNormalization", {14, refuseTraining}},
            {"RoiAlign", {16, nameCoordinateMode}},
            {"Split", {18, countSplitOutputs}},
            {"GridSample", {20, renameSamplingMode}},
            {"DFT", {20, refuse}},
            {"GroupNormalization", {21, refuse}}};
        for (const char* reduction : kReductions) {
            table.emplace(reduction, Change{18, axesBecomeInput});
        }
        return table;
    }();
    return kAll;
}

bool hasSubGraph(const Node& node)
{
    return std::ranges::any_of(node.attributes, [](const auto& attribute) {
        return std::holds_alternative<model::OpaqueGraph>(attribute.second);
    });
}

Status raiseNode(Graph& graph, std::size_t index, std::int64_t opset, model::UniqueNames& names)
{
    if (hasSubGraph(graph.nodes[index])) {
        return refuse(graph, graph.nodes[index], names);
    }
    const auto [first, last] = changes().equal_range(graph.nodes[index].opType);
    for (auto change = first; change != last; ++change) {
        const std::int64_t since = change->second.since;
        if (graph.opset() < since && since <= opset) {
            if (const Status done = change->second.rewrite(graph, graph.nodes[index], names);
                !done) {
                return done;
            }
        }
    }
    return {};
}

/// Least IR version of an opset. Source: ONNX, docs/Versioning.md.
std::int64_t irVersionFor(std::int64_t opset)
{
    return opset >= 23 ? 11 : opset >= 21 ? 10 : opset >= 19 ? 9 : opset >= 15 ? 8 : 7;
}

} // namespace

Result<Graph> raisedTo(std::int64_t opset, Graph graph)
{
    if (graph.opset() < opset) {
        model::UniqueNames names(graph);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            if (!graph.nodes[i].domain.empty()) {
                continue;
            }
            if (const Status raised = raiseNode(graph, i, opset, names); !raised) {
                return failFrom(raised);
            }
        }
        graph.opsets[""] = opset;
    }
    graph.irVersion = std::max(graph.irVersion, irVersionFor(graph.opset()));
    return graph;
}

} // namespace quantoscope::exporting
