// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/configured_model.h"
#include "core/exec/integer_kernels.h"
#include "core/exec/integer_plan.h"
#include "core/quant/fixed_point.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace quantoscope::exec {

/// A per-tensor grid of at most 256 levels: real = step * (code + low), code in 0..(high - low).
struct ByteGrid
{
    float step = 1.0F;
    float low = 0.0F, high = 0.0F; ///< in steps from zero
    friend bool operator==(const ByteGrid&, const ByteGrid&) = default;
};
/// Empty where the grid has more levels, or there is none.
[[nodiscard]] std::optional<ByteGrid> byteGrid(const std::optional<quant::QuantParams>& params);

/// Whether weights are integers that fit 8 bits with their zero point taken off.
[[nodiscard]] bool fitsBytes(const BoundWeights& weights);

/// Weights of a step as the kernels want them.
struct PackedWeights
{
    std::vector<std::int8_t> codes;
    std::size_t depth = 0;          ///< of a sum, filled up to a multiple of 4
    std::vector<std::int32_t> sums; ///< of every channel's codes, in the tables' order
    std::vector<float> scales;      ///< of every channel, in the tables' order
    std::vector<float> biases;      ///< likewise
};
/// Channel at a place of the tables; in a depthwise step blocks of 64 are in the order of
/// DepthwiseProduct's weights. May be beyond the last channel.
[[nodiscard]] std::size_t channelAt(std::size_t place, bool isDepthwise);
/// \param weights fitsBytes()
[[nodiscard]] PackedWeights packWeights(const model::LayerModel& layers, const IntegerStep& step,
                                        const BoundWeights& weights);

/// Per-channel tables of a step under the grids of its input and output.
struct StepTables
{
    /// Code of 0 at the input * sum of the weights - bias. A bias is a multiple of input scale *
    /// weight scale, as runtimes keep it in int32.
    std::vector<std::int32_t> offsets;
    std::vector<float> multipliers;
    std::vector<quant::FixedPointMultiplier> fixedPoint; ///< the same; none without an output grid
};
[[nodiscard]] StepTables makeTables(const PackedWeights& weights, const ByteGrid& input,
                                    const std::optional<ByteGrid>& output);

} // namespace quantoscope::exec
