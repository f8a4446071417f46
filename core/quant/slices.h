// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/quant/quant_params.h"

#include <cstddef>

namespace quantoscope::quant {

/// How the slices along an axis lie in a row-major tensor: element (o, s, i) is at
/// (o * slices + s) * inner + i. Per-tensor is one slice.
struct Slices
{
    std::size_t outer = 1;
    std::size_t slices = 1;
    std::size_t inner = 0;

    [[nodiscard]] std::size_t elements() const { return outer * slices * inner; }
};

/// Slices of a tensor with `elements` values; axis -1 means per-tensor. ShapeMismatch when the
/// shape has another number of elements or no such axis.
[[nodiscard]] Result<Slices> slicesOf(const Shape& shape, std::size_t elements, int axis);

/// slicesOf for p's axis; also ShapeMismatch when p has not one scale and zero point a slice, and
/// InvalidArgument when its numbers are no grid (scale not positive, limits out of order or wider
/// than 16 bits).
[[nodiscard]] Result<Slices> slicesOf(const Shape& shape, std::size_t elements,
                                      const QuantParams& p);

} // namespace quantoscope::quant
