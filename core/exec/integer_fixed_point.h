// SPDX-License-Identifier: GPL-3.0-or-later
// Steps on codes with fixed-point multipliers, as TensorFlow Lite's integer kernels compute them.
#pragma once

#include "core/exec/integer_tables.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace quantoscope::exec {

/// What becomes of a layer's int32 sums without floating point:
/// code = clamp(multiplied(sum - offset, multiplier), lowest, highest) - low.
struct FixedPointRequantization
{
    std::span<const std::int32_t> offsets;                    ///< by place
    std::span<const quant::FixedPointMultiplier> multipliers; ///< by place
    std::int32_t lowest = 0, highest = 0; ///< within the grid: the activation function, a clip
    std::int32_t low = 0;
};
/// \param lowest, highest the activation function, a clip, in real units
[[nodiscard]] FixedPointRequantization fixedPointRequantization(const StepTables& tables,
                                                                const ByteGrid& output,
                                                                float lowest, float highest);

/// Sums of pixels, [pixels, channels], to codes, likewise.
void requantize(std::span<const std::int32_t> sums, std::size_t channels,
                const FixedPointRequantization& requantization, std::uint8_t* out);
/// Sums of pixels of a depthwise step, [pixels, places] in the order of its tables.
void requantizeDepthwise(std::span<const std::int32_t> sums, std::size_t channels,
                         const FixedPointRequantization& requantization, std::uint8_t* out);

/// The grids of an addition or of an average.
struct FixedPointGrids
{
    ByteGrid a, b; ///< inputs; an average has only `a`
    ByteGrid output;
};
/// Source: TensorFlow Lite, reference_integer_ops::Add, with its left shift of 20.
void addFixedPoint(const std::uint8_t* a, const std::uint8_t* b, std::size_t count,
                   const FixedPointGrids& grids, std::uint8_t* out);
/// Codes of the averages of `pixels` pixels, from the sums of their codes.
/// Source: TensorFlow Lite, reference_integer_ops::Mean.
void averageFixedPoint(std::span<const std::int32_t> sums, std::int32_t pixels,
                       const FixedPointGrids& grids, std::uint8_t* out);

} // namespace quantoscope::exec
