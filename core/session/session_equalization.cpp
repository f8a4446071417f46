// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/absorption_job.h"
#include "core/session/configurations.h"
#include "core/session/equalization.h"
#include "core/session/session_state.h"
#include "core/session/smoothing_job.h"

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

} // namespace

Result<EqualizationReport> Session::equalize(const quant::Configuration& base) const
{
    const auto room = m_impl->published(m_impl->room);
    if (!room) {
        return notOpen("model is");
    }
    if (const Status fits = check(base); !fits) {
        return failFrom(fits);
    }
    const model::LayerModel& layers = *room->info().layers;
    quant::Configuration plain = base;
    plain.equalization = nullptr;
    EqualizationReport report = equalized(layers, plain);
    const auto before = room->configured().bind(weightsOf(plain), nullptr);
    const auto after = room->configured().bind(weightsOf(report.configuration), nullptr);
    if (!before || !after) {
        return failFrom(before ? after : before);
    }
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        const auto& old = before->weights[i].sqnrDb;
        const auto& now = after->weights[i].sqnrDb;
        const std::string& name = layers.layers[i].name;
        const bool isChanged = report.configuration.equalization &&
                               report.configuration.equalization->layers.contains(name);
        if (isChanged && old && now) {
            report.layers.push_back({name, *old, *now});
        }
    }
    return report;
}

Result<AbsorptionReport> Session::absorbBiases(const quant::Configuration& base,
                                               const JobContext& context)
{
    std::shared_ptr<EngineRoom> room;
    std::optional<AbsorptionJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        const auto ground = m_impl->groundFor(*this, base, context);
        if (!ground) {
            return failFrom(ground);
        }
        room = ground->room;
        job.emplace(AbsorptionJob::Place{*room, ground->data, nullptr, ground->giveWay}, base,
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
