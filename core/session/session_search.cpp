// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

Result<SearchReportPtr> Session::searchMixedPrecision(const SearchRequest& request,
                                                      const SearchReportPtr& former,
                                                      const JobContext& context,
                                                      const SearchCallback& partial)
{
    std::shared_ptr<EngineRoom> room;
    std::optional<SearchJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        if (const Status ready = m_impl->requireData(); !ready) {
            return failFrom(ready);
        }
        room = m_impl->published(m_impl->room);
        const auto data = dataInfo();
        auto space = SearchSpace::create(room->configured(), request);
        if (!space) {
            return failFrom(space);
        }
        if (request.budget.drop && room->info().task != TaskKind::Classification) {
            return fail(ErrorCode::InvalidArgument,
                        "the drop of top-1 needs a model that classifies; set another budget",
                        "budget");
        }
        const auto split =
            splitOf(static_cast<std::size_t>(data->validation->size()), request.heldOut);
        if (!split) {
            return failFrom(split);
        }
        const auto ready = m_impl->prepareLocked(quantizesActivations(request.base), context);
        if (!ready) {
            return failFrom(ready);
        }
        const GivingWay giveWay = [this, &context, room, data](const PieceOfWork& work) {
            return m_impl->runGivingWay(context, work, *room, *data);
        };
        job.emplace(SearchJob::Place{*room,
                                     {data, ready->reference, ready->calibration},
                                     giveWay,
                                     m_impl->sweepBudget()},
                    request, *std::move(space), *split, context, partial);
    }
    return job->run(former);
}

} // namespace quantoscope::session
