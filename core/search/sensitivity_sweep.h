// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/search/sensitivity.h"

#include <optional>
#include <span>
#include <vector>

namespace quantoscope::search {

/// Batches to run one trial on.
struct SensitivityTask
{
    std::size_t trial = 0; ///< index into SensitivityState::trials
    std::int64_t firstBatch = 0;
    friend bool operator==(const SensitivityTask&, const SensitivityTask&) = default;
};

/// Says which trial to run on which batch next, and takes the sums back. Runs nothing itself.
///
/// Every trial gets the first batch, the lowest bits first and cheap layers before costly ones, so
/// that a coarse map is there early. Then the exact effort finishes trial after trial, the noisiest
/// first. Racing looks at the lowest bits only and compares every layer inside the `topCount`
/// highest with every one outside, picture by picture (core/search/racing.h): while a pair may
/// change places, the one of it that promises most for its cost gets its next batch. A layer that
/// is in no such pair is left at few pictures, whether harmless or ruinous. Two layers that stay
/// too close end on all pictures, where their places are exact. Leaving one layer out changes
/// little, so racing saves less there.
/// Source: Maron and Moore 1997, "The racing algorithm", Artificial Intelligence Review 11.
/// Not thread-safe.
class SensitivitySweep
{
public:
    /// InvalidArgument where the plan breaks the ranges that SensitivityPlan names.
    [[nodiscard]] static Result<SensitivitySweep> create(SensitivityPlan plan);
    /// Goes on from a stored state. InvalidData where it contradicts itself.
    [[nodiscard]] static Result<SensitivitySweep> restore(SensitivityState state);

    [[nodiscard]] const SensitivityState& state() const { return m_state; }
    /// Empty: the sweep is finished.
    [[nodiscard]] std::optional<SensitivityTask> next() const;
    /// Pictures of the task's batch: [first, first + count) of the order.
    [[nodiscard]] std::int64_t firstPicture(const SensitivityTask& task) const;
    [[nodiscard]] std::int64_t pictureCount(const SensitivityTask& task) const;
    /// Takes the sums of a batch that next() asked for. InvalidArgument for another batch than the
    /// trial's next, or for sums of another number of pictures.
    [[nodiscard]] Status take(const SensitivityTask& task, const TrialSums& sums);

    /// Layers of the lowest bits, the most sensitive first, by what is known so far; layers without
    /// pictures come last.
    [[nodiscard]] std::vector<std::size_t> ranking() const;

    /// Work in passes of all pictures through the whole model: done, and what Exact needs in all.
    [[nodiscard]] double passesDone() const;
    [[nodiscard]] double passesOfExact() const;

private:
    explicit SensitivitySweep(SensitivityState state);

    [[nodiscard]] std::int64_t batchCount() const;
    [[nodiscard]] double cost(const Trial& trial) const;
    /// What ranks a trial: the most sensitive have the highest.
    [[nodiscard]] double key(const Trial& trial) const;
    [[nodiscard]] std::optional<std::size_t> coarseTrial() const;
    [[nodiscard]] std::optional<std::size_t> unfinishedTrial() const;
    [[nodiscard]] std::optional<std::size_t> racingTrial() const;

    SensitivityState m_state;
};

} // namespace quantoscope::search
