// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"
#include "core/model/graph_evaluator.h"

#include <cstdint>

namespace quantoscope::model {

/// How much larger than its constant inputs the result of one node may be to be stored.
inline constexpr std::int64_t kMaxFoldGrowthBytes = std::int64_t{64} << 20;

/// Replaces Shape of tensors with known extents, and then every node whose inputs are all constant,
/// by the value. Random operators, sub-graphs, other domains and results that would grow the model
/// by more than kMaxFoldGrowthBytes stay. `folded` is raised by the number of nodes replaced.
[[nodiscard]] Result<Graph> withConstantsFolded(const Graph& graph, GraphEvaluator& evaluator,
                                                std::int64_t& folded);

/// Gives every Reshape whose target is computed, and whose inferred output has at most one dynamic
/// extent, that shape as a constant, so that no shape arithmetic remains beside the data.
[[nodiscard]] Graph withConstantReshapes(const Graph& graph);

} // namespace quantoscope::model
