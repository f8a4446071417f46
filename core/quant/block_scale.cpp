// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/block_scale.h"

#include "core/quant/affine_kernel.h"
#include "core/quant/float_format.h"
#include "core/quant/noise.h"
#include "core/quant/range_scan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace quantoscope::quant {

namespace {

constexpr double kTernaryThreshold = 0.7;
constexpr float kSmallestScale = std::numeric_limits<float>::min();
constexpr int kMxInt8Exponent = 6; // elements are multiples of 2^-6

Slices oneSlice(std::size_t count)
{
    return {1, 1, count};
}

double meanMagnitude(std::span<const float> values)
{
    return sliceMeanMagnitudes(values.data(), oneSlice(values.size())).front();
}

float largestMagnitude(Range range)
{
    return std::max(std::fabs(range.low), std::fabs(range.high));
}

ScaleAndZeroPoint ternaryScale(std::span<const float> values)
{
    const double threshold = kTernaryThreshold * meanMagnitude(values);
    double sum = 0.0;
    double count = 0.0;
    for (const float value : values) {
        const double magnitude = std::fabs(double{value});
        sum += magnitude > threshold ? magnitude : 0.0;
        count += magnitude > threshold ? 1.0 : 0.0;
    }
    const double mean = count > 0.0 ? sum / count : 0.0;
    return {mean > 0.0 ? std::max(static_cast<float>(mean), kSmallestScale) : 1.0F, 0};
}

ScaleAndZeroPoint mxScale(std::span<const float> values, const WeightScheme& scheme)
{
    const float largest = largestMagnitude(scanRange(values).range);
    if (largest == 0.0F) {
        return {1.0F, 0};
    }
    const int elementExponent = scheme.precision.isInteger()
                                    ? kMxInt8Exponent
                                    : floatFormat(scheme.precision.format).largestExponent;
    const float scale = std::ldexp(1.0F, std::ilogb(largest) - elementExponent);
    return {std::max(scale, kSmallestScale), 0};
}

float roundedUp(float scale)
{
    int exponent = 0;
    const float mantissa = std::frexp(scale, &exponent); // in [0.5, 1)
    return std::ldexp(1.0F, mantissa == 0.5F ? exponent - 1 : exponent);
}

/// From a range, then rounded up and raised as the scheme and the bound ask for.
ScaleAndZeroPoint scaleOf(Range range, const WeightScheme& scheme, float smallestScale)
{
    ScaleAndZeroPoint chosen;
    const IntegerLimits limits = weightLimits(scheme);
    if (scheme.precision.isInteger()) {
        chosen = chooseScale(range, limits, scheme.symmetric);
    } else {
        const float scale = largestMagnitude(range) / floatFormat(scheme.precision.format).largest;
        chosen.scale = scale < kSmallestScale ? 1.0F : scale;
    }
    float scale = std::max(chosen.scale, smallestScale);
    if (scheme.scale == ScaleKind::PowerOfTwo) {
        scale = roundedUp(scale);
    }
    if (scale > chosen.scale) {
        chosen.scale = scale;
        chosen.zeroPoint = scheme.symmetric ? 0 : chooseZeroPoint(range.low, double{scale}, limits);
    }
    return chosen;
}

/// Linear between values, as numpy's percentile. Sorts.
float quantile(std::vector<float>& values, double fraction)
{
    std::ranges::sort(values);
    const double place = fraction * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    const double low = values[below];
    const double high = values[above];
    return static_cast<float>(low + (high - low) * (place - static_cast<double>(below)));
}

Range percentileRange(std::span<const float> values, const WeightScheme& scheme)
{
    const double fraction = scheme.percentile / 100.0;
    std::vector<float> sorted(values.begin(), values.end());
    if (scheme.symmetric) {
        std::ranges::transform(sorted, sorted.begin(), [](float x) { return std::fabs(x); });
        const float limit = quantile(sorted, fraction);
        return {-limit, limit};
    }
    const float low = quantile(sorted, 1.0 - fraction);
    return {low, quantile(sorted, fraction)};
}

double squaredError(std::span<const float> a, std::span<const float> b)
{
    NoiseSums sums;
    sums.add(a, b);
    return sums.noise;
}

ScaleAndZeroPoint leastErrorScale(std::span<const float> values, const WeightScheme& scheme,
                                  float smallestScale)
{
    constexpr int kSmallestPercent = 30;
    constexpr int kWhole = 100;
    const Range full = scanRange(values).range;
    std::vector<float> rounded(values.size());
    ScaleAndZeroPoint best;
    double least = std::numeric_limits<double>::infinity();
    for (int percent = kWhole; percent >= kSmallestPercent; --percent) {
        const float ratio = static_cast<float>(percent) / kWhole;
        const auto grid = scaleOf({full.low * ratio, full.high * ratio}, scheme, smallestScale);
        roundBlock(values, scheme, grid, rounded, {});
        const double error = squaredError(values, rounded);
        if (error < least) {
            least = error;
            best = grid;
        }
    }
    return best;
}

void roundToTernary(std::span<const float> values, float scale, std::span<float> out,
                    std::span<std::int32_t> codes)
{
    const double threshold = kTernaryThreshold * meanMagnitude(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool isAbove = std::fabs(double{values[i]}) > threshold;
        const std::int32_t code = !isAbove ? 0 : values[i] < 0.0F ? -1 : 1;
        out[i] = static_cast<float>(code) * scale;
        if (!codes.empty()) {
            codes[i] = code;
        }
    }
}

void roundToFloats(std::span<const float> values, NumberFormat format, float scale,
                   std::span<float> out, std::span<std::int32_t> codes)
{
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = bitPattern(roundToFormat(values[i] / scale, floatFormat(format)), format);
    }
    roundToFormat(values, floatFormat(format), scale, out.data());
}

} // namespace

