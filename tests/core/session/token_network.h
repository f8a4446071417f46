// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

namespace quantoscope::tests {

/// Patches as tokens of 16 channels, then what a transformer's feed-forward part is: a
/// LayerNormalization ("n") whose scale has outliers, MatMul ("m1"), Relu, MatMul ("m2") behind
/// channels that are outliers, too, a residual sum; at last a normalization's affine part taken
/// apart ("g", "o") and a MatMul ("y"). x is [batch, 3, 16, 16], y [batch, 16, 4].
[[nodiscard]] model::Graph tokenNetwork();

} // namespace quantoscope::tests
