// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/tensor.h"
#include "core/quant/channel_splits.h"
#include "core/quant/quantize.h"

#include <cstdint>
#include <span>

namespace quantoscope::quant {

/// Picks channels one after the other, by the magnitudes that plain halving leaves. With one scale
/// for all that is the copy with the largest weight, as in the paper. With a scale a channel it is
/// the copy whose split takes most off the sum, over the output channels, of their largest
/// magnitudes squared, to which the energy of the rounding errors is proportional; with a single
/// scale that is the same. The first of equals; zeros are never split.
/// \param w            [.., channels, ..]
/// \param channelAxis  axis of the output channels
/// \return at most addedChannels(); none where w has no axis of input channels
[[nodiscard]] ChannelSplits chooseSplits(const TensorView& w, const WeightScheme& scheme,
                                         int channelAxis);

/// What becomes of a code (less its zero point) when its channel is split.
struct SplitCode
{
    std::int32_t kept = 0, added = 0;
};
/// The codes of (w - step / 2) / 2 and (w + step / 2) / 2, the quantization-aware splitting of
/// section 3.3: floor(q / 2) and ceil(q / 2), whose sum is q.
[[nodiscard]] SplitCode splitCode(std::int32_t code);

/// A tensor with the added channels behind its own, weights halved.
[[nodiscard]] Tensor halvedWeights(const TensorView& w, const ChannelSplits& splits,
                                   int channelAxis);

/// quantizeWeights() for a scheme with a split share. The grid is that of the halved weights; a
/// weight gets the code that it rounds to on that grid, continued to what its copies reach together
/// (halvings()), so that each copy's code is on the grid. `values` and `codes` are those sums, in
/// w's shape; `params` is the grid of the copies.
[[nodiscard]] Result<QuantizedWeights> quantizeSplit(const TensorView& w,
                                                     const WeightScheme& scheme, int channelAxis,
                                                     std::span<const float> minimumScales = {});

/// Weights as a graph with the added channels has them: every copy with its own codes, which are on
/// the grid. Weights without splits come back as they are.
[[nodiscard]] QuantizedWeights withAddedChannels(const QuantizedWeights& weights, int channelAxis);

} // namespace quantoscope::quant
