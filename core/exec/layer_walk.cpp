// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/layer_walk.h"

#include "core/model/batch_shapes.h"

#include <algorithm>
#include <utility>

namespace quantoscope::exec {
namespace {

using model::TensorId;

constexpr std::int64_t kBatch = 8;
constexpr std::size_t kCuts = 16;
/// What may be kept at one cut, for both models and all pictures.
constexpr std::int64_t kLargestKept = std::int64_t{512} << 20;

} // namespace

LayerWalk::LayerWalk(Engine& engine, std::shared_ptr<const model::LayerModel> layers,
                     ModelBinding floats, ModelBinding quantized, WalkPictures pictures)
    : m_engine(engine), m_layers(std::move(layers)), m_floats(std::move(floats)),
      m_quantized(std::move(quantized)), m_pictures(std::move(pictures))
{
    for (std::size_t i = 0; i < m_layers->layers.size(); ++i) {
        for (const TensorId output : m_layers->layers[i].outputs) {
            m_producer[output] = i;
        }
        for (const TensorId input : m_layers->layers[i].inputs) {
            m_readers[input].push_back(i);
        }
    }
}

Result<std::unique_ptr<LayerWalk>>
LayerWalk::create(Engine& engine, std::shared_ptr<const model::LayerModel> layers,
                  ModelBinding floats, ModelBinding quantized, WalkPictures pictures)
{
    auto whole =
        instrument(*layers, Observe::Nothing,
                   std::max(Quantizers::AtSites, neededQuantizers(quantized)), Biases::Inputs);
    if (!whole) {
        return failFrom(whole);
    }
    std::unique_ptr<LayerWalk> walk(new LayerWalk(engine, std::move(layers), std::move(floats),
                                                  std::move(quantized), std::move(pictures)));
    const model::Graph& graph = *walk->m_layers->graph;
    walk->m_batch = model::picturesAtOnce(graph, kBatch);
    walk->m_whole = *std::move(whole);
    const std::int64_t padded = walk->batchesOfPictures() * walk->m_batch;
    for (model::Cut& cut : model::chooseCuts(*walk->m_layers, kCuts)) {
        if (cut.valuesPerPicture * padded * 8 <= kLargestKept) {
            walk->m_cuts.push_back(std::move(cut));
        }
    }
    return walk;
}

std::int64_t LayerWalk::batchesOfPictures() const
{
    return (m_pictures.count + m_batch - 1) / m_batch;
}

void LayerWalk::setWeights(std::size_t layer, BoundWeights weights)
{
    m_quantized.weights[layer] = std::move(weights);
}

std::optional<TensorId> LayerWalk::branchOf(std::size_t index) const
{
    const model::Layer& layer = m_layers->layers[index];
    const bool hasActivationFunction =
        std::any_of(layer.nodes.begin() + 1, layer.nodes.end(), [&](model::NodeId node) {
            return m_layers->graph->node(node).opType != "Add";
        });
    const auto readers = layer.outputs.empty() ? m_readers.end() : m_readers.find(layer.outputs[0]);
    if (hasActivationFunction || readers == m_readers.end() || readers->second.size() != 1) {
        return std::nullopt;
    }
    const model::Layer& sum = m_layers->layers[readers->second.front()];
    if (sum.opType != "Add" || sum.inputs.size() != 2 || sum.inputs[0] == sum.inputs[1]) {
        return std::nullopt;
    }
    const TensorId other = sum.inputs[sum.inputs[0] == layer.outputs[0] ? 1 : 0];
    const auto producer = m_producer.find(other);
    const auto& own = m_layers->graph->tensor(layer.outputs[0]).shape;
    const bool isKnown = producer == m_producer.end() || producer->second < index;
    const bool isAlike = own && own == m_layers->graph->tensor(other).shape;
    return isKnown && isAlike ? std::optional(other) : std::nullopt;
}

Result<std::unique_ptr<LayerWalk::Piece>> LayerWalk::newPiece(const std::vector<TensorId>& writes)
{
    auto piece = std::make_unique<Piece>();
    SegmentRequest request;
    request.whole = &m_whole;
    request.batch = m_batch;
    request.writes = writes;
    for (const auto& [tensor, kept] : m_kept) {
        piece->reads.push_back(tensor);
        request.reads.push_back({tensor, kept.shape});
    }
    auto compiled = compileSegment(m_engine, request);
    if (!compiled) {
        return failFrom(compiled);
    }
    piece->compiled = *std::move(compiled);
    std::vector<TensorId> needed;
    for (const std::size_t read : piece->compiled.reads) {
        needed.push_back(piece->reads[read]);
    }
    piece->reads = std::move(needed);
    for (auto* place : {&piece->quantized, &piece->floats}) {
        auto made = SegmentPlace::create(piece->compiled);
        if (!made) {
            return failFrom(made);
        }
        *place = *std::move(made);
    }
    Status applied = piece->quantized->apply(m_quantized);
    if (applied) {
        applied = piece->floats->apply(m_floats);
    }
    if (!applied) {
        return failFrom(applied);
    }
    return piece;
}

TensorView LayerWalk::keptView(TensorId tensor, bool isQuantized, std::int64_t first) const
{
    const Kept& kept = m_kept.at(tensor);
    const auto& values = isQuantized ? kept.quantized : kept.floats;
    const auto size = static_cast<std::size_t>(elementCount(kept.shape));
    const auto batch = static_cast<std::size_t>(first / m_batch);
    return {kept.shape, std::span(values).subspan(batch * size, size)};
}

Status LayerWalk::run(Piece& piece, SegmentPlace& place, bool isQuantized, std::int64_t first)
{
    for (std::size_t i = 0; i < piece.reads.size(); ++i) {
        const TensorView values = keptView(piece.reads[i], isQuantized, first);
        std::ranges::copy(values.values, place.request().input(i).begin());
    }
    for (const auto& [input, position] : piece.compiled.modelInputs) {
        const std::span<float> buffer = place.request().input(position);
        if (input != m_pictures.input) {
            std::ranges::fill(buffer, 0.0F);
            continue;
        }
        const std::int64_t count = std::min(m_batch, m_pictures.count - first);
        const std::size_t each = buffer.size() / static_cast<std::size_t>(m_batch);
        const Status filled =
            m_pictures.fill(first, count, buffer.first(each * static_cast<std::size_t>(count)));
        if (!filled) {
            return filled;
        }
    }
    return place.request().run();
}

Status LayerWalk::runBoth(Piece& piece, std::int64_t first)
{
    const Status ran = run(piece, *piece.quantized, true, first);
    return ran ? run(piece, *piece.floats, false, first) : ran;
}

Status LayerWalk::passCut(const model::Cut& cut, const JobContext& context)
{
    std::vector<TensorId> writes;
    std::map<TensorId, Kept> kept;
    for (const TensorId tensor : cut.tensors) {
        if (const auto known = m_kept.find(tensor); known != m_kept.end()) {
            kept[tensor] = known->second;
        } else {
            writes.push_back(tensor);
        }
    }
    auto piece = newPiece(writes);
    if (!piece) {
        return failFrom(piece);
    }
    const auto batches = static_cast<std::size_t>(batchesOfPictures());
    for (std::size_t i = 0; i < writes.size(); ++i) {
        Kept& target = kept[writes[i]];
        target.shape = (*piece)->compiled.compiled->outputs()[i].shape;
        const auto size = static_cast<std::size_t>(elementCount(target.shape));
        target.quantized.resize(size * batches);
        target.floats.resize(size * batches);
    }
    for (std::size_t batch = 0; batch < batches; ++batch) {
        if (context.cancelled()) {
            return cancelledError();
        }
        const Status ran = runBoth(**piece, static_cast<std::int64_t>(batch) * m_batch);
        if (!ran) {
            return ran;
        }
        const auto keep = [&](SegmentPlace& place, std::size_t i, std::vector<float>& to) {
            const auto values = place.request().output(i).values;
            std::ranges::copy(values,
                              to.begin() + static_cast<std::ptrdiff_t>(batch * values.size()));
        };
        for (std::size_t i = 0; i < writes.size(); ++i) {
            keep(*(*piece)->quantized, i, kept[writes[i]].quantized);
            keep(*(*piece)->floats, i, kept[writes[i]].floats);
        }
    }
    m_kept = std::move(kept);
    return {};
}

Status LayerWalk::advanceTo(std::size_t layer, const JobContext& context)
{
    while (m_nextCut < m_cuts.size() && m_cuts[m_nextCut].layer <= layer) {
        // Only the last cut before the layer is worth stopping at.
        const bool isLast = m_nextCut + 1 == m_cuts.size() || m_cuts[m_nextCut + 1].layer > layer;
        if (isLast) {
            const Status passed = passCut(m_cuts[m_nextCut], context);
            if (!passed) {
                return passed;
            }
        }
        ++m_nextCut;
    }
    return {};
}

Status LayerWalk::visit(std::size_t layer, const JobContext& context, const Sink& sink)
{
    if (const Status advanced = advanceTo(layer, context); !advanced) {
        return advanced;
    }
    std::vector<TensorId> wanted{m_layers->layers[layer].inputs.front()};
    const auto branch = branchOf(layer);
    if (branch && *branch != wanted.front()) {
        wanted.push_back(*branch);
    }
    std::vector<TensorId> writes;
    std::ranges::copy_if(wanted, std::back_inserter(writes),
                         [&](TensorId tensor) { return !m_kept.contains(tensor); });
    std::unique_ptr<Piece> piece;
    if (!writes.empty()) {
        auto made = newPiece(writes);
        if (!made) {
            return failFrom(made);
        }
        piece = *std::move(made);
    }
    const auto viewOf = [&](TensorId tensor, bool isQuantized, std::int64_t first) {
        const auto at = std::ranges::find(writes, tensor) - writes.begin();
        return at == static_cast<std::ptrdiff_t>(writes.size())
                   ? keptView(tensor, isQuantized, first)
                   : (isQuantized ? piece->quantized : piece->floats)
                         ->request()
                         .output(static_cast<std::size_t>(at));
    };
    for (std::int64_t first = 0; first < m_pictures.count; first += m_batch) {
        if (context.cancelled()) {
            return cancelledError();
        }
        if (const Status ran = piece ? runBoth(*piece, first) : Status{}; !ran) {
            return ran;
        }
        LayerInputs inputs;
        inputs.first = first;
        inputs.pictures = std::min(m_batch, m_pictures.count - first);
        inputs.quantized = viewOf(wanted.front(), true, first);
        inputs.floats = viewOf(wanted.front(), false, first);
        if (branch) {
            inputs.quantizedBranch = viewOf(*branch, true, first);
            inputs.floatBranch = viewOf(*branch, false, first);
        }
        if (const Status taken = sink(inputs); !taken) {
            return taken;
        }
    }
    return {};
}

} // namespace quantoscope::exec
