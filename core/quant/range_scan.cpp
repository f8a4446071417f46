// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/range_scan.h"

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace quantoscope::quant {

namespace {

constexpr std::size_t kBlock = 4096; // stays in the first-level cache between passes

inline float smaller(float a, float b)
{
    return a < b ? a : b;
}

inline float larger(float a, float b)
{
    return a > b ? a : b;
}

Range united(Range a, Range b)
{
    return {smaller(a.low, b.low), larger(a.high, b.high)};
}

Eigen::Map<const Eigen::ArrayXf> mapped(std::span<const float> values)
{
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

/// 0 * x is NaN for NaN and infinities, else 0.
bool isFinite(const Eigen::Map<const Eigen::ArrayXf>& x)
{
    return (x * 0.0F).sum() == 0.0F;
}

double magnitudeSum(const float* values, std::size_t count)
{
    // Independent sums: strict floating-point order would keep a single one from vectors.
    constexpr std::size_t kLanes = 8;
    std::array<double, kLanes> sums{};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            sums[lane] += static_cast<double>(std::fabs(values[i + lane]));
        }
    }
    for (; i < count; ++i) {
        sums[0] += static_cast<double>(std::fabs(values[i]));
    }
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

void addMagnitudes(const float* values, std::size_t count, double* sums)
{
    for (std::size_t i = 0; i < count; ++i) {
        sums[i] += static_cast<double>(std::fabs(values[i]));
    }
}

void widenRow(const float* values, std::size_t count, float* low, float* high)
{
    for (std::size_t i = 0; i < count; ++i) {
        low[i] = smaller(values[i], low[i]);
        high[i] = larger(values[i], high[i]);
    }
}

/// Slices that interleave value by value (the axis is the last one).
ScannedSlices scanColumns(const float* values, const Slices& slices)
{
    std::vector<float> low(values, values + slices.slices);
    std::vector<float> high = low;
    ScannedSlices scanned;
    for (std::size_t o = 0; o < slices.outer; ++o) {
        const float* const row = values + o * slices.slices;
        widenRow(row, slices.slices, low.data(), high.data());
        scanned.finite = scanned.finite && isFinite(mapped({row, slices.slices}));
    }
    for (std::size_t s = 0; s < slices.slices; ++s) {
        scanned.ranges.push_back({low[s], high[s]});
    }
    return scanned;
}

} // namespace

ScannedRange scanRange(std::span<const float> values)
{
    ScannedRange scanned;
    for (std::size_t start = 0; start < values.size(); start += kBlock) {
        const auto x = mapped(values.subspan(start, std::min(kBlock, values.size() - start)));
        const Range range{x.minCoeff(), x.maxCoeff()};
        scanned.range = start == 0 ? range : united(scanned.range, range);
        scanned.finite = scanned.finite && isFinite(x);
    }
    return scanned;
}

ScannedSlices scanSlices(const float* values, const Slices& slices)
{
    ScannedSlices scanned;
    if (slices.elements() == 0) {
        scanned.ranges.resize(slices.slices);
        return scanned;
    }
    if (slices.inner == 1 && slices.slices > 1) {
        return scanColumns(values, slices);
    }
    scanned.ranges.resize(slices.slices);
    std::size_t start = 0;
    for (std::size_t o = 0; o < slices.outer; ++o) {
        for (std::size_t s = 0; s < slices.slices; ++s, start += slices.inner) {
            const ScannedRange run = scanRange({values + start, slices.inner});
            Range& range = scanned.ranges[s];
            range = o == 0 ? run.range : united(range, run.range);
            scanned.finite = scanned.finite && run.finite;
        }
    }
    return scanned;
}

std::vector<double> sliceMeanMagnitudes(const float* values, const Slices& slices)
{
    std::vector<double> means(slices.slices, 0.0);
    if (slices.elements() == 0) {
        return means;
    }
    const bool interleaved = slices.inner == 1;
    for (std::size_t o = 0; o < slices.outer; ++o) {
        const float* const block = values + o * slices.slices * slices.inner;
        if (interleaved) {
            addMagnitudes(block, slices.slices, means.data());
        }
        for (std::size_t s = 0; s < slices.slices && !interleaved; ++s) {
            means[s] += magnitudeSum(block + s * slices.inner, slices.inner);
        }
    }
    const auto count = static_cast<double>(slices.outer * slices.inner);
    for (double& mean : means) {
        mean /= count;
    }
    return means;
}

} // namespace quantoscope::quant
