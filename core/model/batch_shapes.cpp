// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch_shapes.h"

#include "core/model/input_shapes.h"

#include <algorithm>

namespace quantoscope::model {

namespace {

/// Whether anything but the batch on axis 0 is unknown.
bool isVague(const TensorInfo& info)
{
    if (info.constant || info.producer == kNoNode || (info.shape && info.shape->empty())) {
        return false;
    }
    if (!info.shape) {
        return true;
    }
    return std::find(info.shape->begin() + 1, info.shape->end(), kDynamic) != info.shape->end();
}

/// Extents both agree on; empty when the ranks differ or one is not fully known.
std::optional<Shape> agreement(const std::optional<Shape>& first,
                               const std::optional<Shape>& second)
{
    if (!first || !second || first->size() != second->size() || elementCount(*first) == kDynamic ||
        elementCount(*second) == kDynamic) {
        return std::nullopt;
    }
    Shape shape = *first;
    for (std::size_t axis = 0; axis < shape.size(); ++axis) {
        if (shape[axis] != (*second)[axis]) {
            shape[axis] = kDynamic;
        }
    }
    return shape;
}

} // namespace

Result<Graph> withInferredShapes(const Graph& graph, GraphEvaluator& evaluator)
{
    auto shaped = evaluator.inferShapes(graph);
    if (!shaped || !hasDynamicBatch(*shaped) || std::ranges::none_of(shaped->tensors, isVague)) {
        return shaped;
    }
    // Two primes, so that an extent such as batch / 2 or batch * 2 is never the same for both.
    const auto first = evaluator.inferShapes(withBatch(*shaped, 3));
    const auto second = evaluator.inferShapes(withBatch(*shaped, 7));
    if (!first || !second) {
        return shaped; // the model works at one batch only; what is known then must do
    }
    for (std::size_t i = 0; i < shaped->tensors.size(); ++i) {
        TensorInfo& info = shaped->tensors[i];
        if (info.producer == kNoNode) {
            continue;
        }
        if (auto shape = agreement(first->tensors[i].shape, second->tensors[i].shape)) {
            info.shape = std::move(shape);
        }
    }
    return shaped;
}

} // namespace quantoscope::model
