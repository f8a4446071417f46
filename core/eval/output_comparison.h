// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"

#include <cstdint>

namespace quantoscope::eval {

/// How a model's outputs are judged.
enum class TaskKind {
    Classification, ///< accuracy, agreement and the figures of OutputFigures
    Generic         ///< OutputFigures only
};

/// Classification when the model's first (or only) output holds one vector of at least two scores a
/// picture: [N, classes], further extents all 1 ([N, classes, 1, 1], [N, 1, 1, classes]).
[[nodiscard]] TaskKind taskKindOf(const Shape& outputShape);

/// How outputs differ from the FP32 model's.
struct OutputFigures
{
    double sqnrDb = 0.0; ///< over all values of all pictures, quant::kNoNoiseDb when equal
    double cosine = 0.0; ///< mean over pictures
};

/// Compares outputs of any shape; the first extent counts the pictures. Both views have one shape.
/// Without pictures the figures are those of equal outputs.
[[nodiscard]] OutputFigures compareOutputs(const TensorView& floatOutput,
                                           const TensorView& quantizedOutput);

} // namespace quantoscope::eval
