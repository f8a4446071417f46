// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/activation_cache.h"

#include <algorithm>
#include <utility>

namespace quantoscope::exec {
namespace {

/// Grid whose codes fit a byte, of a value under a binding.
std::optional<ByteGrid> gridOf(const SegmentValue& value, const ModelBinding& binding)
{
    return value.site ? byteGrid(binding.activations[*value.site]) : std::nullopt;
}

/// Cost of every segment: what its layers cost.
std::vector<double> segmentCosts(const SegmentedModel& model)
{
    std::vector<double> costs;
    for (const Segment& segment : model.segments) {
        double cost = 0.0;
        for (std::size_t i = segment.firstLayer; i < segment.endLayer; ++i) {
            cost += model.layerCosts[i];
        }
        costs.push_back(cost);
    }
    return costs;
}

/// Sum over weight layers of the cost from the last kept cut before them.
double totalCost(const SegmentedModel& model, const std::vector<double>& costs,
                 const std::vector<bool>& isKept)
{
    double total = 0.0;
    double remaining = 0.0;
    double open = 0.0;
    for (std::size_t s = model.segments.size(); s-- > 0;) {
        remaining += costs[s];
        const Segment& segment = model.segments[s];
        open += static_cast<double>(std::count_if(
            model.layers->layers.begin() + static_cast<std::ptrdiff_t>(segment.firstLayer),
            model.layers->layers.begin() + static_cast<std::ptrdiff_t>(segment.endLayer),
            [](const model::Layer& layer) { return layer.hasWeights(); }));
        if (s == 0 || isKept[s]) {
            total += open * remaining;
            open = 0.0;
        }
    }
    return total;
}

} // namespace

std::size_t firstDifference(const SegmentedModel& model, const ModelBinding& a,
                            const ModelBinding& b)
{
    for (std::size_t s = 0; s < model.segments.size(); ++s) {
        const Segment& segment = model.segments[s];
        if (segment.integers && a.requantization != b.requantization) {
            return s;
        }
        for (std::size_t i = segment.firstLayer; i < segment.endLayer; ++i) {
            const bool hasOffset = model.layers->layers[i].offset != model::kNoTensor;
            if (a.weights[i].values != b.weights[i].values ||
                (hasOffset && a.weights[i].bias != b.weights[i].bias)) {
                return s;
            }
        }
        for (const std::size_t site : segment.sites) {
            if (quantizerAt(a, site) != quantizerAt(b, site)) {
                return s;
            }
        }
    }
    return model.segments.size();
}

ActivationCache::ActivationCache(std::shared_ptr<const SegmentedModel> model, std::size_t batches,
                                 std::size_t budgetBytes)
    : m_model(std::move(model)), m_batches(batches), m_budgetBytes(budgetBytes),
      m_keeps(m_model->values.size(), false),
      m_entries(m_model->values.size(), std::vector<Entry>(batches))
{
}

std::size_t ActivationCache::bytesOf(std::size_t value, const ModelBinding& binding) const
{
    const SegmentValue& info = m_model->values[value];
    const auto count = static_cast<std::size_t>(elementCount(info.shape));
    return m_batches * count * (gridOf(info, binding) ? 1 : sizeof(float));
}

/// Greedy: again and again the cut that saves most for each byte it adds.
std::vector<bool> ActivationCache::keptValues(const ModelBinding& binding) const
{
    const std::size_t count = m_model->segments.size();
    const std::vector<double> costs = segmentCosts(*m_model);
    std::vector<bool> isKeptCut(count, false);
    std::vector<bool> isKept(m_model->values.size(), false);
    double total = totalCost(*m_model, costs, isKeptCut);
    std::size_t used = 0;
    while (true) {
        std::size_t best = 0;
        std::size_t bestBytes = 0;
        double bestGain = 0.0;
        double bestTotal = total;
        for (std::size_t s = 1; s < count; ++s) {
            std::size_t bytes = 0;
            for (const std::size_t value : m_model->liveAt(s)) {
                bytes += isKept[value] ? 0 : bytesOf(value, binding);
            }
            if (isKeptCut[s] || used + bytes > m_budgetBytes) {
                continue;
            }
            std::vector<bool> trial = isKeptCut;
            trial[s] = true;
            const double cost = totalCost(*m_model, costs, trial);
            const double gain = (total - cost) / static_cast<double>(bytes + 1);
            if (gain > bestGain) {
                best = s;
                bestBytes = bytes;
                bestGain = gain;
                bestTotal = cost;
            }
        }
        if (best == 0) {
            return isKept;
        }
        isKeptCut[best] = true;
        for (const std::size_t value : m_model->liveAt(best)) {
            isKept[value] = true;
        }
        used += bestBytes;
        total = bestTotal;
    }
}

/// How far each binding that something was made under agrees with the one aimed at.
void ActivationCache::rememberDifferences()
{
    m_differences.clear();
    for (const auto& entries : m_entries) {
        for (const Entry& entry : entries) {
            const bool isKnown =
                !entry.binding ||
                std::any_of(m_differences.begin(), m_differences.end(),
                            [&](const auto& known) { return known.first == entry.binding; });
            if (!isKnown) {
                m_differences.emplace_back(entry.binding,
                                           firstDifference(*m_model, *entry.binding, *m_binding));
            }
        }
    }
}

void ActivationCache::plan(std::shared_ptr<const ModelBinding> binding)
{
    m_binding = std::move(binding);
    m_keeps = keptValues(*m_binding);
    for (std::size_t value = 0; value < m_entries.size(); ++value) {
        const std::size_t planned =
            bytesOf(value, *m_binding) / std::max<std::size_t>(1, m_batches);
        for (Entry& entry : m_entries[value]) {
            // What was made under another binding may come back to use, while it takes no more than
            // what will replace it.
            if (!m_keeps[value] || entry.bytes() > planned) {
                entry = {};
            }
        }
    }
    rememberDifferences();
}

void ActivationCache::aim(std::shared_ptr<const ModelBinding> binding)
{
    m_binding = std::move(binding);
    rememberDifferences();
}

bool ActivationCache::isValid(const Entry& entry, std::size_t value) const
{
    if (!entry.binding) {
        return false;
    }
    const auto known =
        std::find_if(m_differences.begin(), m_differences.end(),
                     [&](const auto& difference) { return difference.first == entry.binding; });
    return entry.binding == m_binding ||
           (known != m_differences.end() && known->second > m_model->values[value].madeBy);
}

std::size_t ActivationCache::resumeSegment(std::size_t batch) const
{
    for (std::size_t s = m_model->segments.size(); s-- > 1;) {
        const auto live = m_model->liveAt(s);
        if (std::all_of(live.begin(), live.end(), [&](std::size_t value) {
                return isValid(m_entries[value][batch], value);
            })) {
            return s;
        }
    }
    return 0;
}

std::size_t ActivationCache::plannedResume(std::size_t segment) const
{
    for (std::size_t s = segment; s > 0; --s) {
        const auto live = m_model->liveAt(s);
        if (std::all_of(live.begin(), live.end(),
                        [&](std::size_t value) { return m_keeps[value]; })) {
            return s;
        }
    }
    return 0;
}

void ActivationCache::load(std::size_t batch, std::size_t segment, SegmentedRunner& runner) const
{
    if (segment == 0) {
        return;
    }
    for (const std::size_t value : m_model->liveAt(segment)) {
        const Entry& entry = m_entries[value][batch];
        if (entry.codes.empty()) {
            runner.value(value).setFloats(entry.floats);
        } else {
            runner.value(value).setCodes(entry.codes, entry.grid);
        }
    }
}

void ActivationCache::store(std::size_t batch, std::size_t segment, SegmentedRunner& runner)
{
    for (const std::size_t value : m_model->segments[segment].writes) {
        if (!m_keeps[value]) {
            continue;
        }
        Entry& entry = m_entries[value][batch];
        const auto grid = gridOf(m_model->values[value], *m_binding);
        entry.binding = m_binding;
        if (grid) {
            const auto codes = runner.value(value).codes(*grid);
            entry.floats = {};
            entry.codes.assign(codes.begin(), codes.end());
            entry.grid = *grid;
        } else {
            const auto floats = runner.value(value).floats();
            entry.codes = {};
            entry.floats.assign(floats.begin(), floats.end());
        }
    }
}

void ActivationCache::clear()
{
    for (auto& entries : m_entries) {
        std::fill(entries.begin(), entries.end(), Entry{});
    }
    m_differences.clear();
}

std::size_t ActivationCache::bytes() const
{
    std::size_t sum = 0;
    for (const auto& entries : m_entries) {
        for (const Entry& entry : entries) {
            sum += entry.bytes();
        }
    }
    return sum;
}

void ActivationCache::setBudget(std::size_t budgetBytes)
{
    m_budgetBytes = budgetBytes;
}

} // namespace quantoscope::exec
