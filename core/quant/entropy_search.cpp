// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/range_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace quantoscope::quant {

namespace {

constexpr int kQuantizedBins = 128;
constexpr int kMostBins = 2048;
// ONNX Runtime's smooth_distribution: an empty bin gets this count, taken off the others in equal
// parts.
constexpr double kSmoothing = 1e-4;

/// The histogram around zero as far as the data reaches, in at most kMostBins bins.
struct CenteredBins
{
    std::vector<double> counts; ///< even number; the middle one starts at zero
    double width = 0.0;
};

CenteredBins centeredBins(const StreamingHistogram& histogram)
{
    constexpr int kHalf = StreamingHistogram::kBins / 2;
    const double reach = std::max(-double{histogram.minimum()}, double{histogram.maximum()});
    int merged = 1;
    int half = static_cast<int>(std::floor(reach / histogram.binWidth())) + 1;
    while (half > kMostBins / 2) {
        half = (half + 1) / 2;
        merged *= 2;
    }
    half = std::max(half, kQuantizedBins / 2);
    CenteredBins bins{std::vector<double>(static_cast<std::size_t>(2 * half)),
                      merged * histogram.binWidth()};
    const auto source = histogram.bins();
    for (int bin = 0; bin < 2 * half * merged; ++bin) {
        const int from = kHalf - half * merged + bin;
        if (from >= 0 && from < StreamingHistogram::kBins) {
            bins.counts[static_cast<std::size_t>(bin / merged)] +=
                static_cast<double>(source[static_cast<std::size_t>(from)]);
        }
    }
    return bins;
}

/// A run of bins that share one quantized bin.
struct Group
{
    double reference = 0.0; ///< count of the reference distribution, outliers included
    double nonEmpty = 0.0;  ///< bins of the reference that are not empty
    double expanded = 0.0;  ///< count each of its bins has after quantization
};

/// KL divergence between the clipped distribution and its quantized form for every threshold.
class DivergenceScan
{
public:
    explicit DivergenceScan(const std::vector<double>& counts)
        : m_counts(counts), m_sums(counts.size() + 1), m_nonEmpty(counts.size() + 1)
    {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            m_sums[i + 1] = m_sums[i] + counts[i];
            m_nonEmpty[i + 1] = m_nonEmpty[i] + (counts[i] > 0.0 ? 1.0 : 0.0);
        }
    }

    /// Of the bins [start, end), everything outside counted at the outermost two.
    [[nodiscard]] double divergence(std::size_t start, std::size_t end)
    {
        m_start = start;
        m_end = end;
        formGroups();
        double quantizedTotal = 0.0;
        double expandedBins = 0.0;
        double nonEmpty = m_tail.nonEmpty;
        const double perGroup = static_cast<double>(m_groupSize);
        for (const Group& group : m_groups) {
            quantizedTotal += group.expanded * perGroup;
            expandedBins += group.expanded > 0.0 ? perGroup : 0.0;
            nonEmpty += group.nonEmpty;
        }
        if (expandedBins == 0.0) {
            return std::numeric_limits<double>::infinity();
        }
        const auto size = static_cast<double>(end - start);
        const double taken = kSmoothing * (size - nonEmpty) / nonEmpty;
        const double takenExpanded = kSmoothing * (size - expandedBins) / expandedBins;
        const double total = m_sums.back();
        const double sum =
            negativeEntropy(taken, size - nonEmpty) - crossTerm(taken, takenExpanded);
        return sum / total + std::log(quantizedTotal / total);
    }

private:
    [[nodiscard]] double countBetween(std::size_t from, std::size_t to) const
    {
        return m_sums[to] - m_sums[from];
    }

    /// Count of the clipped distribution at a bin of [start, end).
    [[nodiscard]] double clipped(std::size_t bin) const
    {
        const double left = bin == m_start ? m_sums[m_start] : 0.0;
        const double right = bin + 1 == m_end ? m_sums.back() - m_sums[m_end] : 0.0;
        return m_counts[bin] + left + right;
    }

