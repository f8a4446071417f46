// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/absorption_job.h"
#include "core/session/configurations.h"
#include "core/session/equalization.h"
#include "core/session/session_state.h"
#include "core/session/smoothing_job.h"
#include "core/session/stopwatch.h"

namespace quantoscope::session {
namespace {

/// The weights of a configuration alone, rounded to nearest.
quant::Configuration weightsOf(const quant::Configuration& configuration)
{
    quant::Configuration weights = configuration;
    weights.activations.clear();
    weights.corrected.clear();
    return weights;
}

/// SQNR of the weights of layers that an equalization changes.
Result<std::vector<EqualizedLayerNoise>> layerNoise(EngineRoom& room,
                                                    const quant::Configuration& base,
                                                    const quant::Configuration& equalized)
{
    const auto before = room.configured().bind(weightsOf(base), nullptr);
    const auto after = room.configured().bind(weightsOf(equalized), nullptr);
    if (!before || !after) {
        return failFrom(before ? after : before);
    }
    std::vector<EqualizedLayerNoise> noise;
    const auto& layers = room.info().layers->layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto& old = before->weights[i].sqnrDb;
        const auto& now = after->weights[i].sqnrDb;
        const bool isChanged = quant::equalizationOf(base.equalization, layers[i].name) !=
                               quant::equalizationOf(equalized.equalization, layers[i].name);
        if (isChanged && old && now) {
            noise.push_back({layers[i].name, *old, *now});
        }
    }
    return noise;
}

} // namespace

Result<EqualizationReport> Session::equalize(const EqualizationRequest& request,
                                             const JobContext& context) const
{
    const auto room = m_impl->published(m_impl->room);
    if (!room) {
        return notOpen("model is");
    }
    if (const Status fits = check(request.base); !fits) {
        return failFrom(fits);
    }
    const model::LayerModel& layers = *room->info().layers;
    auto report = equalized(layers, request, context);
    if (!report) {
        return report;
    }
    const Stopwatch stopwatch;
    const auto noise = layerNoise(*room, request.base, report->configuration);
    if (!noise) {
        return failFrom(noise);
    }
    report->layers = *noise;
    report->seconds += stopwatch.seconds();
    return report;
}

Result<AbsorptionReport> Session::absorbBiases(const EqualizationRequest& request,
                                               const JobContext& context)
{
    std::shared_ptr<EngineRoom> room;
    std::optional<AbsorptionJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        const auto ground = m_impl->groundFor(*this, request.base, context);
        if (!ground) {
            return failFrom(ground);
        }
        room = ground->room;
        job.emplace(AbsorptionJob::Place{*room, ground->data, nullptr, ground->giveWay}, request,
                    context);
    }
    return job->run();
}

Result<SmoothingReport> Session::smoothActivations(const SmoothingRequest& request,
                                                   const JobContext& context)
{
    if (!(request.alpha >= 0.0 && request.alpha <= 1.0)) {
        return fail(ErrorCode::InvalidArgument, "alpha of SmoothQuant is a number from 0 to 1");
    }
    std::shared_ptr<EngineRoom> room;
    std::optional<SmoothingJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        const auto ground = m_impl->groundFor(*this, request.base, context);
        if (!ground) {
            return failFrom(ground);
        }
        room = ground->room;
        job.emplace(SmoothingJob::Place{*room, ground->data, nullptr, ground->giveWay}, request);
    }
    return job->run();
}

} // namespace quantoscope::session
