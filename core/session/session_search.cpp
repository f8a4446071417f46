// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

Result<Session::Impl::Judging> Session::Impl::judgingLocked(bool fitsWeights,
                                                            const JobContext& context)
{
    Judging& known = judging[fitsWeights ? 1 : 0]; // long functions only, one at a time
    if (known.reference) {
        return known;
    }
    auto pictures = judgingPictures(*published(data), fitsWeights);
    if (!pictures) {
        return failFrom(pictures);
    }
    auto result = runFloatPass(*room, **pictures, context);
    if (!result) {
        return failFrom(result);
    }
    known = {*std::move(pictures), std::make_shared<const FloatReference>(*std::move(result))};
    return known;
}

/// The pictures that a request asks for, with their FP32 results.
Result<SearchPictureSets>
Session::Impl::searchPicturesLocked(const SearchRequest& request,
                                    const std::shared_ptr<const FloatReference>& floats,
                                    const JobContext& context)
{
    if (request.pictures == SearchPictures::Validation) {
        return validationSets(published(data), floats, request.heldOut);
    }
    if (request.heldOut > 0.0) {
        return fail(ErrorCode::InvalidArgument,
                    "no validation pictures can be held out of a search on calibration pictures: "
                    "all of them check its outcome",
                    "held-out share");
    }
    auto judges = judgingLocked(request.correctWeights, context);
    if (!judges) {
        return failFrom(judges);
    }
    return calibrationSets(published(data), floats, judges->data, judges->reference);
}

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
        const auto ready = m_impl->prepareLocked(request.base, context);
        if (!ready) {
            return failFrom(ready);
        }
        auto pictures = m_impl->searchPicturesLocked(request, ready->reference, context);
        if (!pictures) {
            return failFrom(pictures);
        }
        const GivingWay giveWay = m_impl->givingWay(context, room, data);
        job.emplace(SearchJob::Place{*room, *std::move(pictures), ready->calibration, giveWay,
                                     m_impl->sweepBudget()},
                    request, *std::move(space), context, partial);
    }
    return job->run(former);
}

} // namespace quantoscope::session
