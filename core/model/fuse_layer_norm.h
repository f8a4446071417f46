// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

namespace quantoscope::model {

/// Replaces normalizations that exporters of opsets before 17 took apart by LayerNormalization:
///   d = x - ReduceMean(x); d / Sqrt(ReduceMean(d * d) + epsilon) * gain + offset
/// over the last axis, where nobody else reads what lies between. The square may be Pow or Mul.
/// Taken apart, means and variances would be quantized one by one, which no runtime does. Raises
/// the opset to 17 then; graphs that hold something that changed until 17 stay as they are.
/// Source: ONNX operator LayerNormalization (17) and its function body.
[[nodiscard]] Graph withLayerNormsFused(const Graph& graph);

} // namespace quantoscope::model
