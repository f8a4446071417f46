// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/histogram.h"

#include "core/quant/range_scan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quantoscope::quant {

namespace {

constexpr int kHalf = StreamingHistogram::kBins / 2;
constexpr int kHalfLog2 = 11;
static_assert(kHalf == 1 << kHalfLog2);
// Keeps the reciprocal of the width, and every product of width and bin, a normal float.
constexpr int kSmallestWidthLog2 = -120;

/// Exponent of the smallest power-of-two width whose bins hold [low, high].
int widthLog2For(float low, float high)
{
    // frexp: |x| = m * 2^e, 0.5 <= m < 1, so |x| < 2^e and only -2^(e-1) itself fits half of that.
    int exponent = 0;
    int log2 = kSmallestWidthLog2;
    if (high > 0.0F) {
        std::frexp(high, &exponent);
        log2 = std::max(log2, exponent - kHalfLog2);
    }
    if (low < 0.0F) {
        const bool isPower = std::frexp(low, &exponent) == -0.5F;
        log2 = std::max(log2, exponent - kHalfLog2 - (isPower ? 1 : 0));
    }
    return log2;
}

/// Adds up runs of 2^shift bins around the middle; exact, as floor(floor(a) / 2) == floor(a / 2).
void addCoarsened(std::span<const std::int64_t> from, int shift, std::span<std::int64_t> to)
{
    for (int bin = 0; bin < StreamingHistogram::kBins; ++bin) {
        const std::int64_t count = from[static_cast<std::size_t>(bin)];
        const int signedBin = (bin - kHalf) >> std::min(shift, 30);
        to[static_cast<std::size_t>(signedBin + kHalf)] += count;
    }
}

/// Counters that neighbouring values use in turn, so that equal values (the zeros behind a Relu) do
/// not wait for each other's store.
class Tally
{
public:
    static constexpr std::size_t kBlock = 1024;

    Tally() : m_counts(kWays * StreamingHistogram::kBins) {}

    /// Finite values inside the histogram's range, at most kBlock.
    void add(const float* values, std::size_t count, float width, float inverseWidth)
    {
        binIndices(values, count, width, inverseWidth);
        std::uint32_t* a = m_counts.data();
        std::uint32_t* b = a + StreamingHistogram::kBins;
        std::uint32_t* c = b + StreamingHistogram::kBins;
        std::uint32_t* d = c + StreamingHistogram::kBins;
        std::size_t i = 0;
        for (; i + kWays <= count; i += kWays) {
            ++a[m_bins[i]];
            ++b[m_bins[i + 1]];
            ++c[m_bins[i + 2]];
            ++d[m_bins[i + 3]];
        }
        for (; i < count; ++i) {
            ++a[m_bins[i]];
        }
    }

    void flushTo(std::span<std::int64_t> bins)
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            bins[i % StreamingHistogram::kBins] += m_counts[i];
            m_counts[i] = 0;
        }
    }

private:
    static constexpr std::size_t kWays = 4;

    /// floor(x / width) + kHalf. The product with a power of two is exact unless it underflows, which
    /// comparing x itself, not the product, with the bin's edge makes harmless.
    void binIndices(const float* values, std::size_t count, float width, float inverseWidth)
    {
        for (std::size_t i = 0; i < count; ++i) {
            const auto towardZero = static_cast<std::int32_t>(values[i] * inverseWidth);
            const float edge = static_cast<float>(towardZero) * width;
            m_bins[i] = towardZero + (values[i] < edge ? kHalf - 1 : kHalf);
        }
    }

    std::array<std::int32_t, kBlock> m_bins;
    std::vector<std::uint32_t> m_counts;
};

} // namespace

double StreamingHistogram::binCenter(int bin) const
{
    return (bin - kHalf + 0.5) * m_binWidth;
}

} // namespace quantoscope::quant
