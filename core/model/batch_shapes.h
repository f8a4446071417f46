// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"
#include "core/model/graph_evaluator.h"

#include <cstdint>
#include <optional>

namespace quantoscope::model {

/// The graph with types and shapes of all tensors. Engines lose track of a dynamic batch in shape
/// arithmetic (Shape, Gather, Concat, Reshape); where that happens the shapes at two batches are
/// compared, and extents that do not differ are taken as fixed.
[[nodiscard]] Result<Graph> withInferredShapes(const Graph& graph, GraphEvaluator& evaluator);

/// The graph with the sample shapes of its tensors, where its batch is dynamic.
[[nodiscard]] Graph withSampleShapes(const Graph& graph, GraphEvaluator& evaluator);

/// The tensor's shape where the model runs one picture, extents kDynamic where unknown. Without a
/// sample shape a dynamic axis 0 counts as the batch.
[[nodiscard]] std::optional<Shape> shapeOfOne(const TensorInfo& tensor);

/// Whether axis 0 is the dynamic batch and nothing else, so that it counts pictures.
[[nodiscard]] bool countsPictures(const TensorInfo& tensor);

/// Pictures to run at once where `wanted` would be good: the model's own batch where that is fixed,
/// 1 where some tensor of numbers has the dynamic batch elsewhere than alone on axis 0, as
/// attention has that puts tokens first or windows beside each other. Pictures cannot be told apart
/// there.
[[nodiscard]] std::int64_t picturesAtOnce(const Graph& graph, std::int64_t wanted);

} // namespace quantoscope::model
