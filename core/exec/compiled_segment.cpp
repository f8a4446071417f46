// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/compiled_segment.h"

#include "core/model/input_shapes.h"

#include <map>
#include <set>
#include <utility>

namespace quantoscope::exec {
namespace {

using model::TensorId;

TensorId readAs(const InstrumentedGraph& whole, TensorId tensor)
{
    return whole.readAs[static_cast<std::size_t>(tensor)];
}

/// Where the whole model's inputs are found among the piece's.
void locateInputs(const InstrumentedGraph& whole, const model::Subgraph& piece,
                  std::size_t firstInput, CompiledSegment& result)
{
    std::map<std::size_t, std::size_t> positions;
    for (std::size_t i = 0; i < piece.sourceInputs.size(); ++i) {
        positions[piece.sourceInputs[i]] = firstInput + i;
    }
    for (std::size_t i = 0; i < whole.modelInputs; ++i) {
        if (const auto found = positions.find(i); found != positions.end()) {
            result.modelInputs.emplace_back(i, found->second);
        }
    }
    const auto locate = [&](const std::vector<WeightInput>& from, std::vector<WeightInput>& to) {
        for (const WeightInput& input : from) {
            if (const auto found = positions.find(input.input); found != positions.end()) {
                to.push_back({input.layer, found->second});
            }
        }
    };
    locate(whole.weights, result.weights);
    locate(whole.biases, result.biases);
    for (const QuantizerInputs& inputs : whole.quantizers) {
        if (!positions.contains(inputs.description.value_or(inputs.scale))) {
            continue;
        }
        QuantizerInputs located = inputs;
        if (inputs.description) {
            located.description = positions.at(*inputs.description);
        } else {
            for (std::size_t* position :
                 {&located.scale, &located.low, &located.high, &located.gain, &located.bypass}) {
                *position = positions.at(*position);
            }
        }
        result.quantizers.push_back(located);
    }
}

/// Which of the tensors read are needed for what is written; the engine would leave out the inputs
/// of others, and so move those behind them.
std::vector<std::size_t> keepNeededReads(model::Graph& piece, std::size_t reads)
{
    std::set<TensorId> needed(piece.outputs.begin(), piece.outputs.end());
    for (const model::Node& node : piece.nodes) {
        needed.insert(node.inputs.begin(), node.inputs.end());
    }
    std::vector<std::size_t> kept;
    std::vector<TensorId> inputs;
    for (std::size_t i = 0; i < piece.inputs.size(); ++i) {
        if (i >= reads || needed.contains(piece.inputs[i])) {
            inputs.push_back(piece.inputs[i]);
            if (i < reads) {
                kept.push_back(i);
            }
        }
    }
    piece.inputs = std::move(inputs);
    return kept;
}

} // namespace

Result<CompiledSegment> compileSegment(Engine& engine, const SegmentRequest& request)
{
    const InstrumentedGraph& whole = *request.whole;
    std::vector<model::CutTensor> reads = request.reads;
    for (model::CutTensor& read : reads) {
        read.tensor = readAs(whole, read.tensor);
    }
    std::vector<TensorId> writes;
    for (const TensorId tensor : request.writes) {
        writes.push_back(readAs(whole, tensor));
    }
    const model::Graph sized = model::withBatch(whole.graph, request.batch);
    model::Subgraph piece = model::subgraph(sized, reads, writes);
    CompiledSegment result;
    result.reads = keepNeededReads(piece.graph, reads.size());
    auto compiled = engine.compile(piece.graph, request.channelsLast);
    if (!compiled) {
        return failFrom(compiled);
    }
    result.compiled = *std::move(compiled);
    locateInputs(whole, piece, result.reads.size(), result);
    return result;
}

} // namespace quantoscope::exec
