// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/shape.h"

#include <span>
#include <utility>
#include <vector>

namespace quantoscope {

/// A float32 tensor that owns its values, row-major (C order).
struct Tensor
{
    Shape shape;
    std::vector<float> values;
};

/// A float32 tensor somebody else owns, row-major (C order).
struct TensorView
{
    Shape shape;
    std::span<const float> values;

    TensorView() = default;
    TensorView(Shape viewShape, std::span<const float> viewValues)
        : shape(std::move(viewShape)), values(viewValues)
    {
    }
    TensorView(const Tensor& tensor) // NOLINT(google-explicit-constructor): a view of a tensor
        : shape(tensor.shape), values(tensor.values)
    {
    }
};

} // namespace quantoscope
