// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <cstdint>

namespace quantoscope::model {

/// Replaces what reads known extents of a shape by their values, also where others of that shape,
/// such as the batch, are dynamic: Shape itself (with `start` and `end`), Gather and Slice behind
/// it. `folded` counts the nodes.
[[nodiscard]] Graph withKnownExtentsFolded(const Graph& graph, std::int64_t& folded);

} // namespace quantoscope::model
