// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/eval/dataset.h"
#include "core/exec/activation_cache.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace quantoscope::eval {

/// Pictures that go through a chain of segments, batch after batch, each batch from its last kept
/// cut.
struct LivePass
{
    const ImageSet* images = nullptr;
    std::span<const std::int32_t> order; ///< all pictures the cache knows, by index, in this order
    std::size_t firstBatch = 0;          ///< batches [firstBatch, endBatch) of that order are run
    std::size_t endBatch = 0;
    std::size_t imageInput = 0; ///< which model input takes the picture
    bool keepsValues = true;    ///< whether the cache takes over what this run makes
    Stage stage = Stage::RunningQuantized;
    std::size_t endSegment = kToTheEnd; ///< nothing from this segment on is run
    static constexpr std::size_t kToTheEnd = static_cast<std::size_t>(-1);
};

/// Called after each batch with the pictures it held; the runner's outputs may hold more, of which
/// the first pictures.size() count. Returning a failure ends the pass with it.
using LiveBatchCallback = std::function<Status(std::span<const std::int32_t> pictures)>;

/// Runs the pass under the binding that the cache was planned for and the runner was given. The
/// last batch is filled up with its last picture. Checks `context.stop` between segments.
[[nodiscard]] Status runLivePass(exec::SegmentedRunner& runner, exec::ActivationCache& cache,
                                 const LivePass& pass, const JobContext& context,
                                 const LiveBatchCallback& onBatch);

/// Number of batches of a chain for so many pictures.
[[nodiscard]] std::size_t batchCount(const exec::SegmentedModel& model, std::size_t pictures);

/// Values of all outputs of one picture of the batch that ran last, one output after another, into
/// `out`.
void copyPictureOutputs(const exec::SegmentedRunner& runner, std::size_t picture,
                        std::span<float> out);
/// Number of values copyPictureOutputs writes.
[[nodiscard]] std::size_t pictureOutputSize(const exec::SegmentedRunner& runner);

} // namespace quantoscope::eval
