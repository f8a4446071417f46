// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/graph.h"

#include <cstdint>

namespace quantoscope::exporting {

/// The same function at a default-domain opset of at least `opset` (13 to 21), with the IR version
/// that belongs to it. Operators whose definition changed in between are rewritten: axes of
/// reductions become an input (18), Split counts its outputs (18), RoiAlign names its former
/// coordinate mode (16), GridSample's modes get their new names (20).
/// \param graph  default-domain opset 13 or later
/// Errors: Unsupported naming a node that has no equivalent (DFT, GroupNormalization,
/// BatchNormalization in training form, operators with sub-graphs).
/// Source: operator changelog of the ONNX specification.
[[nodiscard]] Result<model::Graph> raisedTo(std::int64_t opset, model::Graph graph);

} // namespace quantoscope::exporting
