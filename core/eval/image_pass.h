// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/eval/dataset.h"
#include "core/exec/runner.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quantoscope::eval {

/// One walk of pictures through a model, a batch at a time.
struct PassRequest
{
    const ImageSet* images = nullptr;
    std::span<const std::int32_t> order; ///< pictures to run, by index, in this order
    std::size_t imageInput = 0;          ///< which model input takes the picture
    Stage stage = Stage::RunningFloat;
};

/// Called after each batch with the pictures it held (the runner's outputs may hold more, of which
/// the first pictures.size() count). Returning a failure ends the pass with it.
using BatchCallback = std::function<Status(std::span<const std::int32_t> pictures)>;

/// Fills, runs and hands over batch after batch. The last batch is filled up with its last picture.
/// Checks `context.stop` between batches.
[[nodiscard]] Status runPass(exec::Runner& runner, const PassRequest& request,
                             const JobContext& context, const BatchCallback& onBatch);

/// Like runPass for two runners that get the same pictures; `runners` have the same batch.
[[nodiscard]] Status runPassTogether(std::span<exec::Runner* const> runners,
                                     const PassRequest& request, const JobContext& context,
                                     const BatchCallback& onBatch);

/// Values of all outputs of one picture in the last run, one output after another, into `out`.
void copyPictureOutputs(const exec::Runner& runner, std::size_t outputCount, std::size_t picture,
                        std::span<float> out);
/// Number of values copyPictureOutputs writes. Valid after a run.
[[nodiscard]] std::size_t pictureOutputSize(const exec::Runner& runner, std::size_t outputCount);

/// A fixed shuffle of [0, count): partial figures are not biased by how files are named.
[[nodiscard]] std::vector<std::int32_t> shuffledOrder(std::int64_t count);
/// 0, 1, .., count - 1.
[[nodiscard]] std::vector<std::int32_t> naturalOrder(std::int64_t count);

} // namespace quantoscope::eval
