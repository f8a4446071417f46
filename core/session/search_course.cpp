// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_course.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::session {
namespace {

using Origin = SearchPoint::Origin;

} // namespace

SearchCourse::SearchCourse(const SearchSpace& space, const SearchRequest& request,
                           const SearchLoss& loss, const SearchFigures& figures,
                           search::PrecisionProblem problem, search::PrecisionProblem noise)
    : m_space(&space), m_loss(&loss), m_figures(&figures), m_evaluations(request.evaluations),
      m_correctsWeights(request.correctWeights), m_drop(request.budget.drop),
      m_search(problem, {space.costLimit(), request.budget.drop}), m_problem(std::move(problem)),
      m_noiseCurve(1.0), m_noise(std::move(noise)),
      m_predicted(pricedFront(space, m_search.front()))
{
}

Result<SearchCourse> SearchCourse::create(const SearchSpace& space, const SearchRequest& request,
                                          const SearchLoss& loss, const SearchFigures& figures,
                                          const Losses& losses)
{
    auto problem = space.problem(losses.predicted);
    if (!problem) {
        return failFrom(problem);
    }
    auto noise = space.problem(losses.noise);
    if (!noise) {
        return failFrom(noise);
    }
    SearchCourse course(space, request, loss, figures, *std::move(problem), *std::move(noise));
    if (const Status added = course.addComparisons(losses.weights); !added) {
        return failFrom(added);
    }
    return course;
}

Status SearchCourse::addComparisons(const SearchSpace::LossOf& weightLoss)
{
    if (m_drop) {
        return {};
    }
    const std::int64_t limit = *m_space->costLimit();
    std::optional<search::FrontPoint> uniform;
    for (const int bits : m_space->openBits()) {
        const auto assignment = m_space->uniform(bits);
        const auto point = assignment ? m_problem.point(*assignment) : std::nullopt;
        if (point && point->cost <= limit) {
            uniform = point;
        }
    }
    if (uniform) {
        m_comparisons.push_back({Origin::Uniform, uniform->bits, {}, {}, {}, {}, false});
    }
    if (m_correctsWeights) {
        return {}; // fitting all layers takes too long for a comparison that says little then
    }
    const auto problem = m_space->problem(weightLoss);
    if (!problem) {
        return failFrom(problem);
    }
    if (const auto point = search::withinCost(search::precisionFront(*problem), limit)) {
        m_comparisons.push_back({Origin::WeightSqnr, point->bits, {}, {}, {}, {}, false});
    }
    return {};
}

/// Logit noise below the signal, that is less than 0 where the logits are fine.
double SearchCourse::predictedNoiseDb(const search::Assignment& bits) const
{
    const auto point = m_noise.point(bits);
    return 10.0 * std::log10(std::max(point ? point->loss : 0.0, 1e-20));
}

SearchTrial SearchCourse::candidate(const search::FrontPoint& point) const
{
    SearchTrial trial{Origin::Search, point.bits, {}, {}, {}, {}, false};
    if (const auto drop = m_search.expectedDrop(point.loss)) {
        trial.predictedTop1 = -*drop;
    }
    return trial;
}

std::optional<SearchTrial> SearchCourse::next() const
{
    if (m_trials.size() >= static_cast<std::size_t>(m_evaluations)) {
        return std::nullopt;
    }
    if (!m_trials.empty()) {
        for (const SearchTrial& comparison : m_comparisons) {
            const bool hasRun = std::ranges::any_of(
                m_trials, [&](const auto& trial) { return trial->origin == comparison.origin; });
            if (!hasRun) {
                SearchTrial trial = candidate(*m_problem.point(comparison.bits));
                trial.origin = comparison.origin;
                return trial;
            }
        }
    }
    const auto proposed = m_search.proposals(1);
    return proposed.empty() ? std::nullopt : std::optional(candidate(proposed.front()));
}

const SearchTrial* SearchCourse::findRun(const search::Assignment& bits) const
{
    for (std::size_t i = 0; i < m_trials.size(); ++i) {
        if (m_measured[i].isWhole && m_trials[i]->bits == bits) {
            return m_trials[i].get();
        }
    }
    return nullptr;
}

