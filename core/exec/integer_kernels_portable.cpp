// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_kernels.h"
#include "core/exec/integer_taps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quantoscope::exec {
namespace {

/// Codes of a value that lies on the grid's range, ties to even.
std::uint8_t codeOf(float value, float lowest, float highest, float low)
{
    // Adding 1.5 * 2^23 and taking it off again rounds what is smaller than 2^22.
    constexpr float kRounder = 12582912.0F;
    const float clamped = std::min(std::max(value, lowest), highest);
    const float rounded = (clamped + kRounder) - kRounder;
    return static_cast<std::uint8_t>(static_cast<std::int32_t>(rounded - low));
}

float scaled(std::int32_t sum, const Requantization& r, std::size_t place)
{
    return static_cast<float>(sum - r.offsets[place]) * r.multipliers[place];
}

/// Sums of one row for one block of channels.
template <std::size_t Width>
void sumUpRow(const std::uint8_t* codes, std::size_t depth, const std::int8_t* weights,
              std::int32_t* sums)
{
    std::fill_n(sums, Width, 0);
    for (std::size_t k = 0; k < depth; k += 4) {
        const std::int32_t a = codes[k];
        const std::int32_t b = codes[k + 1];
        const std::int32_t c = codes[k + 2];
        const std::int32_t d = codes[k + 3];
        for (std::size_t i = 0; i < Width; ++i) {
            sums[i] += a * weights[4 * i] + b * weights[4 * i + 1] + c * weights[4 * i + 2] +
                       d * weights[4 * i + 3];
        }
        weights += 4 * Width;
    }
}

void sumUp(std::size_t width, const std::uint8_t* codes, std::size_t depth,
           const std::int8_t* weights, std::int32_t* sums)
{
    switch (width) {
    case 16:
        return sumUpRow<16>(codes, depth, weights, sums);
    case 32:
        return sumUpRow<32>(codes, depth, weights, sums);
    case 48:
        return sumUpRow<48>(codes, depth, weights, sums);
    default:
        return sumUpRow<64>(codes, depth, weights, sums);
    }
}

void writeRow(const IntegerProduct& p, const Requantization& r, std::size_t row,
              std::size_t channel, const std::int32_t* sums)
{
    const std::size_t end = std::min(p.channels - channel, kChannelBlock);
    const std::size_t at = row * p.channels + channel;
    for (std::size_t i = 0; i < end; ++i) {
        if (p.sums != nullptr) {
            p.sums[at + i] = sums[i];
        } else if (p.out != nullptr) {
            p.out[at + i] = codeOf(scaled(sums[i], r, channel + i), r.lowest, r.highest, r.low);
        } else {
            p.values[at + i] = scaled(sums[i], r, channel + i);
        }
    }
}

void multiply(const IntegerProduct& product, const Requantization& requantization)
{
    const std::int8_t* weights = product.weights;
    std::array<std::int32_t, kChannelBlock> sums{};
    for (std::size_t channel = 0; channel < product.channels; channel += kChannelBlock) {
        const std::size_t width =
            std::min(kChannelBlock, (product.channels - channel + 15) / 16 * 16);
        for (std::size_t row = 0; row < product.rows; ++row) {
            sumUp(width, product.codes + row * product.stride, product.depth, weights, sums.data());
            writeRow(product, requantization, row, channel, sums.data());
        }
        weights += width * product.depth;
    }
}

/// Channel of a block at each of its places: see exec::channelAt.
constexpr std::array<std::uint8_t, kChannelBlock> channelsOfPlaces()
{
    std::array<std::uint8_t, kChannelBlock> channels{};
    for (std::size_t place = 0; place < kChannelBlock; ++place) {
        channels[place] =
            static_cast<std::uint8_t>(place % 16 / 4 * 16 + place / 16 * 4 + place % 4);
    }
    return channels;
}

/// One block of channels of one output pixel.
void convolvePixel(const DepthwiseProduct& p, const Requantization& r, const Taps& taps,
                   std::size_t first, const std::int8_t* weights, std::uint8_t* out,
                   std::int32_t* rawSums)
{
    static constexpr std::array<std::uint8_t, kChannelBlock> kChannels = channelsOfPlaces();
    const auto count = static_cast<std::size_t>(p.window.kernelHeight * p.window.kernelWidth);
    for (std::size_t place = 0; place < kChannelBlock; ++place) {
        const std::size_t channel = first + kChannels[place];
        std::int32_t sum = 0;
        for (std::size_t t = 0; channel < p.channels && t < count; ++t) {
            sum += std::int32_t{taps.at[t][channel]} *
                   weights[t / 4 * 4 * kChannelBlock + place * 4 + t % 4];
        }
        if (rawSums != nullptr) {
            rawSums[first + place] = sum;
        } else if (channel < p.channels) {
            out[channel] = codeOf(scaled(sum, r, first + place), r.lowest, r.highest, r.low);
        }
    }
}

void convolveDepthwise(const DepthwiseProduct& product, const Requantization& requantization,
                       std::int32_t firstRow, std::int32_t endRow)
{
    const auto taps =
        static_cast<std::size_t>(product.window.kernelHeight * product.window.kernelWidth);
    const std::size_t blockWeights = (taps + 3) / 4 * 4 * kChannelBlock;
    const std::size_t blocks = (product.channels + kChannelBlock - 1) / kChannelBlock;
    std::int32_t* sums = product.sums;
    Taps places;
    for (std::int32_t y = firstRow; y < endRow; ++y) {
        for (std::int32_t x = 0; x < product.outWidth; ++x) {
            findTaps(product, y, x, places);
            std::uint8_t* out =
                sums != nullptr ? nullptr
                                : product.out + static_cast<std::size_t>(y * product.outWidth + x) *
                                                    product.channels;
            for (std::size_t block = 0; block < blocks; ++block) {
                convolvePixel(product, requantization, places, block * kChannelBlock,
                              product.weights + block * blockWeights, out, sums);
            }
            if (sums != nullptr) {
                sums += blocks * kChannelBlock;
            }
        }
    }
}

void add(const IntegerSum& sum)
{
    for (std::size_t i = 0; i < sum.count; ++i) {
        const float part = std::fma(static_cast<float>(sum.b[i]), sum.ratioB, sum.fixed);
        const float value =
            std::nearbyint(std::fma(static_cast<float>(sum.a[i]), sum.ratioA, part));
        sum.out[i] = static_cast<std::uint8_t>(
            static_cast<std::int32_t>(std::min(std::max(value, 0.0F), sum.highest)));
    }
}

void encode(const float* values, std::size_t count, const IntegerLevels& levels, std::uint8_t* out,
            std::size_t outStride)
{
    for (std::size_t i = 0; i < count; ++i) {
        out[i * outStride] = codeOf(values[i] / levels.step, levels.low, levels.high, levels.low);
    }
}

constexpr IntegerKernels kKernels{multiply, convolveDepthwise, add, encode};

} // namespace

const IntegerKernels& portableKernels()
{
    return kKernels;
}

} // namespace quantoscope::exec
