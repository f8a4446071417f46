// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/giving_way.h"
#include "core/session/search_course.h"
#include "core/session/search_losses.h"
#include "core/session/search_pictures.h"
#include "core/session/search_runs.h"
#include "core/session/stopwatch.h"

#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::session {

/// One search from sensitivities to the check on the pictures held out. Runs pieces of one batch
/// between edits.
class SearchJob
{
public:
    struct Place
    {
        EngineRoom& room;
        SearchPictureSets pictures;
        std::shared_ptr<const CalibrationInfo> calibration; ///< null: activations stay in FP32
        GivingWay giveWay;
        std::size_t budgetBytes = 0; ///< of kept activations
    };
    SearchJob(Place place, SearchRequest request, SearchSpace space, const JobContext& context,
              const SearchCallback& partial);

    /// Goes on from `former` (may be null) where that is the same search.
    [[nodiscard]] Result<SearchReportPtr> run(const SearchReportPtr& former);

private:
    Status correctChoices();
    Status measureSensitivities(const SensitivityPtr& former);
    Status startCourse();
    Status tryCandidates();
    Result<std::shared_ptr<SearchTrial>> runCandidate(SearchTrial trial, SearchRuns& runs);
    Status correct(SearchTrial& trial, std::shared_ptr<const DataInfo> pictures) const;
    Status runHeldOut(SearchTrial& trial, SearchRuns& runs) const;
    Status checkHeldOut();
    [[nodiscard]] SearchRuns::Material material() const;
    [[nodiscard]] Result<LossTable> weightLosses() const;
    [[nodiscard]] SearchReportPtr report(SearchPhase phase) const;
    void tell(SearchPhase phase) const;

    Place m_place;
    SearchRequest m_request;
    SearchSpace m_space;
    const JobContext& m_context;
    const SearchCallback& m_partial;
    SearchLoss m_loss;
    SearchFigures m_figures;
    std::optional<SearchCourse> m_course;
    SensitivityPtr m_sensitivity;
    Stopwatch m_stopwatch;
    double m_secondsBefore = 0.0;
    double m_picturesRun = 0.0;
    std::vector<std::shared_ptr<const SearchTrial>> m_remembered;
    std::shared_ptr<const CorrectedChoices> m_choices; ///< null unless weights are corrected
};

} // namespace quantoscope::session
