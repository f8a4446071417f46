// SPDX-License-Identifier: GPL-3.0-or-later
// Small graphs for tests, made by hand, and graphs and layers as text.
#pragma once

#include "core/model/graph.h"
#include "core/model/layers.h"

#include <QByteArray>

#include <map>
#include <string>
#include <vector>

namespace quantoscope::model {

/// Makes a graph by tensor names. Tensors that no call has made yet are added as needed.
class GraphMaker
{
public:
    explicit GraphMaker(std::int64_t opset = 13);
    GraphMaker& input(const std::string& name, const Shape& shape);
    GraphMaker& weights(const std::string& name, const Shape& shape,
                        const std::vector<float>& values = {});
    GraphMaker& integers(const std::string& name, const std::vector<std::int64_t>& values);
    /// A node named after its first output; "" stands for an omitted input.
    GraphMaker& node(const std::string& opType, const std::vector<std::string>& inputs,
                     const std::vector<std::string>& outputs,
                     std::map<std::string, Attribute> attributes = {});
    /// States type and shape of a tensor.
    GraphMaker& shape(const std::string& name, const Shape& shape,
                      ElementType type = ElementType::Float32);
    GraphMaker& output(const std::string& name);
    [[nodiscard]] Graph graph() const { return m_graph; }

private:
    TensorId id(const std::string& name);
    Graph m_graph;
};

/// One line a node: "Conv conv: x w - -> y {group}".
[[nodiscard]] QByteArray nodesAsText(const Graph& graph);
/// One line a layer with its kind, what it absorbs (indented), inputs and outputs.
[[nodiscard]] QByteArray layersAsText(const LayerModel& model);
/// One line a site: "y >= 0 (layer)".
[[nodiscard]] QByteArray sitesAsText(const LayerModel& model);
/// Values of the constant of that name.
[[nodiscard]] std::vector<float> valuesOf(const Graph& graph, const std::string& name);
/// First difference between two graphs in words, ignoring tensor order; empty when equal.
[[nodiscard]] std::string difference(const Graph& left, const Graph& right);

} // namespace quantoscope::model
