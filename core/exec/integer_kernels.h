// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic on 8-bit codes. No standard library in here: the file that implements this is compiled
// for one processor family, and no inline function of it may end up in code for others.
#pragma once

#include <cstddef>
#include <cstdint>

namespace quantoscope::exec {

/// Channels are worked on so many at a time; per-channel tables are filled up to a multiple of it.
inline constexpr std::size_t kChannelBlock = 64;
/// Largest number of products in a sum, so that 255 * 128 * products fits an int32.
inline constexpr std::size_t kLongestSum = 65536;

/// What becomes of a layer's int32 sums: y = clip((sum - offset) * scale + bias), then, with a grid
/// for the output, code = clamp(round(y / step), low, high) - low with ties to even. Per-channel
/// tables have a multiple of kChannelBlock entries. Source: Jacob et al. 2018, section 2.2, with
/// the real multiplier in place of a fixed-point one.
struct Requantization
{
    const std::int32_t* offsets = nullptr; ///< code of 0 at the input * sum of the weights
    const float* scales = nullptr;         ///< input scale * weight scale
    const float* biases = nullptr;
    float lowest = 0.0F, highest = 0.0F; ///< the activation function, a clip
    float step = 1.0F, low = 0.0F, high = 0.0F;
};

/// Codes [rows, depth] times weights [depth, channels], both dense, depth a multiple of 4.
struct IntegerProduct
{
    const std::uint8_t* codes = nullptr;
    std::size_t stride = 0; ///< from row to row
    std::size_t rows = 0, depth = 0, channels = 0;
    const std::int8_t* weights = nullptr; ///< [channel blocks of 16 * n][depth / 4][16 * n][4]
    std::uint8_t* out = nullptr;          ///< [rows, channels], codes; or null
    float* values = nullptr;              ///< [rows, channels], real values, where `out` is null
};

/// Which input pixels an output pixel reads.
struct IntegerWindow
{
    std::int32_t kernelHeight = 1, kernelWidth = 1, strideY = 1, strideX = 1;
    std::int32_t top = 0, left = 0, dilationY = 1, dilationX = 1;
    /// Whether every output pixel reads just the input pixel of the same place.
    [[nodiscard]] bool isPointwise() const
    {
        return kernelHeight == 1 && kernelWidth == 1 && strideY == 1 && strideX == 1 && top == 0 &&
               left == 0;
    }
};

/// A depthwise convolution of one picture, [height, width, channels].
struct DepthwiseProduct
{
    const std::uint8_t* codes = nullptr;
    std::size_t channels = 0;
    std::int32_t height = 0, width = 0; ///< of the input
    std::int32_t outWidth = 0;
    IntegerWindow window;
    const std::int8_t* weights = nullptr;  ///< [channel blocks][groups of 4 taps][4][16][4]
    const std::uint8_t* padding = nullptr; ///< codes of 0, one a channel
    std::uint8_t* out = nullptr;           ///< [outHeight, outWidth, channels]
};
/// Taps of a depthwise kernel, at most.
inline constexpr std::int32_t kMostTaps = 64;

/// out = quantized(a + b) for codes a and b of two grids: real = step * (code + low).
struct IntegerSum
{
    const std::uint8_t* a = nullptr;
    const std::uint8_t* b = nullptr;
    float stepA = 1.0F, lowA = 0.0F, stepB = 1.0F, lowB = 0.0F;
    std::size_t count = 0;
    std::uint8_t* out = nullptr;
};

/// Whether this processor has what the functions below need (AVX-512 with VNNI): elsewhere they
/// must not be called.
[[nodiscard]] bool hasIntegerKernels();

void multiply(const IntegerProduct& product, const Requantization& requantization);
/// Output rows [firstRow, endRow) of the picture.
void convolveDepthwise(const DepthwiseProduct& product, const Requantization& requantization,
                       std::int32_t firstRow, std::int32_t endRow);
/// The clip and the tables of the requantization are not used.
void add(const IntegerSum& sum, const Requantization& requantization);
/// Codes of `count` real values, written `outStride` apart. Likewise.
void encode(const float* values, std::size_t count, const Requantization& requantization,
            std::uint8_t* out, std::size_t outStride);

} // namespace quantoscope::exec
