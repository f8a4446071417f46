// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity sweeps. They give way to edits: an edit stops the batch a sweep is at, which then
// runs again.
#include "core/search/sensitivity_sweep.h"
#include "core/session/configurations.h"
#include "core/session/sensitivity_runs.h"
#include "core/session/session_state.h"
#include "core/session/stopwatch.h"

namespace quantoscope::session {

Result<SensitivityPtr> Session::measureSensitivity(const SensitivityRequest& request,
                                                   const SensitivityPtr& former,
                                                   const JobContext& context,
                                                   const SensitivityCallback& partial)
{
    const Stopwatch stopwatch;
    std::unique_ptr<SensitivityRuns> runs;
    std::shared_ptr<EngineRoom> room;
    std::optional<search::SensitivitySweep> sweep;
    {
        const std::scoped_lock job(m_impl->jobs);
        if (const Status fits = check(floatsWith(request.equalization)); !fits) {
            return failFrom(fits);
        }
        const bool needsRanges = request.target != search::SensitivityTarget::Weights;
        auto ready = m_impl->prepareLocked({}, context);
        if (!ready) {
            return failFrom(ready);
        }
        if (needsRanges) {
            auto calibrated = m_impl->calibrateLocked(request.equalization, context);
            if (!calibrated) {
                return failFrom(calibrated);
            }
            ready->calibration = *std::move(calibrated);
        }
        room = m_impl->published(m_impl->room);
        const auto chain = room->chain(context);
        if (!chain) {
            return failFrom(chain);
        }
        const auto plan = sensitivityPlan(
            (*chain)->model(), request, static_cast<std::int64_t>(ready->reference->order.size()));
        if (!plan) {
            return failFrom(plan);
        }
        auto started = startOrGoOn(*plan, request, former);
        if (!started) {
            return failFrom(started);
        }
        sweep.emplace(*std::move(started));
        runs = std::make_unique<SensitivityRuns>(
            *room, SensitivityRuns::Material{dataInfo(), ready->reference, ready->calibration},
            request, m_impl->sweepBudget());
    }
    const double before = former ? former->seconds : 0.0;
    const auto giveWay = [&](const PieceOfWork& work) {
        return m_impl->runGivingWay(context, work, *room, *runs->material().data);
    };
    const Status swept = runSweep(*sweep, *runs, giveWay, [&] {
        context.progress(Stage::MeasuringSensitivity,
                         static_cast<std::int64_t>(sweep->passesDone() * 1000.0),
                         static_cast<std::int64_t>(sweep->passesOfExact() * 1000.0));
        if (partial) {
            partial(reportOf(request, *sweep, before + stopwatch.seconds()));
        }
    });
    if (!swept) {
        return failFrom(swept);
    }
    return reportOf(request, *sweep, before + stopwatch.seconds());
}

} // namespace quantoscope::session
