// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/image_pass.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

namespace quantoscope::eval {
namespace {

/// The batch's pictures, filled up with the last one to the runner's batch size.
std::vector<std::int32_t> filledUp(std::span<const std::int32_t> pictures, std::int64_t batch)
{
    std::vector<std::int32_t> filled(pictures.begin(), pictures.end());
    filled.resize(static_cast<std::size_t>(batch), pictures.back());
    return filled;
}

} // namespace

Status runPassTogether(std::span<exec::Runner* const> runners, const PassRequest& request,
                       const JobContext& context, const BatchCallback& onBatch)
{
    const std::int64_t batch = runners.front()->batch();
    const auto total = static_cast<std::int64_t>(request.order.size());
    context.progress(request.stage, 0, total);
    for (std::int64_t first = 0; first < total; first += batch) {
        if (context.cancelled()) {
            return cancelledError();
        }
        const std::int64_t count = std::min(batch, total - first);
        const auto pictures =
            request.order.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
        const std::vector<std::int32_t> filled = filledUp(pictures, batch);
        for (exec::Runner* runner : runners) {
            Status ran = request.images->fill(filled, runner->input(request.imageInput));
            if (ran) {
                ran = runner->run();
            }
            if (!ran) {
                return ran;
            }
        }
        const Status handled = onBatch(pictures);
        if (!handled) {
            return handled;
        }
        context.progress(request.stage, first + count, total);
    }
    return {};
}

Status runPass(exec::Runner& runner, const PassRequest& request, const JobContext& context,
               const BatchCallback& onBatch)
{
    const std::array<exec::Runner*, 1> runners{&runner};
    return runPassTogether(runners, request, context, onBatch);
}

void copyPictureOutputs(const exec::Runner& runner, std::size_t outputCount, std::size_t picture,
                        std::span<float> out)
{
    for (std::size_t i = 0; i < outputCount; ++i) {
        const TensorView output = runner.output(i);
        const std::size_t size = output.values.size() / static_cast<std::size_t>(runner.batch());
        const auto values = output.values.subspan(picture * size, size);
        std::copy(values.begin(), values.end(), out.begin());
        out = out.subspan(size);
    }
}

std::size_t pictureOutputSize(const exec::Runner& runner, std::size_t outputCount)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < outputCount; ++i) {
        size += runner.output(i).values.size() / static_cast<std::size_t>(runner.batch());
    }
    return size;
}

std::vector<std::int32_t> naturalOrder(std::int64_t count)
{
    std::vector<std::int32_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

std::vector<std::int32_t> shuffledOrder(std::int64_t count)
{
    std::vector<std::int32_t> order = naturalOrder(count);
    std::mt19937 generator(20261);
    for (std::size_t i = order.size(); i > 1;
         --i) { // Fisher-Yates; std::shuffle differs by library
        std::swap(order[i - 1], order[generator() % i]);
    }
    return order;
}

} // namespace quantoscope::eval
