// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/resample.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace quantoscope::eval {
namespace {

// 8 bits for the value and 2 bits of headroom for the overshoot of bicubic weights.
constexpr int kPrecisionBits = 32 - 8 - 2;
constexpr std::int32_t kHalf = 1 << (kPrecisionBits - 1);

/// Which source pixels make one target pixel.
struct Taps
{
    int first = 0;
    int count = 0;
    std::size_t weights = 0; ///< index of the first weight
};

struct TapTable
{
    std::vector<Taps> taps;
    std::vector<std::int32_t> weights;
};

double filterSupport(ResizeFilter filter)
{
    return filter == ResizeFilter::Bilinear ? 1.0 : 2.0;
}

double filterWeight(ResizeFilter filter, double x)
{
    x = std::abs(x);
    if (filter == ResizeFilter::Bilinear) {
        return x < 1.0 ? 1.0 - x : 0.0;
    }
    constexpr double kA = -0.5; // Keys' cubic, as Pillow
    if (x < 1.0) {
        return ((kA + 2.0) * x - (kA + 3.0)) * x * x + 1.0;
    }
    return x < 2.0 ? (((x - 5.0) * x + 8.0) * x - 4.0) * kA : 0.0;
}

std::int32_t toFixedPoint(double weight)
{
    const double scaled = weight * (1 << kPrecisionBits);
    return static_cast<std::int32_t>(weight < 0.0 ? scaled - 0.5 : scaled + 0.5);
}

/// Weights of target pixels [first, first + count) of `targetSize` over a source of `sourceSize`.
TapTable makeTaps(int sourceSize, int targetSize, int first, int count, ResizeFilter filter)
{
    const double scale = static_cast<double>(sourceSize) / targetSize;
    const double filterScale = std::max(scale, 1.0);
    const double support = filterSupport(filter) * filterScale;
    const double inverse = 1.0 / filterScale;

    TapTable table;
    std::vector<double> exact;
    for (int target = first; target < first + count; ++target) {
        const double center = (target + 0.5) * scale;
        // Truncation of a value plus a half is Pillow's rounding, also where it is negative.
        // NOLINTBEGIN(bugprone-incorrect-roundings)
        const int begin = std::max(static_cast<int>(center - support + 0.5), 0);
        const int end = std::min(static_cast<int>(center + support + 0.5), sourceSize);
        // NOLINTEND(bugprone-incorrect-roundings)
        table.taps.push_back({begin, end - begin, table.weights.size()});
        exact.clear();
        double sum = 0.0;
        for (int x = begin; x < end; ++x) {
            exact.push_back(filterWeight(filter, (x - center + 0.5) * inverse));
            sum += exact.back();
        }
        for (const double weight : exact) {
            table.weights.push_back(toFixedPoint(sum != 0.0 ? weight / sum : weight));
        }
    }
    return table;
}

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
}

template <int Channels>
void resampleRow(const std::uint8_t* source, const TapTable& table, std::uint8_t* target)
{
    for (const Taps& taps : table.taps) {
        std::int32_t sums[Channels];
        std::fill_n(sums, Channels, kHalf);
        const std::uint8_t* pixel = source + static_cast<std::size_t>(taps.first) * Channels;
        for (int tap = 0; tap < taps.count; ++tap, pixel += Channels) {
            const std::int32_t weight = table.weights[taps.weights + tap];
            for (int channel = 0; channel < Channels; ++channel) {
                sums[channel] += pixel[channel] * weight;
            }
        }
        for (int channel = 0; channel < Channels; ++channel) {
            *target++ = toByte(sums[channel]);
        }
    }
}

/// Scales rows [firstRow, firstRow + rowCount) of the source horizontally.
std::vector<std::uint8_t> horizontalPass(const PixelView& source, const TapTable& table,
                                         int firstRow, int rowCount)
{
    const std::size_t sourceStride = static_cast<std::size_t>(source.width) * source.channels;
    const std::size_t targetStride = table.taps.size() * source.channels;
    std::vector<std::uint8_t> result(targetStride * rowCount);
    for (int row = 0; row < rowCount; ++row) {
        const std::uint8_t* from = source.values.data() + (firstRow + row) * sourceStride;
        std::uint8_t* to = result.data() + row * targetStride;
        if (source.channels == 3) {
            resampleRow<3>(from, table, to);
        } else {
            resampleRow<1>(from, table, to);
        }
    }
    return result;
}

/// Scales rows of `stride` bytes vertically; `rows` starts at source row `firstRow`.
std::vector<std::uint8_t> verticalPass(const std::vector<std::uint8_t>& rows, std::size_t stride,
                                       int firstRow, const TapTable& table)
{
    std::vector<std::uint8_t> result(stride * table.taps.size());
    std::vector<std::int32_t> sums(stride);
    std::uint8_t* target = result.data();
    for (const Taps& taps : table.taps) {
        std::fill(sums.begin(), sums.end(), kHalf);
        for (int tap = 0; tap < taps.count; ++tap) {
            const std::int32_t weight = table.weights[taps.weights + tap];
            const std::uint8_t* source = rows.data() + (taps.first - firstRow + tap) * stride;
            for (std::size_t x = 0; x < stride; ++x) {
                sums[x] += source[x] * weight;
            }
        }
        target = std::transform(sums.begin(), sums.end(), target, toByte);
    }
    return result;
}

} // namespace

std::vector<std::uint8_t> resample(const PixelView& source, const ResampleRequest& request)
{
    assert(source.channels == 1 || source.channels == 3);
    const PixelWindow& window = request.window;
    if (window.width <= 0 || window.height <= 0) {
        return {};
    }
    const TapTable across =
        makeTaps(source.width, request.width, window.x, window.width, request.filter);
    const TapTable down =
        makeTaps(source.height, request.height, window.y, window.height, request.filter);
    const int firstRow = down.taps.front().first;
    const int lastRow = down.taps.back().first + down.taps.back().count;
    const std::vector<std::uint8_t> rows =
        horizontalPass(source, across, firstRow, lastRow - firstRow);
    return verticalPass(rows, across.taps.size() * source.channels, firstRow, down);
}

} // namespace quantoscope::eval
