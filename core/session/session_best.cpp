// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/best_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

Result<BestReportPtr> Session::findBestMethods(const BestRequest& request,
                                               const JobContext& context,
                                               const BestCallback& partial)
{
    std::shared_ptr<EngineRoom> room;
    std::optional<BestJob> job;
    if (!(request.seconds > 0.0)) {
        return fail(ErrorCode::InvalidArgument, "the time allowed must be more than 0 seconds",
                    "best methods");
    }
    {
        const std::scoped_lock turn(m_impl->jobs);
        const auto ground = m_impl->groundFor(*this, request.base, context);
        if (!ground) {
            return failFrom(ground);
        }
        room = ground->room;
        auto judges = m_impl->judgingLocked(true, context);
        if (!judges) {
            return failFrom(judges);
        }
        const BestJob::Ranges ranges = [this, &context, room,
                                        data = ground->data](const quant::Configuration& wanted)
            -> Result<std::shared_ptr<const CalibrationInfo>> {
            const std::scoped_lock inner(m_impl->jobs);
            if (m_impl->published(m_impl->room) != room || dataInfo() != data) {
                return cancelledError();
            }
            return m_impl->rangesLocked(wanted, context);
        };
        job.emplace(BestJob::Place{*room, ground->data, judges->data, judges->reference, ranges,
                                   ground->giveWay},
                    request, context, partial);
    }
    return job->run();
}

} // namespace quantoscope::session
