// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/engine.h"
#include "core/exec/instrument.h"
#include "core/model/subgraph.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace quantoscope::exec {

/// A compiled piece of the instrumented model. Inputs: what it reads, then other inputs; outputs:
/// what it writes, in the order of the segment's lists.
struct CompiledSegment
{
    std::shared_ptr<const CompiledModel> compiled;
    /// The first inputs: which of the request's `reads` they are. Those that nothing written
    /// depends on are left out.
    std::vector<std::size_t> reads;
    std::vector<WeightInput> weights;
    std::vector<WeightInput> biases;
    std::vector<QuantizerInputs> quantizers;
    /// Model inputs it reads: position in the model, position here.
    std::vector<std::pair<std::size_t, std::size_t>> modelInputs;
};

/// Which part of an instrumented model to compile.
struct SegmentRequest
{
    const InstrumentedGraph* whole = nullptr;
    std::int64_t batch = 1;
    std::vector<model::CutTensor> reads; ///< tensors of the source graph
    std::vector<model::TensorId> writes; ///< likewise, as their readers see them
    ChannelsLast channelsLast;
};
[[nodiscard]] Result<CompiledSegment> compileSegment(Engine& engine, const SegmentRequest& request);

} // namespace quantoscope::exec
