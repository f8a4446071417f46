// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <optional>
#include <vector>

namespace quantoscope::model {

/// For every tensor: whether its values depend on a model input, other than through shapes alone.
[[nodiscard]] std::vector<bool> dataTensors(const Graph& graph);

/// For every tensor: whether its values are known to be zero or more.
[[nodiscard]] std::vector<bool> nonNegativeTensors(const Graph& graph);

[[nodiscard]] bool isFloat(ElementType type);

/// What a node does by its operator, attributes and constant inputs. `isData` as from dataTensors.
[[nodiscard]] LayerKind kindOf(const Graph& graph, const Node& node,
                               const std::vector<bool>& isData);

[[nodiscard]] bool isWeightKind(LayerKind kind);

/// Position of the constant weight among the inputs of a weight operator; empty for others.
[[nodiscard]] std::optional<std::size_t> weightInput(const Graph& graph, const Node& node);

/// The constant behind an input, or null when it is absent or computed.
[[nodiscard]] const Constant* constantInput(const Graph& graph, const Node& node,
                                            std::size_t index);

} // namespace quantoscope::model
