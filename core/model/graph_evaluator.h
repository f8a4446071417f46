// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <vector>

namespace quantoscope::model {

/// What the model room asks of an inference engine, so that it need not know one.
/// The exec room implements it.
class GraphEvaluator
{
public:
    virtual ~GraphEvaluator() = default;

    /// Runs a graph without inputs and returns its outputs, in order.
    [[nodiscard]] virtual Result<std::vector<Constant>> evaluateConstants(const Graph& graph) = 0;

    /// The graph with type and shape of every tensor filled in (extents that depend on a dynamic
    /// batch stay kDynamic). Errors name the node: Unsupported for an operator the engine lacks.
    [[nodiscard]] virtual Result<Graph> inferShapes(const Graph& graph) = 0;
};

} // namespace quantoscope::model