    [[nodiscard]] Group referenceOf(std::size_t from, std::size_t to) const
    {
        Group group;
        if (from == to) {
            return group;
        }
        group.reference = countBetween(from, to);
        group.nonEmpty = m_nonEmpty[to] - m_nonEmpty[from];
        const auto addOutliers = [&](std::size_t bin) {
            group.reference += clipped(bin) - m_counts[bin];
            group.nonEmpty += m_counts[bin] == 0.0 && clipped(bin) > 0.0 ? 1.0 : 0.0;
        };
        if (from == m_start) {
            addOutliers(from);
        }
        if (to == m_end && to - 1 != m_start) {
            addOutliers(to - 1);
        }
        return group;
    }

    /// As ONNX Runtime does it: whole counts (the quotient is cut), bins left over behind the last
    /// group count into it but are empty after expansion.
    void formGroups()
    {
        m_groupSize = (m_end - m_start) / kQuantizedBins;
        const std::size_t tail = m_start + kQuantizedBins * m_groupSize;
        for (std::size_t g = 0; g < kQuantizedBins; ++g) {
            const std::size_t from = m_start + g * m_groupSize;
            const std::size_t to = from + m_groupSize;
            m_groups[g] = referenceOf(from, to);
            const double quantized = countBetween(from, to == tail ? m_end : to);
            m_groups[g].expanded =
                m_groups[g].nonEmpty > 0.0 ? std::floor(quantized / m_groups[g].nonEmpty) : 0.0;
        }
        m_tail = referenceOf(tail, m_end);
        m_tailSize = m_end - tail;
    }

    /// Sum of p log p over the smoothed reference.
    [[nodiscard]] double negativeEntropy(double taken, double emptyBins) const
    {
        double sum = emptyBins * kSmoothing * std::log(kSmoothing);
        for (std::size_t bin = m_start; bin < m_end; ++bin) {
            const double count = clipped(bin);
            if (count > 0.0) {
                sum += (count - taken) * std::log(count - taken);
            }
        }
        return sum;
    }

    /// Sum of p log q over both smoothed distributions; q is the same all over a group.
    [[nodiscard]] double crossTerm(double taken, double takenExpanded) const
    {
        const auto smoothed = [taken](const Group& group, std::size_t size) {
            const double empty = static_cast<double>(size) - group.nonEmpty;
            return group.reference - taken * group.nonEmpty + kSmoothing * empty;
        };
        double sum = smoothed(m_tail, m_tailSize) * std::log(kSmoothing);
        for (const Group& group : m_groups) {
            const double q = group.expanded > 0.0 ? group.expanded - takenExpanded : kSmoothing;
            sum += smoothed(group, m_groupSize) * std::log(q);
        }
        return sum;
    }

    const std::vector<double>& m_counts;
    std::vector<double> m_sums;
    std::vector<double> m_nonEmpty;
    std::array<Group, kQuantizedBins> m_groups{};
    Group m_tail;
    std::size_t m_groupSize = 0;
    std::size_t m_tailSize = 0;
    std::size_t m_start = 0;
    std::size_t m_end = 0;
};

} // namespace

Range leastEntropyRange(const StreamingHistogram& histogram)
{
    const CenteredBins bins = centeredBins(histogram);
    const std::size_t half = bins.counts.size() / 2;
    DivergenceScan scan(bins.counts);
    double least = std::numeric_limits<double>::infinity();
    std::size_t best = half;
    for (std::size_t reach = kQuantizedBins / 2; reach <= half; ++reach) {
        const std::size_t end = std::min(half + reach + 1, bins.counts.size());
        const double divergence = scan.divergence(half - reach, end);
        if (divergence < least) {
            least = divergence;
            best = reach;
        }
    }
    const double low = -static_cast<double>(best) * bins.width;
    const double high = static_cast<double>(std::min(best + 1, half)) * bins.width;
    return {static_cast<float>(std::max<double>(low, histogram.minimum())),
            static_cast<float>(std::min<double>(high, histogram.maximum()))};
}

} // namespace quantoscope::quant