bool SearchCourse::isHopeless(const SearchTrial& trial) const
{
    if (trial.origin != Origin::Search) {
        return false;
    }
    if (m_drop) {
        const auto difference = m_figures->againstFloat(trial.outcomes);
        return difference && -difference->high > *m_drop;
    }
    const auto known = best();
    return known && m_loss->isClearlyWorse(trial.outcomes, m_trials[*known]->outcomes);
}

/// Of a trial that was given up: the best one's loss, scaled as the two compare on the pictures
/// both ran, so that it cannot become the best by luck with those.
double SearchCourse::lossOf(const SearchTrial& trial, bool isWhole) const
{
    const double seen = m_loss->of(trial.outcomes);
    const auto known = best();
    if (isWhole || !known) {
        return seen;
    }
    const auto same = std::span(m_trials[*known]->outcomes).first(trial.outcomes.size());
    return seen * m_measured[*known].loss / std::max(m_loss->of(same), 1e-30);
}

Status SearchCourse::take(std::shared_ptr<const SearchTrial> trial, bool isWhole)
{
    const auto predicted = m_problem.point(trial->bits);
    if (!predicted) {
        return fail(ErrorCode::InvalidArgument, "an assignment does not fit the search", "search");
    }
    const Measured measured{predicted->cost, lossOf(*trial, isWhole),
                            m_figures->drop(trial->outcomes), isWhole};
    const bool isNew = findRun(trial->bits) == nullptr;
    m_points.push_back(m_figures->point(*trial, *m_space));
    m_trials.push_back(std::move(trial));
    m_measured.push_back(measured);
    if (!isNew) {
        return {};
    }
    m_noiseCurve.add(predictedNoiseDb(predicted->bits), -m_points.back().sqnrDb);
    return m_search.take(predicted->bits, measured.loss, measured.drop);
}

bool SearchCourse::isBetter(const Measured& a, const Measured& b) const
{
    return m_drop && a.cost != b.cost ? a.cost < b.cost : a.loss < b.loss;
}

std::optional<std::size_t> SearchCourse::best() const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_trials.size(); ++i) {
        const Measured& each = m_measured[i];
        const bool meets =
            m_drop ? each.drop <= *m_drop + 1e-12 : each.cost <= *m_space->costLimit();
        if (each.isWhole && meets && (!found || isBetter(each, m_measured[*found]))) {
            found = i;
        }
    }
    return found;
}

std::vector<std::size_t> SearchCourse::toCheck() const
{
    std::vector<std::size_t> check;
    const auto known = best();
    for (std::size_t i = 0; i < m_trials.size(); ++i) {
        if (known == i || m_trials[i]->origin != Origin::Search) {
            check.push_back(i);
        }
    }
    return check;
}

void SearchCourse::replace(std::size_t trial, SearchTrial checked)
{
    m_points[trial] = m_figures->point(checked, *m_space);
    m_trials[trial] = std::make_shared<const SearchTrial>(std::move(checked));
}

std::vector<std::size_t> SearchCourse::front() const
{
    std::vector<std::size_t> sorted;
    for (std::size_t i = 0; i < m_trials.size(); ++i) {
        if (m_measured[i].isWhole) {
            sorted.push_back(i);
        }
    }
    std::ranges::stable_sort(sorted, [&](std::size_t a, std::size_t b) {
        return m_points[a].sizeBytes != m_points[b].sizeBytes
                   ? m_points[a].sizeBytes < m_points[b].sizeBytes
                   : m_measured[a].loss < m_measured[b].loss;
    });
    std::vector<std::size_t> front;
    for (const std::size_t i : sorted) {
        if (front.empty() || m_measured[i].loss < m_measured[front.back()].loss) {
            front.push_back(i);
        }
    }
    return front;
}

void SearchCourse::describe(SearchReport& report) const
{
    for (const PricedPoint& point : m_predicted) {
        PredictedPoint predicted{point.costs.sizeBytes,
                                 point.costs.averageWeightBits,
                                 point.costs.bops,
                                 {},
                                 -m_noiseCurve.at(predictedNoiseDb(point.bits))};
        if (const auto drop = m_search.expectedDrop(point.loss)) {
            predicted.top1Difference = -*drop;
        }
        report.predicted.push_back(predicted);
    }
    report.tried = m_points;
    report.front = front();
    report.best = best();
    report.heldOutFloatTop1 = m_figures->heldOutFloatTop1();
}

} // namespace quantoscope::session
