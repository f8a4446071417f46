// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/session/correction_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

std::optional<quant::CorrectionMethod> correctionMethod(const quant::Configuration& configuration,
                                                        const std::string& layer)
{
    const auto corrected = quant::correctedWeights(configuration, layer);
    if (!corrected) {
        return std::nullopt;
    }
    return quant::parseCorrectionMethod(corrected->method)
        .value_or(quant::CorrectionMethod::Reconstruction);
}

std::int64_t correctableLayers(const quant::Configuration& configuration)
{
    return std::ranges::count_if(configuration.weights,
                                 [](const auto& entry) { return entry.second.canBeCorrected(); });
}

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
        const auto calibration = m_impl->rangesLocked(request.base, context);
        if (!calibration) {
            return failFrom(calibration);
        }
        const GivingWay giveWay = m_impl->givingWay(context, room, data);
        job.emplace(CorrectionJob::Place{*room, data, *calibration, giveWay}, request, context,
                    partial);
    }
    return job->run();
}

} // namespace quantoscope::session
