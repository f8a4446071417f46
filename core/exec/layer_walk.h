// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/exec/configured_model.h"
#include "core/exec/segment_place.h"
#include "core/model/cuts.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// The pictures of a walk.
struct WalkPictures
{
    std::int64_t count = 0;
    std::size_t input = 0; ///< which model input takes them
    /// Writes pictures [first, first + count) to `out`.
    std::function<Status(std::int64_t first, std::int64_t count, std::span<float> out)> fill;
};

/// What a layer reads for some pictures, in both models. Views that end with the callback.
struct LayerInputs
{
    std::int64_t first = 0, pictures = 0; ///< the tensors may hold more pictures than these
    TensorView quantized, floats;
    /// Where the layer's output is only added to another tensor that is known already: that one.
    std::optional<TensorView> quantizedBranch, floatBranch;
};

/// Runs pictures layer by layer through the model in FP32 and, side by side, through the model as
/// quantized so far, so that each layer can be fitted to the inputs it really gets. Keeps what
/// crosses narrow places for all pictures and reruns from there. One thread at a time.
class LayerWalk
{
public:
    /// \param floats  the model in FP32; biases of all layers are bound
    /// \param quantized as the walk begins; layers are replaced by setWeights
    [[nodiscard]] static Result<std::unique_ptr<LayerWalk>>
    create(Engine& engine, std::shared_ptr<const model::LayerModel> layers, ModelBinding floats,
           ModelBinding quantized, WalkPictures pictures);

    using Sink = std::function<Status(const LayerInputs&)>;
    /// Hands a layer's inputs over, batch after batch. Layers are visited in their order.
    [[nodiscard]] Status visit(std::size_t layer, const JobContext& context, const Sink& sink);
    /// What the quantized model has from now on.
    void setWeights(std::size_t layer, BoundWeights weights);

    /// Pictures handed over at a time.
    [[nodiscard]] std::int64_t batch() const { return m_batch; }
    /// The tensor that a layer's output is only added to, where it is made before the layer and no
    /// activation function stands between.
    [[nodiscard]] std::optional<model::TensorId> branchOf(std::size_t layer) const;

private:
    struct Kept
    {
        Shape shape; ///< of one batch
        std::vector<float> quantized, floats;
    };
    /// A compiled piece from what is kept to some tensors, once for each model.
    struct Piece
    {
        CompiledSegment compiled;
        std::vector<model::TensorId> reads;
        std::unique_ptr<SegmentPlace> quantized, floats;
    };

    LayerWalk(Engine& engine, std::shared_ptr<const model::LayerModel> layers, ModelBinding floats,
              ModelBinding quantized, WalkPictures pictures);
    [[nodiscard]] std::int64_t batchesOfPictures() const;
    Status advanceTo(std::size_t layer, const JobContext& context);
    Status passCut(const model::Cut& cut, const JobContext& context);
    Result<std::unique_ptr<Piece>> newPiece(const std::vector<model::TensorId>& writes);
    Status runBoth(Piece& piece, std::int64_t first);
    Status run(Piece& piece, SegmentPlace& place, bool isQuantized, std::int64_t first);
    [[nodiscard]] TensorView keptView(model::TensorId tensor, bool isQuantized,
                                      std::int64_t first) const;

    Engine& m_engine;
    std::shared_ptr<const model::LayerModel> m_layers;
    ModelBinding m_floats, m_quantized;
    WalkPictures m_pictures;
    InstrumentedGraph m_whole;
    std::vector<model::Cut> m_cuts;
    std::size_t m_nextCut = 0;
    std::int64_t m_batch = 1;
    std::map<model::TensorId, Kept> m_kept;
    std::map<model::TensorId, std::size_t> m_producer; ///< layer
    std::map<model::TensorId, std::vector<std::size_t>> m_readers;
};

} // namespace quantoscope::exec
