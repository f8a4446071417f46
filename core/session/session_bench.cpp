// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine is measured against.
#include "core/eval/image_pass.h"
#include "core/session/configurations.h"
#include "core/session/session_state.h"
#include "core/session/stopwatch.h"

#include <array>
#include <cstring>
#include <limits>

namespace quantoscope::session {
namespace {

constexpr std::array<std::int64_t, 5> kPlainBatches{1, 2, 4, 8, 16};
/// Pictures that decide which batch is best.
constexpr std::int64_t kTrialPictures = 48;

Result<double> secondsOf(exec::Runner& runner, const DataInfo& data,
                         std::span<const std::int32_t> order, std::size_t input,
                         const JobContext& context)
{
    const Stopwatch stopwatch;
    const Status ran =
        eval::runPass(runner, {data.validation.get(), order, input, Stage::RunningFloat}, context,
                      [](std::span<const std::int32_t>) { return Status{}; });
    if (!ran) {
        return failFrom(ran);
    }
    return stopwatch.seconds();
}

/// The plain model, compiled for the batch that is fastest over a few pictures.
Result<std::unique_ptr<exec::Runner>> fastestPlain(exec::Engine& engine, const EngineRoom& room,
                                                   const DataInfo& data, const JobContext& context)
{
    const auto count = std::min(data.validation->size(), kTrialPictures);
    const auto order = eval::naturalOrder(count);
    std::unique_ptr<exec::Runner> best;
    double bestSeconds = std::numeric_limits<double>::infinity();
    for (const std::int64_t batch : kPlainBatches) {
        const auto compiled = exec::compilePlain(engine, *room.info().layers, batch);
        if (!compiled) {
            return failFrom(compiled);
        }
        auto runner = exec::Runner::create(*compiled);
        if (!runner) {
            return failFrom(runner);
        }
        auto seconds = secondsOf(**runner, data, order, room.imageInput(), context); // warms up
        if (seconds) {
            seconds = secondsOf(**runner, data, order, room.imageInput(), context);
        }
        if (!seconds) {
            return failFrom(seconds);
        }
        if (*seconds < bestSeconds) {
            bestSeconds = *seconds;
            best = *std::move(runner);
        }
    }
    return best;
}

/// Outputs of all pictures under the configuration a cache was planned for.
Result<std::vector<float>> outputsOf(exec::SegmentedRunner& runner, exec::ActivationCache& cache,
                                     const DataInfo& data, const FloatReference& reference,
                                     std::size_t input, const JobContext& context)
{
    std::vector<float> outputs;
    const std::size_t size = eval::pictureOutputSize(runner);
    const std::size_t batches = eval::batchCount(runner.model(), reference.order.size());
    const Status ran = eval::runLivePass(
        runner, cache, {data.validation.get(), reference.order, 0, batches, input, false}, context,
        [&](std::span<const std::int32_t> pictures) -> Status {
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                outputs.resize(outputs.size() + size);
                eval::copyPictureOutputs(runner, i, std::span(outputs).last(size));
            }
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    return outputs;
}

} // namespace

Result<double> Session::measurePlainPass(const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    if (const Status ready = m_impl->requireData(); !ready) {
        return failFrom(ready);
    }
    const auto data = dataInfo();
    const auto room = m_impl->published(m_impl->room);
    if (room->plain() == nullptr) {
        auto best = fastestPlain(m_impl->engine, *room, *data, context);
        if (!best) {
            return failFrom(best);
        }
        room->setPlain(*std::move(best));
    }
    const auto order = eval::naturalOrder(data->validation->size());
    return secondsOf(*room->plain(), *data, order, room->imageInput(), context);
}

Result<bool> Session::resumedEqualsScratch(const quant::Configuration& configuration,
                                           const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    const quant::Configuration wanted = canonical(configuration);
    if (const Status valid = check(wanted); !valid) {
        return failFrom(valid);
    }
    const auto ready = m_impl->prepareLocked(needsCalibration(wanted), context);
    if (!ready) {
        return failFrom(ready);
    }
    const auto cache = m_impl->cacheLocked(*ready->reference, context);
    const auto runner = m_impl->room->chain(context);
    if (!cache || !runner) {
        return cache ? failFrom(runner) : failFrom(cache);
    }
    auto bound = m_impl->room->configured().bind(
        wanted, ready->calibration ? &ready->calibration->histograms : nullptr);
    if (!bound) {
        return failFrom(bound);
    }
    const auto binding = std::make_shared<const exec::ModelBinding>(*std::move(bound));
    if (const Status applied = (*runner)->apply(*binding); !applied) {
        return failFrom(applied);
    }
    exec::ActivationCache nothing(
        (*runner)->sharedModel(),
        eval::batchCount((*runner)->model(), ready->reference->order.size()), 0);
    std::array<std::vector<float>, 2> outputs;
    std::array<exec::ActivationCache*, 2> caches{*cache, &nothing};
    for (std::size_t i = 0; i < caches.size(); ++i) {
        caches[i]->aim(binding);
        auto values = outputsOf(**runner, *caches[i], *dataInfo(), *ready->reference,
                                m_impl->room->imageInput(), context);
        if (!values) {
            return failFrom(values);
        }
        outputs[i] = *std::move(values);
    }
    return outputs[0].size() == outputs[1].size() &&
           std::memcmp(outputs[0].data(), outputs[1].data(), outputs[0].size() * sizeof(float)) ==
               0;
}

} // namespace quantoscope::session
