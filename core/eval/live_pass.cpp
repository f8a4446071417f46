// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/live_pass.h"

#include <algorithm>
#include <vector>

namespace quantoscope::eval {
namespace {

bool needsInputs(const exec::SegmentedRunner& runner, std::size_t segment)
{
    for (std::size_t s = segment; s < runner.model().segments.size(); ++s) {
        if (runner.readsInputs(s)) {
            return true;
        }
    }
    return false;
}

Status runBatch(exec::SegmentedRunner& runner, exec::ActivationCache& cache, const LivePass& pass,
                std::size_t batch, std::span<const std::int32_t> pictures,
                const JobContext& context)
{
    const std::size_t first = cache.resumeSegment(batch);
    if (needsInputs(runner, first)) {
        std::vector<std::int32_t> filled(pictures.begin(), pictures.end());
        filled.resize(static_cast<std::size_t>(runner.model().batch), pictures.back());
        const Status filledIn = pass.images->fill(filled, runner.input(pass.imageInput));
        if (!filledIn) {
            return filledIn;
        }
    }
    cache.load(batch, first, runner);
    const std::size_t end = std::min(pass.endSegment, runner.model().segments.size());
    for (std::size_t s = first; s < end; ++s) {
        if (context.cancelled()) {
            return cancelledError();
        }
        const Status ran = runner.runSegment(s, static_cast<std::int64_t>(pictures.size()));
        if (!ran) {
            return ran;
        }
        if (pass.keepsValues) {
            cache.store(batch, s, runner);
        }
    }
    return {};
}

} // namespace

Status runLivePass(exec::SegmentedRunner& runner, exec::ActivationCache& cache,
                   const LivePass& pass, const JobContext& context,
                   const LiveBatchCallback& onBatch)
{
    const auto size = static_cast<std::size_t>(runner.model().batch);
    const std::size_t end = std::min(pass.endBatch, batchCount(runner.model(), pass.order.size()));
    const std::size_t before = pass.firstBatch * size;
    const std::size_t total = std::min(end * size, pass.order.size()) - before;
    context.progress(pass.stage, 0, static_cast<std::int64_t>(total));
    std::size_t done = 0;
    for (std::size_t batch = pass.firstBatch; batch < end; ++batch) {
        const auto pictures =
            pass.order.subspan(batch * size, std::min(size, pass.order.size() - batch * size));
        Status ran = runBatch(runner, cache, pass, batch, pictures, context);
        if (ran) {
            ran = onBatch(pictures);
        }
        if (!ran) {
            return ran;
        }
        done += pictures.size();
        context.progress(pass.stage, static_cast<std::int64_t>(done),
                         static_cast<std::int64_t>(total));
    }
    return {};
}

std::size_t batchCount(const exec::SegmentedModel& model, std::size_t pictures)
{
    const auto size = static_cast<std::size_t>(model.batch);
    return (pictures + size - 1) / size;
}

void copyPictureOutputs(const exec::SegmentedRunner& runner, std::size_t picture,
                        std::span<float> out)
{
    for (std::size_t i = 0; i < runner.model().outputs.size(); ++i) {
        const auto values = runner.output(i).values;
        const std::size_t size = values.size() / static_cast<std::size_t>(runner.model().batch);
        const auto row = values.subspan(picture * size, size);
        std::copy(row.begin(), row.end(), out.begin());
        out = out.subspan(size);
    }
}

std::size_t pictureOutputSize(const exec::SegmentedRunner& runner)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < runner.model().outputs.size(); ++i) {
        size += runner.output(i).values.size() / static_cast<std::size_t>(runner.model().batch);
    }
    return size;
}

} // namespace quantoscope::eval
