// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/engine.h"
#include "core/model/graph.h"

namespace quantoscope::exec {

/// Runs two graphs with the same inputs and outputs on the same random input (standard normal,
/// fixed seed, batch 1) and returns the largest |a - b| relative to the largest |a|, over all
/// outputs.
[[nodiscard]] Result<double> largestDifference(Engine& engine, const model::Graph& a,
                                               const model::Graph& b);

} // namespace quantoscope::exec
