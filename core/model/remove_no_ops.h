// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"

#include <cstdint>

namespace quantoscope::model {

/// Removes nodes that hand their input on unchanged: Identity, Dropout outside training, Pad by
/// nothing, Concat, Sum, Max, Min or Mean of one tensor, and Reshape, Flatten, Squeeze, Unsqueeze,
/// Transpose and Cast where the known shapes and types prove it. `removed` is raised by their
/// number.
[[nodiscard]] Graph withoutNoOps(const Graph& graph, std::int64_t& removed);

/// Merges zero padding of spatial axes into the padding of the Conv that alone reads it; the Conv
/// lists the Pad as absorbed. `merged` is raised by their number.
[[nodiscard]] Graph withPadsMerged(const Graph& graph, std::int64_t& merged);

} // namespace quantoscope::model
