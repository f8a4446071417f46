// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/subgraph.h"

#include "core/model/graph_edit.h"

#include <algorithm>
#include <string>
#include <utility>

namespace quantoscope::model {

namespace {

/// Which of the source's inputs some node or output of `graph` uses.
std::vector<bool> usedInputs(const Graph& graph, const std::vector<TensorId>& inputs)
{
    std::vector<bool> isUsed(graph.tensors.size(), false);
    for (const std::vector<TensorId>& reads : readTensors(graph)) {
        for (const TensorId id : reads) {
            isUsed[static_cast<std::size_t>(id)] = true;
        }
    }
    std::vector<bool> result;
    for (const TensorId id : inputs) {
        result.push_back(isUsed[static_cast<std::size_t>(id)]);
    }
    return result;
}

} // namespace

Subgraph subgraph(const Graph& source, std::span<const CutTensor> reads,
                  std::span<const TensorId> writes)
{
    Graph part = source;
    std::vector<TensorId> cutInputs;
    for (const CutTensor& cut : reads) {
        TensorInfo info = source.tensor(cut.tensor);
        info.name = "quantoscope.cut." + std::to_string(cutInputs.size());
        info.shape = cut.shape;
        info.producer = kNoNode;
        const TensorId input = part.addTensor(std::move(info));
        replaceUses(part, cut.tensor, input);
        cutInputs.push_back(input);
    }
    part.inputs.insert(part.inputs.begin(), cutInputs.begin(), cutInputs.end());
    part.outputs.assign(writes.begin(), writes.end());

    Subgraph result;
    result.graph = compacted(part);
    std::vector<TensorId>& inputs = result.graph.inputs;
    const std::vector<bool> isUsed = usedInputs(result.graph, inputs);
    std::vector<TensorId> kept(inputs.begin(),
                               inputs.begin() + static_cast<std::ptrdiff_t>(reads.size()));
    for (std::size_t i = reads.size(); i < inputs.size(); ++i) {
        if (isUsed[i]) {
            kept.push_back(inputs[i]);
            result.sourceInputs.push_back(i - reads.size());
        }
    }
    inputs = std::move(kept);
    result.graph = compacted(result.graph);
    return result;
}

} // namespace quantoscope::model
