// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <cstdint>
#include <map>
#include <string>

namespace quantoscope::model {

/// What the user fixes of a model's dynamic extents.
struct FixedDimensions
{
    std::map<std::string, std::int64_t> byName; ///< symbolic name ("height") -> extent
    std::map<std::string, Shape> byInput;       ///< input name -> whole shape
};

/// Sets the extents of the model's inputs. Afterwards only axis 0 (the batch) may be dynamic.
/// Shapes of inner tensors that may depend on them are forgotten.
/// Errors: InvalidArgument for a name or rank that does not exist (listing those that do),
/// ShapeMismatch when a fixed extent contradicts the model, Unsupported naming the input and axis
/// that are still dynamic and how to fix them.
[[nodiscard]] Result<Graph> fixDimensions(const Graph& graph, const FixedDimensions& fixed);

/// True when axis 0 of every input is dynamic, so that any batch can be run.
[[nodiscard]] bool hasDynamicBatch(const Graph& graph);

/// The graph with axis 0 of every input set to `batch` (only where it is dynamic).
[[nodiscard]] Graph withBatch(const Graph& graph, std::int64_t batch);

} // namespace quantoscope::model
