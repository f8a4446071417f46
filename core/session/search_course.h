// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/precision_search.h"
#include "core/session/search_loss.h"
#include "core/session/search_points.h"
#include "core/session/search_space.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::session {

/// Decides what a search runs next and what came out best. Runs nothing itself. Not thread-safe.
class SearchCourse
{
public:
    struct Losses
    {
        SearchSpace::LossOf predicted; ///< of a layer alone at some bits, measured
        SearchSpace::LossOf noise;     ///< noise-to-signal energy of the logits, likewise
        SearchSpace::LossOf weights;   ///< noise-to-signal energy of the layer's weights
    };
    [[nodiscard]] static Result<SearchCourse>
    create(const SearchSpace& space, const SearchRequest& request, const SearchLoss& loss,
           const SearchFigures& figures, const Losses& losses);

    /// What to run next, without outcomes; empty at the end.
    [[nodiscard]] std::optional<SearchTrial> next() const;
    /// A trial that ran the same assignment on all pictures; null where there is none.
    [[nodiscard]] const SearchTrial* findRun(const search::Assignment& bits) const;
    /// Whether it is clear after some pictures that the trial will not be the best.
    [[nodiscard]] bool isHopeless(const SearchTrial& trial) const;
    /// \param isWhole whether it ran on all of the search's pictures
    [[nodiscard]] Status take(std::shared_ptr<const SearchTrial> trial, bool isWhole);

    [[nodiscard]] const std::vector<std::shared_ptr<const SearchTrial>>& trials() const
    {
        return m_trials;
    }
    [[nodiscard]] std::optional<std::size_t> best() const;
    /// The best trial and those it is compared with.
    [[nodiscard]] std::vector<std::size_t> toCheck() const;
    /// Takes a trial in place of the one with the same outcomes: with what it made of the pictures
    /// held out, or with weights fitted to more pictures.
    void replace(std::size_t trial, SearchTrial checked);

    /// Fills in what the report says of the prediction, the trials and the best of them.
    void describe(SearchReport& report) const;

private:
    SearchCourse(const SearchSpace& space, const SearchRequest& request, const SearchLoss& loss,
                 const SearchFigures& figures, search::PrecisionProblem problem,
                 search::PrecisionProblem noise);

    /// What was measured of a trial.
    struct Measured
    {
        std::int64_t cost = 0;
        double loss = 0.0;
        double drop = 0.0;
        bool isWhole = false;
    };
    Status addComparisons(const SearchSpace::LossOf& weightLoss);
    [[nodiscard]] bool isBetter(const Measured& a, const Measured& b) const;
    [[nodiscard]] double lossOf(const SearchTrial& trial, bool isWhole) const;
    [[nodiscard]] double predictedNoiseDb(const search::Assignment& bits) const;
    [[nodiscard]] SearchTrial candidate(const search::FrontPoint& point) const;
    [[nodiscard]] std::vector<std::size_t> front() const;

    const SearchSpace* m_space;
    const SearchLoss* m_loss;
    const SearchFigures* m_figures;
    int m_evaluations;
    bool m_correctsWeights;
    std::optional<double> m_drop;
    search::PrecisionSearch m_search;
    search::PrecisionProblem m_problem;
    search::MonotoneCurve m_noiseCurve; ///< of logit noise in dB, predicted and measured
    search::PrecisionProblem m_noise;
    std::vector<PricedPoint> m_predicted;
    std::vector<SearchTrial> m_comparisons;
    std::vector<std::shared_ptr<const SearchTrial>> m_trials;
    std::vector<Measured> m_measured;  ///< by trial
    std::vector<SearchPoint> m_points; ///< by trial
};

} // namespace quantoscope::session