IntegerLimits weightLimits(const WeightScheme& scheme)
{
    if (scheme.precision.format == NumberFormat::Ternary) {
        return {-1, 1};
    }
    return scheme.precision.isInteger()
               ? integerLimits(scheme.precision.integerBits, scheme.symmetric)
               : IntegerLimits{-128, 127};
}

ScaleAndZeroPoint blockScale(std::span<const float> values, const WeightScheme& scheme,
                             float smallestScale)
{
    if (scheme.granularity == Granularity::MxBlocks) {
        return mxScale(values, scheme);
    }
    if (scheme.precision.format == NumberFormat::Ternary) {
        ScaleAndZeroPoint chosen = ternaryScale(values);
        chosen.scale = std::max(chosen.scale, smallestScale);
        return chosen;
    }
    if (scheme.precision == Precision::integer(1)) {
        const auto mean = static_cast<float>(meanMagnitude(values));
        return {std::max({mean, smallestScale, kSmallestScale}), 0};
    }
    switch (scheme.range) {
    case WeightRange::MinMax:
        break;
    case WeightRange::Percentile:
        return scaleOf(percentileRange(values, scheme), scheme, smallestScale);
    case WeightRange::Mse:
        return leastErrorScale(values, scheme, smallestScale);
    }
    return scaleOf(scanRange(values).range, scheme, smallestScale);
}

void roundBlock(std::span<const float> values, const WeightScheme& scheme,
                const ScaleAndZeroPoint& grid, std::span<float> out, std::span<std::int32_t> codes)
{
    if (scheme.precision.format == NumberFormat::Ternary) {
        roundToTernary(values, grid.scale, out, codes);
        return;
    }
    if (!scheme.precision.isInteger()) {
        roundToFloats(values, scheme.precision.format, grid.scale, out, codes);
        return;
    }
    const IntegerLimits limits = weightLimits(scheme);
    const QuantParams params{{grid.scale}, {grid.zeroPoint}, limits.qmin, limits.qmax, -1};
    const auto round = scheme.precision.integerBits == 1 ? roundToSign : roundToGrid;
    round(values.data(), oneSlice(values.size()), params,
          {out.data(), codes.empty() ? nullptr : codes.data()});
}

} // namespace quantoscope::quant
