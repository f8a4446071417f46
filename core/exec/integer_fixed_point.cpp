// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_fixed_point.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace quantoscope::exec {
namespace {

using quant::FixedPointMultiplier;
using quant::fixedPointMultiplier;
using quant::multiplied;

/// Codes are raised by so many bits before they are added up.
constexpr int kSumShift = 20;

struct Limits
{
    std::int32_t low = 0, high = 0;
};

Limits limitsOf(const ByteGrid& grid)
{
    return {static_cast<std::int32_t>(grid.low), static_cast<std::int32_t>(grid.high)};
}

/// A limit of an activation function as a code from zero.
std::int32_t limitCode(float limit, const ByteGrid& grid)
{
    return static_cast<std::int32_t>(
        std::round(std::clamp(limit / grid.step, grid.low, grid.high)));
}

std::uint8_t codeOf(std::int32_t sum, std::size_t place, const FixedPointRequantization& r)
{
    const std::int32_t value = multiplied(sum - r.offsets[place], r.multipliers[place]);
    return static_cast<std::uint8_t>(std::clamp(value, r.lowest, r.highest) - r.low);
}

} // namespace

FixedPointRequantization fixedPointRequantization(const StepTables& tables, const ByteGrid& output,
                                                  float lowest, float highest)
{
    return {tables.offsets, tables.fixedPoint, limitCode(lowest, output),
            limitCode(highest, output), limitsOf(output).low};
}

void requantize(std::span<const std::int32_t> sums, std::size_t channels,
                const FixedPointRequantization& requantization, std::uint8_t* out)
{
    for (std::size_t first = 0; first < sums.size(); first += channels) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            out[first + channel] = codeOf(sums[first + channel], channel, requantization);
        }
    }
}

void requantizeDepthwise(std::span<const std::int32_t> sums, std::size_t channels,
                         const FixedPointRequantization& requantization, std::uint8_t* out)
{
    const std::size_t places = (channels + kChannelBlock - 1) / kChannelBlock * kChannelBlock;
    for (std::size_t first = 0; first < sums.size(); first += places) {
        for (std::size_t place = 0; place < places; ++place) {
            const std::size_t channel = channelAt(place, true);
            if (channel < channels) {
                out[channel] = codeOf(sums[first + place], place, requantization);
            }
        }
        out += channels;
    }
}

void addFixedPoint(const std::uint8_t* a, const std::uint8_t* b, std::size_t count,
                   const FixedPointGrids& grids, std::uint8_t* out)
{
    const double widest = 2.0 * std::max(double{grids.a.step}, double{grids.b.step});
    const FixedPointMultiplier ofA = fixedPointMultiplier(double{grids.a.step} / widest);
    const FixedPointMultiplier ofB = fixedPointMultiplier(double{grids.b.step} / widest);
    const FixedPointMultiplier ofSum =
        fixedPointMultiplier(widest / (double{1 << kSumShift} * double{grids.output.step}));
    const std::int32_t lowA = limitsOf(grids.a).low;
    const std::int32_t lowB = limitsOf(grids.b).low;
    const Limits limits = limitsOf(grids.output);
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t left = multiplied((a[i] + lowA) * (1 << kSumShift), ofA);
        const std::int32_t right = multiplied((b[i] + lowB) * (1 << kSumShift), ofB);
        const std::int32_t value = multiplied(left + right, ofSum);
        out[i] = static_cast<std::uint8_t>(std::clamp(value, limits.low, limits.high) - limits.low);
    }
}

void averageFixedPoint(std::span<const std::int32_t> sums, std::int32_t pixels,
                       const FixedPointGrids& grids, std::uint8_t* out)
{
    const FixedPointMultiplier ratio =
        fixedPointMultiplier(double{grids.a.step} / double{grids.output.step});
    const std::int32_t zero = limitsOf(grids.a).low * pixels;
    const Limits limits = limitsOf(grids.output);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::int32_t sum = multiplied(sums[i] + zero, ratio);
        const std::int32_t half = sum > 0 ? pixels / 2 : -(pixels / 2);
        const std::int32_t value = static_cast<std::int32_t>((std::int64_t{sum} + half) / pixels);
        out[i] = static_cast<std::uint8_t>(std::clamp(value, limits.low, limits.high) - limits.low);
    }
}

} // namespace quantoscope::exec
