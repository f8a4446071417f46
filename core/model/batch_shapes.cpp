// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch_shapes.h"

#include "core/model/input_shapes.h"
#include "core/model/operator_kinds.h"

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

Graph withSampleShapes(const Graph& graph, GraphEvaluator& evaluator)
{
    Graph result = graph;
    if (!hasDynamicBatch(graph)) {
        return result;
    }
    const auto one = evaluator.inferShapes(withBatch(graph, 1));
    for (std::size_t i = 0; one && i < result.tensors.size(); ++i) {
        TensorInfo& info = result.tensors[i];
        if (!info.constant && info.shape != one->tensors[i].shape) {
            info.sampleShape = one->tensors[i].shape;
        }
    }
    return result;
}

std::optional<Shape> shapeOfOne(const TensorInfo& tensor)
{
    if (tensor.sampleShape || !tensor.shape) {
        return tensor.sampleShape;
    }
    Shape shape = *tensor.shape;
    if (!shape.empty() && shape.front() == kDynamic) {
        shape.front() = 1;
    }
    return shape;
}

bool countsPictures(const TensorInfo& tensor)
{
    return tensor.shape && !tensor.shape->empty() && tensor.shape->front() == kDynamic &&
           shapeOfOne(tensor)->front() == 1 &&
           std::find(tensor.shape->begin() + 1, tensor.shape->end(), kDynamic) ==
               tensor.shape->end();
}

std::int64_t picturesAtOnce(const Graph& graph, std::int64_t wanted)
{
    if (!hasDynamicBatch(graph)) {
        const auto& input = graph.tensor(graph.inputs.front()).shape;
        return input && !input->empty() ? std::max<std::int64_t>(1, input->front()) : 1;
    }
    const auto isMixed = [](const TensorInfo& tensor) {
        return tensor.producer != kNoNode && isFloat(tensor.type) && tensor.shape &&
               std::ranges::count(*tensor.shape, kDynamic) > 0 && !countsPictures(tensor);
    };
    return std::ranges::any_of(graph.tensors, isMixed) ? 1 : wanted;
}

} // namespace quantoscope::model
