// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"
#include "core/model/layers.h"

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace quantoscope::model {

/// Finds what belongs to a layer behind its main node: bias Add and activation function.
/// Keeps a reference to the graph.
class AbsorptionFinder
{
public:
    explicit AbsorptionFinder(const Graph& graph);

    /// The Add of a constant with one value per channel that alone reads a weight operator without
    /// bias; kNoNode when there is none. `channels` is on `axis` of the output, counted from the
    /// end.
    [[nodiscard]] NodeId biasAdd(NodeId main, std::int64_t channels, std::size_t axisFromEnd) const;

    /// The BatchNormalization with float32 constants that alone reads `tensor`; kNoNode when there
    /// is none.
    [[nodiscard]] NodeId batchNormBehind(TensorId tensor) const;

    /// The nodes of the activation function behind `tensor`, in data order; empty when there is
    /// none: Relu, Clip, LeakyRelu, PRelu, HardSwish, Mish, Gelu, pairs of Max and Min with
    /// constants, and functions of one value that multiply something made of it by a curve of it,
    /// however exporters spell them: SiLU, x * Clip(x + a) * b, GELU by Erf or Tanh, with what
    /// scales and shifts their result by scalars.
    [[nodiscard]] std::vector<NodeId> activationBehind(TensorId tensor) const;

    /// The same, for Relu, Clip and pairs of Max and Min only.
    [[nodiscard]] std::vector<NodeId> clampBehind(TensorId tensor) const;

private:
    [[nodiscard]] bool isHidden(TensorId tensor) const;
    [[nodiscard]] NodeId onlyReader(TensorId tensor) const;
    [[nodiscard]] std::vector<NodeId> gateBehind(TensorId tensor) const;
    [[nodiscard]] bool isPointwise(const Node& node,
                                   const std::map<TensorId, std::size_t>& own) const;
    [[nodiscard]] bool isClamp(const Node& node) const;
    [[nodiscard]] bool isScalarOperation(const Node& node) const;

    const Graph& m_graph;
    std::vector<std::vector<NodeId>> m_consumers;
    std::unordered_set<std::string> m_captured;
};

} // namespace quantoscope::model
