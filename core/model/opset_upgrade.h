// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <cstdint>

namespace quantoscope::model {

/// Rewrites a graph of default-domain opset 7-12 in terms of opset 13; newer graphs are returned
/// as they are. Known types and ranks make the result simpler (see Softmax).
/// Errors: Unsupported naming the node, for operators that 13 no longer has and for sub-graphs.
/// Source: operator changelog of the ONNX specification, entries of opsets 8 to 13.
[[nodiscard]] Result<Graph> raisedToOpset13(const Graph& graph);

} // namespace quantoscope::model
