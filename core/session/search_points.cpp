// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_points.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

double shareRight(std::span<const PictureOutcome> outcomes)
{
    const auto right = std::ranges::count_if(
        outcomes, [](const PictureOutcome& outcome) { return outcome.margin >= 0.0F; });
    return static_cast<double>(right) / static_cast<double>(outcomes.size());
}

double shareAgreeing(std::span<const PictureOutcome> outcomes)
{
    const auto agreeing = std::ranges::count_if(outcomes, &PictureOutcome::agrees);
    return static_cast<double>(agreeing) / static_cast<double>(outcomes.size());
}

search::TrialSums sumsOf(std::span<const PictureOutcome> outcomes)
{
    search::TrialSums sums;
    for (const PictureOutcome& outcome : outcomes) {
        sums.add(outcome.effect);
    }
    return sums;
}

} // namespace

quant::Configuration configurationOf(const SearchSpace& space, const SearchTrial& trial)
{
    quant::Configuration configuration = space.configuration(trial.bits);
    configuration.corrected = trial.corrected;
    return configuration;
}

SearchFigures::SearchFigures(std::shared_ptr<const FloatReference> reference, bool isLabelled,
                             SearchCheck check)
    : m_reference(std::move(reference)), m_isLabelled(isLabelled), m_check(std::move(check))
{
    if (!m_reference->margins.empty()) {
        m_difference.emplace(m_reference->margins);
    }
}

double SearchFigures::drop(std::span<const PictureOutcome> outcomes) const
{
    return -sumsOf(outcomes).top1Difference();
}

std::optional<search::Interval>
SearchFigures::againstFloat(std::span<const PictureOutcome> outcomes) const
{
    if (!m_difference) {
        return std::nullopt;
    }
    std::vector<float> margins;
    for (const PictureOutcome& outcome : outcomes) {
        margins.push_back(outcome.margin);
    }
    return m_difference->difference(std::span(m_reference->order).first(outcomes.size()), margins);
}

std::optional<double> SearchFigures::heldOutFloatTop1() const
{
    if (!m_check.isLabelled || m_check.count == 0) {
        return std::nullopt;
    }
    const FloatReference& reference = *m_check.reference;
    const auto heldOut = std::span(reference.order).subspan(m_check.first, m_check.count);
    const auto right = std::ranges::count_if(heldOut, [&](std::int32_t picture) {
        return reference.margins[static_cast<std::size_t>(picture)] >= 0.0F;
    });
    return static_cast<double>(right) / static_cast<double>(heldOut.size());
}

SearchPoint SearchFigures::point(const SearchTrial& trial, const SearchSpace& space) const
{
    const SearchCosts costs = space.costs(trial.bits);
    const search::TrialSums sums = sumsOf(trial.outcomes);
    SearchPoint point;
    point.origin = trial.origin;
    point.configuration = configurationOf(space, trial);
    point.sizeBytes = costs.sizeBytes;
    point.averageWeightBits = costs.averageWeightBits;
    point.bops = costs.bops;
    point.predictedTop1 = trial.predictedTop1;
    point.images = sums.images;
    point.sqnrDb = sums.logitSqnrDb();
    if (m_difference) {
        point.kl = sums.meanKl();
        point.againstFloat = againstFloat(trial.outcomes);
    }
    if (m_isLabelled) {
        point.top1 = shareRight(trial.outcomes);
    }
    if (!trial.heldOut.empty()) {
        point.heldOutSqnrDb = sumsOf(trial.heldOut).logitSqnrDb();
    }
    if (!trial.heldOut.empty() && m_difference) {
        point.heldOutAgreement = shareAgreeing(trial.heldOut);
        if (m_check.isLabelled) {
            point.heldOutTop1 = shareRight(trial.heldOut);
        }
    }
    return point;
}

std::vector<PricedPoint> pricedFront(const SearchSpace& space,
                                     std::span<const search::FrontPoint> front)
{
    const std::size_t count = std::min(front.size(), SearchReport::kMostPredicted);
    std::vector<PricedPoint> points;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = count > 1 ? i * (front.size() - 1) / (count - 1) : 0;
        points.push_back({space.costs(front[place].bits), front[place].bits, front[place].loss});
    }
    std::ranges::stable_sort(points, {},
                             [](const PricedPoint& point) { return point.costs.sizeBytes; });
    return points;
}

} // namespace quantoscope::session
