// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"
#include "core/exec/segmented_runner.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// Keeps what crosses the cuts of a chain for every batch of a fixed list of batches, so that a run
/// under another binding starts behind the last segment that is bound the same. Values on a grid of
/// 256 levels or fewer are kept as codes, one byte each, others as floats; both come back bit for
/// bit. Cuts are kept as far as the budget goes, those that save most first. One thread at a time.
class ActivationCache
{
public:
    ActivationCache(std::shared_ptr<const SegmentedModel> model, std::size_t batches,
                    std::size_t budgetBytes);

    /// Chooses what to keep under a binding and drops the rest. Call before the runs under it.
    void plan(std::shared_ptr<const ModelBinding> binding);
    /// Makes what is kept serve runs under another binding that keep nothing themselves: nothing is
    /// dropped, and store() must not be called until the next plan().
    void aim(std::shared_ptr<const ModelBinding> binding);
    /// First segment that has to run for a batch under the planned binding.
    [[nodiscard]] std::size_t resumeSegment(std::size_t batch) const;
    /// Last segment, not behind this one, that the plan lets a run start from once everything
    /// before it has run.
    [[nodiscard]] std::size_t plannedResume(std::size_t segment) const;
    /// Whether runs under this very binding are what is planned for.
    [[nodiscard]] bool isPlannedFor(const std::shared_ptr<const ModelBinding>& binding) const
    {
        return m_binding == binding;
    }
    /// Writes the values a segment starts from into the runner's buffers.
    void load(std::size_t batch, std::size_t segment, SegmentedRunner& runner) const;
    /// Keeps what a segment wrote under the planned binding, where it is to be kept.
    void store(std::size_t batch, std::size_t segment, SegmentedRunner& runner);
    void clear();

    [[nodiscard]] std::size_t bytes() const; ///< kept now
    [[nodiscard]] std::size_t budgetBytes() const { return m_budgetBytes; }
    void setBudget(std::size_t budgetBytes); ///< obeyed from the next plan() on

private:
    struct Entry
    {
        std::shared_ptr<const ModelBinding> binding; ///< it was made under; null: nothing is kept
        std::vector<std::uint8_t> codes;
        std::vector<float> floats;
        ByteGrid grid; ///< of the codes
        [[nodiscard]] std::size_t bytes() const { return codes.size() + floats.size() * 4; }
    };
    [[nodiscard]] bool isValid(const Entry& entry, std::size_t value) const;
    [[nodiscard]] std::size_t bytesOf(std::size_t value, const ModelBinding& binding) const;
    [[nodiscard]] std::vector<bool> keptValues(const ModelBinding& binding) const;
    void rememberDifferences();

    std::shared_ptr<const SegmentedModel> m_model;
    std::size_t m_batches;
    std::size_t m_budgetBytes;
    std::shared_ptr<const ModelBinding> m_binding;
    std::vector<bool> m_keeps;                 ///< by value
    std::vector<std::vector<Entry>> m_entries; ///< by value, by batch
    /// First segment bound otherwise, for every binding that entries were made under.
    std::vector<std::pair<std::shared_ptr<const ModelBinding>, std::size_t>> m_differences;
};

/// First segment of the chain whose weights, grids or multipliers differ; the number of segments
/// when none does.
[[nodiscard]] std::size_t firstDifference(const SegmentedModel& model, const ModelBinding& a,
                                          const ModelBinding& b);

} // namespace quantoscope::exec
