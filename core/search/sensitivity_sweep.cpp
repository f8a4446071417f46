// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sensitivity_sweep.h"

#include "core/search/racing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <span>
#include <string>

namespace quantoscope::search {
namespace {

template <typename T>
bool areDistinct(const std::vector<T>& values)
{
    return std::set<T>(values.begin(), values.end()).size() == values.size();
}

tl::unexpected<Error> wrongPlan(const std::string& message)
{
    return fail(ErrorCode::InvalidArgument, message, "sensitivity sweep");
}

Status checkPlan(const SensitivityPlan& plan)
{
    if (plan.layers.empty() || !areDistinct(plan.layers)) {
        return wrongPlan("name at least one layer, and each once");
    }
    if (plan.costs.size() != plan.layers.size()) {
        return wrongPlan(std::to_string(plan.costs.size()) + " costs do not fit " +
                         std::to_string(plan.layers.size()) + " layers");
    }
    for (std::size_t i = 0; i < plan.costs.size(); ++i) {
        if (!(plan.costs[i] > 0.0) || !std::isfinite(plan.costs[i])) {
            return wrongPlan("the cost of " + plan.layers[i] + " is not above 0");
        }
    }
    const bool legalBits =
        std::ranges::all_of(plan.bits, [](int bits) { return bits >= 1 && bits <= 32; });
    if (plan.bits.empty() || !legalBits || !areDistinct(plan.bits)) {
        return wrongPlan("give distinct bit-widths from 1 to 32, for example 8 and 4");
    }
    if (plan.pictures < 1 || plan.batch < 1 || plan.topCount < 1) {
        return wrongPlan("pictures, batch and topCount must be at least 1");
    }
    return {};
}

std::vector<Trial> trialsOf(const SensitivityPlan& plan)
{
    std::vector<int> bits = plan.bits;
    std::ranges::sort(bits);
    std::vector<Trial> trials;
    for (const int width : bits) {
        for (std::size_t layer = 0; layer < plan.layers.size(); ++layer) {
            trials.push_back({layer, width, 0, {}});
        }
    }
    return trials;
}

bool isSane(const TrialSums& sums)
{
    const auto isEnergy = [](double value) { return std::isfinite(value) && value >= 0.0; };
    const auto hasEach = [&](const std::vector<double>& effects) {
        return static_cast<std::int64_t>(effects.size()) == sums.images &&
               std::ranges::all_of(effects, [](double effect) { return std::isfinite(effect); });
    };
    return isEnergy(sums.signal) && isEnergy(sums.noise) && std::isfinite(sums.kl) &&
           std::abs(sums.top1) <= sums.images && hasEach(sums.noises) && hasEach(sums.kls);
}

} // namespace

SensitivitySweep::SensitivitySweep(SensitivityState state) : m_state(std::move(state)) {}

Result<SensitivitySweep> SensitivitySweep::create(SensitivityPlan plan)
{
    if (const Status legal = checkPlan(plan); !legal) {
        return failFrom(legal);
    }
    SensitivityState state;
    state.trials = trialsOf(plan);
    state.plan = std::move(plan);
    return SensitivitySweep(std::move(state));
}

Result<SensitivitySweep> SensitivitySweep::restore(SensitivityState state)
{
    if (const Status legal = checkPlan(state.plan); !legal) {
        return fail(ErrorCode::InvalidData, legal.error().message, legal.error().where);
    }
    const std::vector<Trial> expected = trialsOf(state.plan);
    if (state.trials.size() != expected.size()) {
        return fail(ErrorCode::InvalidData,
                    std::to_string(state.trials.size()) + " trials do not fit a plan with " +
                        std::to_string(expected.size()),
                    "sensitivity sweep");
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Trial& trial = state.trials[i];
        const SensitivityPlan& plan = state.plan;
        const std::int64_t pictures = std::min(trial.batchesDone * plan.batch, plan.pictures);
        const std::int64_t batches = (plan.pictures + plan.batch - 1) / plan.batch;
        if (trial.layer != expected[i].layer || trial.bits != expected[i].bits ||
            trial.batchesDone < 0 || trial.batchesDone > batches || trial.sums.images != pictures ||
            !isSane(trial.sums)) {
            return fail(ErrorCode::InvalidData,
                        "the figures of trial " + std::to_string(i) +
                            " do not fit the plan; start the sweep anew",
                        plan.layers[expected[i].layer]);
        }
    }
    return SensitivitySweep(std::move(state));
}

std::int64_t SensitivitySweep::batchCount() const
{
    return (m_state.plan.pictures + m_state.plan.batch - 1) / m_state.plan.batch;
}

double SensitivitySweep::cost(const Trial& trial) const
{
    return m_state.plan.costs[trial.layer];
}

std::int64_t SensitivitySweep::firstPicture(const SensitivityTask& task) const
{
    return task.firstBatch * m_state.plan.batch;
}

std::int64_t SensitivitySweep::pictureCount(const SensitivityTask& task) const
{
    return std::min(m_state.plan.batch, m_state.plan.pictures - firstPicture(task));
}

std::optional<SensitivityTask> SensitivitySweep::next() const
{
    auto trial = coarseTrial();
    if (!trial) {
        trial = m_state.plan.effort == SensitivityEffort::Exact ? unfinishedTrial() : racingTrial();
    }
    if (!trial) {
        return std::nullopt;
    }
    return SensitivityTask{*trial, m_state.trials[*trial].batchesDone};
}

Status SensitivitySweep::take(const SensitivityTask& task, const TrialSums& sums)
{
    if (task.trial >= m_state.trials.size() ||
        task.firstBatch != m_state.trials[task.trial].batchesDone ||
        task.firstBatch >= batchCount()) {
        return wrongPlan("batch " + std::to_string(task.firstBatch) + " of trial " +
                         std::to_string(task.trial) + " is not its next one");
    }
    Trial& trial = m_state.trials[task.trial];
    if (sums.images != pictureCount(task)) {
        return wrongPlan("sums of " + std::to_string(sums.images) +
                         " pictures came for a batch of " + std::to_string(pictureCount(task)));
    }
    if (!isSane(sums)) {
        return wrongPlan("a batch of trial " + std::to_string(task.trial) +
                         " has sums that are no number or negative");
    }
    trial.sums += sums;
    ++trial.batchesDone;
    return {};
}

/// The next trial without any picture: trials are sorted by bits already.
std::optional<std::size_t> SensitivitySweep::coarseTrial() const
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < m_state.trials.size(); ++i) {
        const Trial& trial = m_state.trials[i];
        if (trial.batchesDone > 0) {
            continue;
        }
        if (best && trial.bits != m_state.trials[*best].bits) {
            break;
        }
        if (!best || cost(trial) < cost(m_state.trials[*best])) {
            best = i;
        }
    }
    return best;
}

