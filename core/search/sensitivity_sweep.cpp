// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/sensitivity_sweep.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <string>

namespace quantoscope::search {
namespace {

/// Standard errors to each side. Wide, since every batch is another chance to stop wrongly: with 3
/// none of 200 replayed sweeps of efficientnet-lite0 (100 pictures drawn from 500, batches of 8)
/// and none of 96 of the sample network ended on another set than the exact one, with 2.5 two did.
constexpr double kErrors = 3.0;
/// A few pictures may look more alike than all are: a floor for the coefficient of variation.
constexpr double kLeastVariation = 1.0;
constexpr double kLeastEffect = 1e-300;

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
    return isEnergy(sums.signal) && isEnergy(sums.noise) && isEnergy(sums.noiseSquares) &&
           std::isfinite(sums.kl) && isEnergy(sums.klSquares) && std::abs(sums.top1) <= sums.images;
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
        trial = m_state.plan.effort == SensitivityEffort::Exact ? unfinishedTrial() : openTrial();
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
        return a.bits != b.bits ? a.bits < b.bits : bounds(a).middle > bounds(b).middle;
    };
    for (std::size_t i = 0; i < m_state.trials.size(); ++i) {
        const Trial& trial = m_state.trials[i];
        if (trial.batchesDone < batchCount() && (!best || isBefore(trial, m_state.trials[*best]))) {
            best = i;
        }
    }
    return best;
}

SensitivitySweep::Bounds SensitivitySweep::bounds(const Trial& trial) const
{
    const bool byNoise = m_state.plan.rank == SensitivityRank::Noise;
    const auto count = static_cast<double>(trial.sums.images);
    const double sum = byNoise ? trial.sums.noise : trial.sums.kl;
    const double squares = byNoise ? trial.sums.noiseSquares : trial.sums.klSquares;
    const double mean = std::max(sum / std::max(count, 1.0), kLeastEffect);
    const double variance = std::max(0.0, squares / std::max(count, 1.0) - mean * mean) * count /
                            std::max(count - 1.0, 1.0);
    const double variation = std::max(kLeastVariation, std::sqrt(variance) / mean);
    const double left = 1.0 - count / static_cast<double>(m_state.plan.pictures);
    const double error = kErrors * variation * std::sqrt(left / std::max(count, 1.0));
    const double middle =
        std::log(mean) * (m_state.plan.mode == SensitivityMode::Alone ? 1.0 : -1.0);
    return {middle - error, middle, middle + error};
}

std::vector<std::size_t> SensitivitySweep::ranking() const
{
    const auto& plan = m_state.plan;
    std::vector<double> keys(plan.layers.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Trial& trial = m_state.trials[i]; // the lowest bits come first
        keys[trial.layer] =
            trial.sums.images > 0 ? bounds(trial).middle : -std::numeric_limits<double>::infinity();
    }
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t layer) { return keys[layer]; });
    return order;
}

/// A trial of the lowest bits whose interval reaches across the border of the top set.
std::optional<std::size_t> SensitivitySweep::openTrial() const
{
    const std::vector<std::size_t> order = ranking();
    const std::size_t top = std::min(m_state.plan.topCount, order.size());
    double lowestInside = std::numeric_limits<double>::infinity();
    double highestOutside = -std::numeric_limits<double>::infinity();
    std::vector<Bounds> known(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        known[place] = bounds(m_state.trials[order[place]]);
        if (place < top) {
            lowestInside = std::min(lowestInside, known[place].low);
        } else {
            highestOutside = std::max(highestOutside, known[place].high);
        }
    }
    std::optional<std::size_t> best;
    double bestGain = 0.0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const Trial& trial = m_state.trials[order[place]];
        const bool isOpen =
            place < top ? known[place].low < highestOutside : known[place].high > lowestInside;
        const double gain = (known[place].high - known[place].low) /
                            (static_cast<double>(trial.batchesDone) * cost(trial));
        if (isOpen && trial.batchesDone < batchCount() && gain > bestGain) {
            best = order[place];
            bestGain = gain;
        }
    }
    return best;
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
