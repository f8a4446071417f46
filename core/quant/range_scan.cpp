// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/range_scan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quantoscope::quant {

namespace {

// Independent partial results: strict floating-point order would keep one accumulator from vectors.
constexpr std::size_t kLanes = 16;
using Lanes = std::array<float, kLanes>;

inline float smaller(float a, float b)
{
    return a < b ? a : b;
}

inline float larger(float a, float b)
{
    return a > b ? a : b;
}

double magnitudeSum(const float* values, std::size_t count)
{
    std::array<double, kLanes> sums{};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            sums[lane] += static_cast<double>(std::fabs(values[i + lane]));
        }
    }
    double total = 0.0;
    for (const double sum : sums) {
        total += sum;
    }
    for (; i < count; ++i) {
        total += static_cast<double>(std::fabs(values[i]));
    }
    return total;
}

void widenRow(const float* values, std::size_t count, float* low, float* high)
{
    for (std::size_t i = 0; i < count; ++i) {
        low[i] = smaller(values[i], low[i]);
        high[i] = larger(values[i], high[i]);
    }
}

/// Ranges of slices that interleave value by value (the axis is the last one).
std::vector<Range> columnRanges(const float* values, const Slices& slices)
{
    std::vector<float> low(values, values + slices.slices);
    std::vector<float> high = low;
    for (std::size_t o = 1; o < slices.outer; ++o) {
        widenRow(values + o * slices.slices, slices.slices, low.data(), high.data());
    }
    std::vector<Range> ranges(slices.slices);
    for (std::size_t s = 0; s < slices.slices; ++s) {
        ranges[s] = {low[s], high[s]};
    }
    return ranges;
}

} // namespace

ScannedRange scanRange(std::span<const float> values)
{
    if (values.empty()) {
        return {};
    }
    const float* x = values.data();
    const std::size_t count = values.size();
    Lanes low;
    Lanes high;
    Lanes poison{}; // 0 * x is NaN for NaN and infinities, else 0
    low.fill(INFINITY);
    high.fill(-INFINITY);
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const float value = x[i + lane];
            low[lane] = smaller(value, low[lane]);
            high[lane] = larger(value, high[lane]);
            poison[lane] += value * 0.0F;
        }
    }
    for (; i < count; ++i) {
        low[0] = smaller(x[i], low[0]);
        high[0] = larger(x[i], high[0]);
        poison[0] += x[i] * 0.0F;
    }
    const bool finite = std::ranges::all_of(poison, [](float p) { return p == 0.0F; });
    return {{*std::ranges::min_element(low), *std::ranges::max_element(high)}, finite};
}

std::vector<Range> sliceRanges(const float* values, const Slices& slices)
{
    if (slices.elements() == 0) {
        return std::vector<Range>(slices.slices);
    }
    if (slices.inner == 1 && slices.slices > 1) {
        return columnRanges(values, slices);
    }
    std::vector<Range> ranges(slices.slices, Range{INFINITY, -INFINITY});
    std::size_t start = 0;
    for (std::size_t o = 0; o < slices.outer; ++o) {
        for (std::size_t s = 0; s < slices.slices; ++s, start += slices.inner) {
            const Range run = scanRange({values + start, slices.inner}).range;
            ranges[s] = {smaller(run.low, ranges[s].low), larger(run.high, ranges[s].high)};
        }
    }
    return ranges;
}

std::vector<double> sliceMeanMagnitudes(const float* values, const Slices& slices)
{
    std::vector<double> means(slices.slices, 0.0);
    if (slices.elements() == 0) {
        return means;
    }
    std::size_t start = 0;
    for (std::size_t o = 0; o < slices.outer; ++o) {
        for (std::size_t s = 0; s < slices.slices; ++s, start += slices.inner) {
            means[s] += magnitudeSum(values + start, slices.inner);
        }
    }
    const auto count = static_cast<double>(slices.outer * slices.inner);
    for (double& mean : means) {
        mean /= count;
    }
    return means;
}

} // namespace quantoscope::quant
