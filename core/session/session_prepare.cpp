// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit will need, run before it comes.
#include "core/session/configurations.h"
#include "core/session/session_state.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

Result<std::size_t> segmentOf(const exec::SegmentedModel& chain, const std::string& layer)
{
    const auto& layers = chain.layers->layers;
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const auto& each) { return each.name == layer; });
    if (found == layers.end()) {
        return fail(ErrorCode::InvalidArgument, "is not in the model", "layer " + layer);
    }
    return chain.segmentOf(static_cast<std::size_t>(found - layers.begin()));
}

/// A configuration with a layer whose edit is to start as late as possible.
struct Preparation
{
    std::shared_ptr<EngineRoom> room;
    std::shared_ptr<const DataInfo> data;
    std::shared_ptr<const FloatReference> reference;
    std::shared_ptr<const exec::ModelBinding> binding;
    exec::SegmentedRunner* runner = nullptr;
    std::size_t segment = 0; ///< of the layer

    [[nodiscard]] Status bind(const quant::Configuration& configuration, const std::string& layer,
                              const CalibrationInfo* calibration, const JobContext& context)
    {
        const auto chain = room->chain(context);
        if (!chain) {
            return failFrom(chain);
        }
        const auto found = segmentOf((*chain)->model(), layer);
        if (!found) {
            return failFrom(found);
        }
        auto bound = room->configured().bind(configuration,
                                             calibration ? &calibration->histograms : nullptr);
        if (!bound) {
            return failFrom(bound);
        }
        runner = *chain;
        segment = *found;
        binding = std::make_shared<const exec::ModelBinding>(*std::move(bound));
        return {};
    }

    [[nodiscard]] std::size_t batches() const
    {
        return eval::batchCount(runner->model(), reference->order.size());
    }

    /// Fills up to the layer's segment what the cache lacks of a batch.
    [[nodiscard]] Status fill(exec::ActivationCache& cache, std::size_t batch,
                              const JobContext& context) const
    {
        if (cache.resumeSegment(batch) >= cache.plannedResume(segment)) {
            return {};
        }
        if (const Status applied = runner->apply(*binding); !applied) {
            return applied;
        }
        return eval::runLivePass(*runner, cache,
                                 {data->validation.get(), reference->order, batch, batch + 1,
                                  room->imageInput(), true, Stage::PreparingEdit, segment},
                                 {context.stop, {}},
                                 [](std::span<const std::int32_t>) { return Status{}; });
    }
};

} // namespace

Status Session::prepareEdit(const quant::Configuration& configuration, const std::string& layer,
                            const JobContext& context)
{
    Preparation work;
    {
        const std::scoped_lock job(m_impl->jobs);
        const quant::Configuration wanted = canonical(configuration);
        if (const Status valid = check(wanted); !valid) {
            return valid;
        }
        const auto ready = m_impl->prepareLocked(needsCalibration(wanted), context);
        if (!ready) {
            return failFrom(ready);
        }
        work.room = m_impl->published(m_impl->room);
        work.data = dataInfo();
        work.reference = ready->reference;
        if (Status bound = work.bind(wanted, layer, ready->calibration.get(), context); !bound) {
            return bound;
        }
        const auto cache = m_impl->cacheLocked(*work.reference, context);
        if (!cache) {
            return failFrom(cache);
        }
        (*cache)->plan(work.binding);
    }
    bool isOvertaken = false;
    for (std::size_t batch = 0; batch < work.batches() && !isOvertaken; ++batch) {
        const auto piece = [&](const JobContext& inner) -> Status {
            exec::ActivationCache* cache = m_impl->cache.get();
            isOvertaken = cache == nullptr || !cache->isPlannedFor(work.binding);
            return isOvertaken ? Status{} : work.fill(*cache, batch, inner);
        };
        const Status ran = m_impl->runGivingWay(context, piece, *work.room, *work.data);
        if (!ran) {
            return ran;
        }
        context.progress(Stage::PreparingEdit, static_cast<std::int64_t>(batch + 1),
                         static_cast<std::int64_t>(work.batches()));
    }
    return {};
}

} // namespace quantoscope::session
