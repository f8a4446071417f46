// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/compiled_segment.h"
#include "core/exec/integer_plan.h"
#include "core/exec/segment_forms.h"
#include "core/model/cuts.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// A tensor that crosses from one segment to a later one, or an output of the model.
struct SegmentValue
{
    model::TensorId tensor = model::kNoTensor;
    std::optional<std::size_t> site; ///< whose grid it lies on, index into LayerModel::sites
    std::size_t madeBy = 0;          ///< segment
    std::size_t lastRead = 0;        ///< segment; the number of segments for model outputs
    Shape shape;                     ///< with the batch
};

/// Layers between two cuts.
struct Segment
{
    std::size_t firstLayer = 0, endLayer = 0;
    /// Pictures it runs at a time, a divisor of the chain's batch: few where tensors are large, so
    /// that they stay in the processor's caches, many where the weights are.
    std::int64_t batch = 1;
    std::vector<std::size_t> reads;  ///< values made by segments before it
    std::vector<std::size_t> writes; ///< values it makes
    std::vector<std::size_t> sites;  ///< whose quantizers are inside, index into LayerModel::sites
    CompiledSegment quantizing;      ///< with quantizers at all its sites
    CompiledSegment plain;           ///< without; the same model where it has no sites
    /// For bindings that 8-bit codes can do; null where they never can.
    std::shared_ptr<const IntegerPlan> integers;
};

/// The instrumented model as a chain of pieces, so that a run can start at any of them from kept
/// values. In floats a chain computes what the whole would, bit for bit. Holds no weights.
/// Immutable but for forms compiled later.
struct SegmentedModel
{
    std::shared_ptr<const model::LayerModel> layers;
    std::vector<Segment> segments;
    std::vector<SegmentValue> values;
    std::vector<std::size_t> outputs; ///< of the model, as values
    std::vector<Shape> inputShapes;   ///< of the model, with the batch
    std::int64_t batch = 1;
    std::vector<double> layerCosts;      ///< model::layerCost of every layer
    std::shared_ptr<SegmentForms> forms; ///< compiles further forms of the segments

    [[nodiscard]] std::size_t segmentOf(std::size_t layer) const;
    /// Values needed to start at a segment.
    [[nodiscard]] std::vector<std::size_t> liveAt(std::size_t segment) const;
};

/// Whether a chain computes on codes what can be computed on codes.
enum class Integers { WherePossible, Never };

/// Compiles the pieces between the cuts (in order), each with and without quantizers.
/// \param batch a power of two; ignored by a model whose batch is fixed
[[nodiscard]] Result<std::shared_ptr<const SegmentedModel>>
compileSegments(Engine& engine, std::shared_ptr<const model::LayerModel> layers, std::int64_t batch,
                std::span<const model::Cut> cuts, Integers integers = Integers::WherePossible);

} // namespace quantoscope::exec
