// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/shape.h"
#include "core/model/graph.h"

#include <cstddef>
#include <span>
#include <vector>

namespace quantoscope::model {

/// A tensor at which a graph is cut; the part behind the cut gets it as an input.
struct CutTensor
{
    TensorId tensor = kNoTensor;
    Shape shape; ///< static
};

/// A part of a graph as a graph of its own.
struct Subgraph
{
    Graph graph; ///< inputs: the cut tensors, then those of the source that the part needs
    std::vector<std::size_t> sourceInputs; ///< of the latter, positions among the source's inputs
};

/// The part that makes `writes` from `reads` and from the source's own inputs. A tensor may not be
/// both read and written.
[[nodiscard]] Subgraph subgraph(const Graph& source, std::span<const CutTensor> reads,
                                std::span<const TensorId> writes);

} // namespace quantoscope::model
