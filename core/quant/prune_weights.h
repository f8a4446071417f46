// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/quant/pruning.h"
#include "core/quant/scheme.h"

#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// Axis of a weight tensor's input channels: 1 where output channels are the first axis, else the
/// one before them; -1 where the tensor has no other axis.
[[nodiscard]] int inputChannelAxis(const Shape& shape, int channelAxis);

/// Which weights go, one value a weight, 1 where it becomes zero; empty where none does, also for
/// PruningPattern::Channels, which is a matter of several layers.
/// Unstructured: round(share * weights) of the whole tensor, those of least magnitude.
/// N:M: of every M weights that follow each other along the input channels, at the same place of
/// all other axes, all but the N of largest magnitude; the last run of a row may be shorter and
/// keeps N, too. Of equal magnitudes the earlier ones go. NaN goes last.
/// \param w            [.., channels, ..]
/// \param channelAxis  axis of the output channels
[[nodiscard]] std::vector<std::uint8_t> prunedMask(const TensorView& w, const Pruning& pruning,
                                                   int channelAxis);

/// Marks all values of some slices along an axis.
void markSlices(const Shape& shape, int axis, std::span<const std::int32_t> slices,
                std::vector<std::uint8_t>& mask);

/// The weights with zeros where they are pruned; empty where prunedMask() is.
[[nodiscard]] std::vector<float> prunedWeights(const TensorView& w, const Pruning& pruning,
                                               int channelAxis);

/// How many weights prunedMask() leaves in a tensor of this shape.
[[nodiscard]] std::int64_t keptWeights(const Shape& shape, const Pruning& pruning, int channelAxis);

/// The smallest format for a tensor stored with a scheme; dense where a sparse one saves nothing.
[[nodiscard]] SparseFormat sparseFormat(const Shape& shape, const WeightScheme& scheme,
                                        int channelAxis);

/// Bits of a tensor's values alone in that format.
[[nodiscard]] std::int64_t valueBits(const Shape& shape, const WeightScheme& scheme,
                                     int channelAxis);

} // namespace quantoscope::quant
