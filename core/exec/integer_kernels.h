// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic on 8-bit codes. No standard library in here: the file that implements this is compiled
// for one processor family, and no inline function of it may end up in code for others.
#pragma once

#include <cstddef>
#include <cstdint>

namespace quantoscope::exec {

/// Channels are worked on so many at a time; per-channel tables are filled up to a multiple of it.
inline constexpr std::size_t kChannelBlock = 64;
/// Largest number of products in a sum, so that 255 * 128 * products takes half of an int32; the
/// other half is a bias's.
inline constexpr std::size_t kLongestSum = 32768;

/// What becomes of a layer's int32 sums: v = (sum - offset) * multiplier, and, with a grid for the
/// output, code = round(clamp(v, lowest, highest)) - low with ties to even. Per-channel tables have
/// a multiple of kChannelBlock entries. Source: Jacob et al. 2018, section 2.2, with a float32
/// multiplier in place of a fixed-point one, as ONNX Runtime's kernels have it.
struct Requantization
{
    const std::int32_t* offsets = nullptr;
    const float* multipliers = nullptr;  ///< input scale * weight scale (/ output scale)
    float lowest = 0.0F, highest = 0.0F; ///< within the grid: the activation function, a clip
    float low = 0.0F;
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
    /// [rows, channels], sums as they are, where this is not null: nothing else is then written.
    std::int32_t* sums = nullptr;
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
    /// [rows asked for, outWidth, places], sums as they are, in the tables' order, where this is
    /// not null: nothing else is then written.
    std::int32_t* sums = nullptr;
};
/// Taps of a depthwise kernel, at most.
inline constexpr std::int32_t kMostTaps = 64;

/// out = clamp(round(a * ratioA + (b * ratioB + fixed)), 0, highest) for codes a and b.
struct IntegerSum
{
    const std::uint8_t* a = nullptr;
    const std::uint8_t* b = nullptr;
    float ratioA = 1.0F, ratioB = 1.0F, fixed = 0.0F; ///< scales over the output's scale
    float highest = 255.0F;
    std::size_t count = 0;
    std::uint8_t* out = nullptr;
};

/// A grid's scale and limits, in steps from zero.
struct IntegerLevels
{
    float step = 1.0F, low = 0.0F, high = 0.0F;
};

/// The kernels for one family of processors; all families compute the same, bit for bit.
struct IntegerKernels
{
    void (*multiply)(const IntegerProduct& product, const Requantization& requantization);
    /// Output rows [firstRow, endRow) of the picture.
    void (*convolveDepthwise)(const DepthwiseProduct& product, const Requantization& requantization,
                              std::int32_t firstRow, std::int32_t endRow);
    void (*add)(const IntegerSum& sum);
    /// Codes of `count` real values, clamp(round(x / step), low, high) - low, written `outStride`
    /// apart.
    void (*encode)(const float* values, std::size_t count, const IntegerLevels& levels,
                   std::uint8_t* out, std::size_t outStride);
};

/// Whether this processor has what vectorKernels() need: AVX-512 with VNNI.
[[nodiscard]] bool hasIntegerKernels();
/// Call only where hasIntegerKernels().
[[nodiscard]] const IntegerKernels& vectorKernels();
/// Plain C++, for every processor.
[[nodiscard]] const IntegerKernels& portableKernels();
/// The fastest that this processor has.
[[nodiscard]] const IntegerKernels& integerKernels();

} // namespace quantoscope::exec
