// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

namespace quantoscope::tests {

/// Conv, Relu, Conv, Relu, padding Conv, Relu, Conv with a bias of 8 before the first Relu.
/// x is [batch, 3, 16, 16], y [batch, 4, 12, 12].
[[nodiscard]] model::Graph highBiasNetwork();

} // namespace quantoscope::tests
