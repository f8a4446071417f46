// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity sweeps. They give way to edits: an edit stops the batch a sweep is at, which then
// runs again.
#include "core/search/sensitivity_sweep.h"
#include "core/session/sensitivity_runs.h"
#include "core/session/session_state.h"
#include "core/session/stopwatch.h"

namespace quantoscope::session {
namespace {

SensitivityPtr reportOf(const SensitivityRequest& request, const search::SensitivitySweep& sweep,
                        double seconds)
{
    auto report = std::make_shared<SensitivityReport>();
    report->request = request;
    report->state = sweep.state();
    report->ranking = sweep.ranking();
    report->passes = sweep.passesDone();
    report->seconds = seconds;
    report->isFinished = !sweep.next().has_value();
    return report;
}

Result<search::SensitivitySweep> startOrGoOn(const search::SensitivityPlan& plan,
                                             const SensitivityPtr& former)
{
    return former && former->state.plan == plan ? search::SensitivitySweep::restore(former->state)
                                                : search::SensitivitySweep::create(plan);
}

} // namespace

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
        const bool needsRanges = request.target != search::SensitivityTarget::Weights;
        const auto ready = m_impl->prepareLocked(needsRanges, context);
        if (!ready) {
            return failFrom(ready);
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
        auto started = startOrGoOn(*plan, former);
        if (!started) {
            return failFrom(started);
        }
        sweep.emplace(*std::move(started));
        runs = std::make_unique<SensitivityRuns>(
            *room, SensitivityRuns::Material{dataInfo(), ready->reference, ready->calibration},
            request, m_impl->sweepBudget());
    }
    const double before = former ? former->seconds : 0.0;
    while (const auto task = sweep->next()) {
        const auto sums = m_impl->runGivingWay(
            context,
            [&](const JobContext& inner) {
                return runs->run(sweep->state().plan, sweep->state().trials[task->trial],
                                 task->firstBatch, inner);
            },
            *room, *runs->material().data);
        if (!sums) {
            return failFrom(sums);
        }
        if (const Status taken = sweep->take(*task, *sums); !taken) {
            return failFrom(taken);
        }
        const auto report = reportOf(request, *sweep, before + stopwatch.seconds());
        context.progress(Stage::MeasuringSensitivity,
                         static_cast<std::int64_t>(sweep->passesDone() * 1000.0),
                         static_cast<std::int64_t>(sweep->passesOfExact() * 1000.0));
        if (partial) {
            partial(report);
        }
    }
    return reportOf(request, *sweep, before + stopwatch.seconds());
}

} // namespace quantoscope::session
