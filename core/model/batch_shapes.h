// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"
#include "core/model/graph_evaluator.h"

namespace quantoscope::model {

/// The graph with types and shapes of all tensors. Engines lose track of a dynamic batch in shape
/// arithmetic (Shape, Gather, Concat, Reshape); where that happens the shapes at two batches are
/// compared, and extents that do not differ are taken as fixed.
[[nodiscard]] Result<Graph> withInferredShapes(const Graph& graph, GraphEvaluator& evaluator);

} // namespace quantoscope::model