/// A trial that is under way before any other, then the most sensitive of the lowest bits.
std::optional<std::size_t> SensitivitySweep::unfinishedTrial() const
{
    std::optional<std::size_t> best;
    const auto isBefore = [&](const Trial& a, const Trial& b) {
        if ((a.batchesDone > 1) != (b.batchesDone > 1)) {
            return a.batchesDone > 1;
        }
        return a.bits != b.bits ? a.bits < b.bits : key(a) > key(b);
    };
    for (std::size_t i = 0; i < m_state.trials.size(); ++i) {
        const Trial& trial = m_state.trials[i];
        if (trial.batchesDone < batchCount() && (!best || isBefore(trial, m_state.trials[*best]))) {
            best = i;
        }
    }
    return best;
}

double SensitivitySweep::key(const Trial& trial) const
{
    const bool byNoise = m_state.plan.rank == SensitivityRank::Noise;
    const double mean = (byNoise ? trial.sums.noise : trial.sums.kl) /
                        std::max(static_cast<double>(trial.sums.images), 1.0);
    return m_state.plan.mode == SensitivityMode::Alone ? mean : -mean;
}

std::vector<std::size_t> SensitivitySweep::ranking() const
{
    const auto& plan = m_state.plan;
    std::vector<double> keys(plan.layers.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Trial& trial = m_state.trials[i]; // the lowest bits come first
        keys[trial.layer] =
            trial.sums.images > 0 ? key(trial) : -std::numeric_limits<double>::infinity();
    }
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t layer) { return keys[layer]; });
    return order;
}

/// A trial of the lowest bits whose place inside or outside of the top set is open.
std::optional<std::size_t> SensitivitySweep::racingTrial() const
{
    const std::vector<std::size_t> order = ranking();
    const auto& plan = m_state.plan;
    const auto top = static_cast<std::ptrdiff_t>(std::min(plan.topCount, order.size()));
    std::vector<RacingTrial> racing;
    for (std::size_t layer = 0; layer < plan.layers.size(); ++layer) {
        const TrialSums& sums = m_state.trials[layer].sums; // the lowest bits come first
        racing.push_back(
            {plan.rank == SensitivityRank::Noise ? sums.noises : sums.kls, plan.costs[layer]});
    }
    const auto inside = std::span(order).first(static_cast<std::size_t>(top));
    const auto outside = std::span(order).subspan(static_cast<std::size_t>(top));
    return openTrial(racing, inside, outside, plan.mode == SensitivityMode::Alone ? 1.0 : -1.0,
                     plan.pictures);
}

double SensitivitySweep::passesDone() const
{
    double pictures = 0.0;
    for (const Trial& trial : m_state.trials) {
        pictures += static_cast<double>(trial.sums.images) * cost(trial);
    }
    return pictures / static_cast<double>(m_state.plan.pictures);
}

double SensitivitySweep::passesOfExact() const
{
    return static_cast<double>(m_state.plan.bits.size()) *
           std::accumulate(m_state.plan.costs.begin(), m_state.plan.costs.end(), 0.0);
}

} // namespace quantoscope::search
