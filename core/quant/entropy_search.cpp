// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/range_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace quantoscope::quant {

namespace {

constexpr std::size_t kFewestBins = 128;
// Where all data lies far from zero, nothing diverges once all of it is clipped to one value.
constexpr double kMostClipped = 0.5;

/// Counts of |x| in bins from zero to the largest magnitude. Bin 0 gets the next one's count: zeros
/// cost no bits wherever the range ends, and behind a ReLU they would outweigh all other values.
std::vector<double> magnitudeBins(const StreamingHistogram& histogram)
{
    constexpr std::size_t kHalf = StreamingHistogram::kBins / 2;
    const auto source = histogram.bins();
    std::vector<double> counts(kHalf);
    std::size_t used = 0;
    for (std::size_t i = 0; i < kHalf; ++i) {
        counts[i] = static_cast<double>(source[kHalf + i] + source[kHalf - 1 - i]);
        used = counts[i] > 0.0 ? i + 1 : used;
    }
    counts.resize(std::max(used, std::size_t{2}));
    counts[0] = counts[1];
    return counts;
}

double timesLog(double count)
{
    return count > 0.0 ? count * std::log(count) : 0.0;
}

/// KL divergence between the magnitudes below a threshold, all above counted at its last bin, and
/// their quantized form: `levels` equal runs of bins, each shared out evenly among its bins that
/// are not empty.
class DivergenceScan
{
public:
    DivergenceScan(const std::vector<double>& counts, std::size_t levels)
        : m_counts(counts), m_levels(levels), m_sums(counts.size() + 1),
          m_nonEmpty(counts.size() + 1), m_logSums(counts.size() + 1)
    {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            m_sums[i + 1] = m_sums[i] + counts[i];
            m_nonEmpty[i + 1] = m_nonEmpty[i] + (counts[i] > 0.0 ? 1.0 : 0.0);
            m_logSums[i + 1] = m_logSums[i] + timesLog(counts[i]);
        }
    }

    [[nodiscard]] double divergence(std::size_t end) const
    {
        const double total = m_sums.back();
        const double inside = m_sums[end];
        const double last = m_counts[end - 1];
        const double clipped = total - inside;
        const bool clipsTooMany = clipped > kMostClipped * total;
        if (inside == 0.0 || clipsTooMany || (last == 0.0 && clipped > 0.0)) {
            return std::numeric_limits<double>::infinity();
        }
        const double own = m_logSums[end] - timesLog(last) + timesLog(last + clipped);
        return (own - crossTerm(end, clipped)) / total + std::log(inside / total);
    }

private:
    /// Sum of p log q over the runs, in counts.
    [[nodiscard]] double crossTerm(std::size_t end, double clipped) const
    {
        double sum = 0.0;
        std::size_t from = 0;
        for (std::size_t level = 1; level <= m_levels && from < end; ++level) {
            const std::size_t to = (level * end + m_levels - 1) / m_levels;
            const double count = m_sums[to] - m_sums[from];
            if (count > 0.0) {
                const double reference = count + (to == end ? clipped : 0.0);
                sum += reference * std::log(count / (m_nonEmpty[to] - m_nonEmpty[from]));
            }
            from = to;
        }
        return sum;
    }

    const std::vector<double>& m_counts;
    std::size_t m_levels;
    std::vector<double> m_sums, m_nonEmpty, m_logSums; ///< over the bins before each
};

} // namespace

double leastEntropyThreshold(const StreamingHistogram& histogram, std::size_t levels)
{
    const std::vector<double> counts = magnitudeBins(histogram);
    const DivergenceScan scan(counts, levels);
    double least = std::numeric_limits<double>::infinity();
    std::size_t best = counts.size();
    for (std::size_t end = std::min(kFewestBins, counts.size()); end <= counts.size(); ++end) {
        const double divergence = scan.divergence(end);
        if (divergence <= least) { // of equal ones the widest
            least = divergence;
            best = end;
        }
    }
    return static_cast<double>(best) * histogram.binWidth();
}

} // namespace quantoscope::quant
