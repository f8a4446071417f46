// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/giving_way.h"
#include "core/session/search_course.h"
#include "core/session/search_runs.h"
#include "core/session/stopwatch.h"

#include <memory>
#include <optional>

namespace quantoscope::session {

/// Pictures of a search, and those held out, as counts of the reference's order. The first are
/// whole stratified samples of 16.
struct SearchSplit
{
    std::size_t searched = 0;
    std::size_t heldOut = 0;
};
/// InvalidArgument where there are too few pictures to hold any out.
[[nodiscard]] Result<SearchSplit> splitOf(std::size_t pictures, double heldOut);

/// One search from sensitivities to the check on the pictures held out. Runs pieces of one batch
/// between edits.
class SearchJob
{
public:
    struct Place
    {
        EngineRoom& room;
        SearchRuns::Material material;
        GivingWay giveWay;
        std::size_t budgetBytes = 0; ///< of kept activations
    };
    SearchJob(Place place, SearchRequest request, SearchSpace space, SearchSplit split,
              const JobContext& context, const SearchCallback& partial);

    /// Goes on from `former` (may be null) where that is the same search.
    [[nodiscard]] Result<SearchReportPtr> run(const SearchReportPtr& former);

private:
    Status measureSensitivities(const SensitivityPtr& former);
    Status startCourse();
    Status tryCandidates();
    Result<std::shared_ptr<SearchTrial>> runCandidate(SearchTrial trial, SearchRuns& runs);
    Status checkHeldOut();
    [[nodiscard]] Result<std::vector<double>> weightLosses(int bits) const;
    [[nodiscard]] SearchReportPtr report(SearchPhase phase) const;
    void tell(SearchPhase phase) const;

    Place m_place;
    SearchRequest m_request;
    SearchSpace m_space;
    SearchSplit m_split;
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
};

} // namespace quantoscope::session
