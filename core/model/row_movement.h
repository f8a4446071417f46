// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

namespace quantoscope::model {

/// Whether an operator moves rows of the last axis as they are: the rows of its first output are
/// rows of its inputs, none of which is constant. So are Transpose that leaves the last axis where
/// it is, Reshape and its like that keep its extent, Slice, Gather and Concat along other axes.
[[nodiscard]] bool movesRows(const Graph& graph, const Node& node);

} // namespace quantoscope::model
