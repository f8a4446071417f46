// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/correction_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

Result<CorrectionReportPtr> Session::correctWeights(const CorrectionRequest& request,
                                                    const JobContext& context,
                                                    const CorrectionCallback& partial)
{
    std::shared_ptr<EngineRoom> room;
    std::optional<CorrectionJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        if (const Status ready = m_impl->requireData(); !ready) {
            return failFrom(ready);
        }
        if (const Status fits = check(request.base); !fits) {
            return failFrom(fits);
        }
        room = m_impl->published(m_impl->room);
        const auto data = dataInfo();
        const auto calibration = m_impl->rangesLocked(needsCalibration(request.base), context);
        if (!calibration) {
            return failFrom(calibration);
        }
        const GivingWay giveWay = [this, &context, room, data](const PieceOfWork& work) {
            return m_impl->runGivingWay(context, work, *room, *data);
        };
        job.emplace(CorrectionJob::Place{*room, data, *calibration, giveWay}, request, context,
                    partial);
    }
    return job->run();
}

} // namespace quantoscope::session
