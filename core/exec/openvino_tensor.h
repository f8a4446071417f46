// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <openvino/runtime/tensor.hpp>

namespace quantoscope::exec {

/// Engine types and shapes in the words of the model room; for the engine's own files only.
[[nodiscard]] model::ElementType elementTypeOf(const ov::element::Type& type);
[[nodiscard]] Shape shapeOf(const ov::PartialShape& shape);
[[nodiscard]] model::Constant constantOf(const ov::Tensor& tensor);

} // namespace quantoscope::exec
