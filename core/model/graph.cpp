// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph.h"

#include "core/model/graph_edit.h"

#include <algorithm>
#include <utility>

namespace quantoscope::model {

std::int64_t Graph::opset() const
{
    const auto found = opsets.find("");
    return found == opsets.end() ? 0 : found->second;
}

std::optional<TensorId> Graph::findTensor(const std::string& tensorName) const
{
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (tensors[i].name == tensorName) {
            return static_cast<TensorId>(i);
        }
    }
    return std::nullopt;
}

std::optional<NodeId> Graph::findNode(const std::string& nodeName) const
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].name == nodeName) {
            return static_cast<NodeId>(i);
        }
    }
    return std::nullopt;
}

TensorId Graph::addTensor(TensorInfo info)
{
    tensors.push_back(std::move(info));
    return static_cast<TensorId>(tensors.size() - 1);
}

namespace {

TensorInfo constantInfo(std::string name, Constant constant)
{
    TensorInfo info;
    info.name = std::move(name);
    info.type = constant.type;
    info.shape = constant.shape;
    info.constant = std::move(constant);
    return info;
}

} // namespace

TensorId Graph::addConstant(std::string tensorName, Constant constant)
{
    return addTensor(constantInfo(std::move(tensorName), std::move(constant)));
}

TensorId Graph::addConstant(std::string tensorName, Shape shape, const std::vector<float>& values)
{
    return addConstant(std::move(tensorName), makeConstant(std::move(shape), values));
}

TensorId Graph::addConstant(std::string tensorName, Shape shape,
                            const std::vector<std::int64_t>& values)
{
    return addConstant(std::move(tensorName), makeConstant(std::move(shape), values));
}

NodeId Graph::addNode(Node node)
{
    const auto id = static_cast<NodeId>(nodes.size());
    for (const TensorId output : node.outputs) {
        if (output != kNoTensor) {
            tensor(output).producer = id;
        }
    }
    nodes.push_back(std::move(node));
    return id;
}

std::vector<std::vector<NodeId>> consumersOf(const Graph& graph)
{
    std::vector<std::vector<NodeId>> consumers(graph.tensors.size());
    const std::vector<std::vector<TensorId>> reads = readTensors(graph);
    for (std::size_t i = 0; i < reads.size(); ++i) {
        for (const TensorId id : reads[i]) {
            consumers[static_cast<std::size_t>(id)].push_back(static_cast<NodeId>(i));
        }
    }
    return consumers;
}

std::int64_t intAttribute(const Node& node, const std::string& name, std::int64_t fallback)
{
    const auto found = node.attributes.find(name);
    const auto* value =
        found == node.attributes.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return value == nullptr ? fallback : *value;
}

float floatAttribute(const Node& node, const std::string& name, float fallback)
{
    const auto found = node.attributes.find(name);
    const auto* value =
        found == node.attributes.end() ? nullptr : std::get_if<float>(&found->second);
    return value == nullptr ? fallback : *value;
}

std::string stringAttribute(const Node& node, const std::string& name, const std::string& fallback)
{
    const auto found = node.attributes.find(name);
    const auto* value =
        found == node.attributes.end() ? nullptr : std::get_if<std::string>(&found->second);
    return value == nullptr ? fallback : *value;
}

std::vector<std::int64_t> intsAttribute(const Node& node, const std::string& name)
{
    const auto found = node.attributes.find(name);
    const auto* values = found == node.attributes.end()
                             ? nullptr
                             : std::get_if<std::vector<std::int64_t>>(&found->second);
    return values == nullptr ? std::vector<std::int64_t>{} : *values;
}

} // namespace quantoscope::model
