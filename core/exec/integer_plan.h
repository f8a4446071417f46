// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/integer_kernels.h"
#include "core/model/layers.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// A tensor of codes inside a segment, of one picture, [height, width, channels].
struct IntegerSlot
{
    std::size_t site = 0; ///< whose grid it lies on, index into LayerModel::sites
    std::int32_t height = 1, width = 1;
    std::size_t channels = 1;
    [[nodiscard]] std::size_t pixels() const
    {
        return static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::size_t count() const { return pixels() * channels; }
};

/// What a step computes.
enum class IntegerOperation {
    Convolution, ///< dense; Gemm is one over a single pixel
    Depthwise,   ///< one filter a channel
    Sum,         ///< of two tensors of the same shape
    Average,     ///< over all pixels
};

/// One layer of a segment.
struct IntegerStep
{
    IntegerOperation operation = IntegerOperation::Convolution;
    std::size_t layer = 0;
    std::size_t input = 0;                  ///< slot
    std::optional<std::size_t> secondInput; ///< slot; of a sum
    std::optional<std::size_t> output;      ///< slot; none: real values, an output of the model
    std::int32_t outHeight = 1, outWidth = 1;
    std::size_t channels = 1; ///< of the output
    IntegerWindow window;
    float lowest = 0.0F, highest = 0.0F; ///< the activation function, a clip
    [[nodiscard]] std::size_t pixels() const
    {
        return static_cast<std::size_t>(outHeight) * static_cast<std::size_t>(outWidth);
    }
};

/// How a segment is computed on codes alone. Immutable.
struct IntegerPlan
{
    std::vector<IntegerSlot> slots;
    std::vector<IntegerStep> steps;     ///< in order
    std::vector<std::size_t> readSlots; ///< by position in the segment's reads
    /// By position in the segment's writes: a slot, or none for the real values of the last step.
    std::vector<std::optional<std::size_t>> writeSlots;
    std::optional<std::size_t> inputSlot; ///< of the model's first input, where it is read
};

/// Plans layers [first, end) for a segment that reads and writes these tensors. Empty where one of
/// them is not implemented on codes, or where a tensor between them has no quantizer.
[[nodiscard]] std::optional<IntegerPlan> planIntegers(const model::LayerModel& layers,
                                                      std::size_t first, std::size_t end,
                                                      std::span<const model::TensorId> reads,
                                                      std::span<const model::TensorId> writes);

/// Site whose grid a tensor lies on: its own, or that of what a Reshape or Flatten passes on.
[[nodiscard]] std::optional<std::size_t> siteBehind(const model::LayerModel& layers,
                                                    model::TensorId tensor);

} // namespace quantoscope::exec
