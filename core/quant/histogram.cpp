// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/histogram.h"

#include "core/quant/range_scan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

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

constexpr std::size_t kBlock = 1024;
using Block = std::array<std::int32_t, kBlock>;

/// Bins floor(x / width) + kHalf of at most kBlock values. The product with a power of two is exact
/// unless it underflows; comparing x itself, not the product, with the bin's edge makes that
/// harmless.
void binIndices(std::span<const float> values, float width, Block& indices)
{
    const float inverse = 1.0F / width;
    const float* x = values.data();
    const std::size_t count = values.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto towardZero = static_cast<std::int32_t>(x[i] * inverse);
        const float edge = static_cast<float>(towardZero) * width;
        indices[i] = towardZero + (x[i] < edge ? kHalf - 1 : kHalf);
    }
}

/// Calls tally(indices, count) for one block after another.
template <typename Tally>
void forEachBlock(std::span<const float> values, float width, const Tally& tally)
{
    Block indices;
    for (std::size_t start = 0; start < values.size(); start += kBlock) {
        const auto block = values.subspan(start, std::min(kBlock, values.size() - start));
        binIndices(block, width, indices);
        tally(indices, block.size());
    }
}

void countFew(std::span<const float> values, float width, std::span<std::int64_t> bins)
{
    forEachBlock(values, width, [&](const Block& indices, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            ++bins[static_cast<std::size_t>(indices[i])];
        }
    });
}

/// Neighbouring values use four sets of counters in turn, so that equal values (the zeros behind a
/// Relu) do not wait for each other's store.
void countMany(std::span<const float> values, float width, std::span<std::int64_t> bins)
{
    constexpr std::size_t kWays = 4;
    constexpr std::size_t kStride = StreamingHistogram::kBins;
    std::vector<std::uint32_t> counters(kWays * kStride);
    std::uint32_t* const first = counters.data();
    forEachBlock(values, width, [&](const Block& indices, std::size_t count) {
        std::size_t i = 0;
        for (; i + kWays <= count; i += kWays) {
            ++first[indices[i]];
            ++first[kStride + static_cast<std::size_t>(indices[i + 1])];
            ++first[2 * kStride + static_cast<std::size_t>(indices[i + 2])];
            ++first[3 * kStride + static_cast<std::size_t>(indices[i + 3])];
        }
        for (; i < count; ++i) {
            ++first[indices[i]];
        }
    });
    for (std::size_t bin = 0; bin < kStride; ++bin) {
        for (std::size_t way = 0; way < kWays; ++way) {
            bins[bin] += counters[way * kStride + bin];
        }
    }
}

} // namespace

void StreamingHistogram::addPicture(std::span<const float> values)
{
    constexpr float kAveraging = 0.01F;
    add(values);
    const ScannedRange seen = scanRange(values);
    if (!seen.finite || values.empty()) {
        return; // counted apart; calibration fails
    }
    if (!m_movingRange) {
        m_movingRange = seen.range;
        return;
    }
    m_movingRange->low += kAveraging * (seen.range.low - m_movingRange->low);
    m_movingRange->high += kAveraging * (seen.range.high - m_movingRange->high);
}

double StreamingHistogram::binCenter(int bin) const
{
    return (bin - kHalf + 0.5) * m_binWidth;
}

void StreamingHistogram::cover(float low, float high)
{
    const int wanted = widthLog2For(low, high);
    if (m_bins.empty()) {
        m_bins.assign(kBins, 0);
        m_minimum = low;
        m_maximum = high;
        m_binWidth = std::ldexp(1.0, wanted);
        return;
    }
    m_minimum = std::min(m_minimum, low);
    m_maximum = std::max(m_maximum, high);
    const int doublings = wanted - std::ilogb(m_binWidth);
    if (doublings > 0) {
        std::vector<std::int64_t> coarser(kBins, 0);
        addCoarsened(m_bins, doublings, coarser);
        m_bins = std::move(coarser);
        m_binWidth = std::ldexp(1.0, wanted);
    }
}

void StreamingHistogram::add(std::span<const float> values)
{
    // Counters of 32 bits hold this many values.
    constexpr std::size_t kLongestPiece = std::size_t{1} << 30U;
    constexpr std::size_t kWorthSeparateCounters = 16384;
    while (values.size() > kLongestPiece) {
        add(values.first(kLongestPiece));
        values = values.subspan(kLongestPiece);
    }
    if (values.empty()) {
        return;
    }
    const ScannedRange scanned = scanRange(values);
    if (!scanned.finite) {
        addFiniteOnly(values);
        return;
    }
    cover(scanned.range.low, scanned.range.high);
    m_count += static_cast<std::int64_t>(values.size());
    const auto count = values.size() < kWorthSeparateCounters ? countFew : countMany;
    count(values, static_cast<float>(m_binWidth), m_bins);
}

void StreamingHistogram::addFiniteOnly(std::span<const float> values)
{
    std::vector<float> finite;
    finite.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(finite),
                         [](float value) { return std::isfinite(value); });
    m_nonFiniteCount += static_cast<std::int64_t>(values.size() - finite.size());
    add(finite);
}

void StreamingHistogram::merge(const StreamingHistogram& other)
{
    m_nonFiniteCount += other.m_nonFiniteCount;
    if (other.m_count == 0) {
        return;
    }
    cover(other.m_minimum, other.m_maximum);
    m_count += other.m_count;
    addCoarsened(other.m_bins, std::ilogb(m_binWidth) - std::ilogb(other.m_binWidth), m_bins);
}

double StreamingHistogram::quantile(double fraction) const
{
    if (m_count == 0) {
        return 0.0;
    }
    const double rank = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(m_count);
    double below = 0.0;
    for (int bin = 0; bin < kBins; ++bin) {
        const auto here = static_cast<double>(m_bins[static_cast<std::size_t>(bin)]);
        if (here > 0.0 && below + here >= rank) {
            const double value = (bin - kHalf + (rank - below) / here) * m_binWidth;
            return std::clamp<double>(value, m_minimum, m_maximum);
        }
        below += here;
    }
    return m_maximum;
}

double StreamingHistogram::magnitudeQuantile(double fraction) const
{
    StreamingHistogram folded;
    folded.m_bins.assign(m_bins.empty() ? 0 : kBins, 0);
    folded.m_binWidth = m_binWidth;
    folded.m_count = m_count;
    folded.m_maximum = std::max(m_maximum, -m_minimum);
    for (std::size_t i = 0; i < m_bins.size() / 2; ++i) {
        folded.m_bins[kHalf + i] = m_bins[kHalf + i] + m_bins[kHalf - 1 - i];
    }
    return folded.quantile(fraction);
}

} // namespace quantoscope::quant
