// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/tensor.h"
#include "core/quant/channel_splits.h"
#include "core/quant/quant_params.h"

#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// Quantizes x to integers: q = clamp(round(x / scale) + zeroPoint, qmin, qmax), ties to even;
/// NaN becomes the zero point, infinities saturate.
/// \return codes in x's order, or ShapeMismatch when p fits neither the tensor nor its axis
/// Source: ONNX operator QuantizeLinear, version 13.
[[nodiscard]] Result<std::vector<std::int32_t>> quantizeLinear(const TensorView& x,
                                                               const QuantParams& p);

/// real = scale * (q - zeroPoint). Source: ONNX operator DequantizeLinear, version 13.
[[nodiscard]] Result<Tensor>
dequantizeLinear(const Shape& shape, std::span<const std::int32_t> codes, const QuantParams& p);

/// quantizeLinear then dequantizeLinear in one pass, without keeping codes.
[[nodiscard]] Result<Tensor> fakeQuantize(const TensorView& x, const QuantParams& p);

/// fakeQuantize into `out`, which has x's element count and may be x's own storage; allocates
/// nothing.
[[nodiscard]] Status fakeQuantizeInto(const TensorView& x, const QuantParams& p,
                                      std::span<float> out);

/// A layer's weights after quantization.
struct QuantizedWeights
{
    Tensor values; ///< what the layer computes with, in real units
    /// Integer codes, or bit patterns of FP8 and FP4; empty for formats without a scale.
    std::vector<std::int32_t> codes;
    /// Scales (empty for formats without) and, for integer codes, their grid.
    QuantParams params;
    NumberFormat format = NumberFormat::Integer; ///< of the codes
    /// Channels that a graph adds so that every code is on the grid (withAddedChannels); codes and
    /// values are the sums over a channel's copies, which may lie beyond it.
    ChannelSplits splits = {};

    /// One integer grid for the tensor or each channel: what integer kernels compute on.
    [[nodiscard]] bool hasPlainGrid() const
    {
        return Precision{format, 0}.hasIntegerGrid() && params.blockSize == 0;
    }
};

/// Quantizes a weight tensor by rounding to nearest (ternary: by a threshold), after what its
/// pruning takes of the weights has become zero (prunedMask); zero stays exactly zero.
/// INT n >= 2: see chooseScale. INT 1: sign(w) * mean(|w|) per slice, codes -1 and +1, sign(0) = +1
/// (Rastegari et al. 2016, XNOR-Net, section 3.1); a slice of zeros gets the smallest normal float
/// as its mean, because scales are positive. With split channels: see quantizeSplit. FP16, BF16,
/// FP8 and FP4: see roundToFormat. Groups, MX blocks, ternary weights and other ranges: see
/// blockScale.
/// \param w            [.., channels, ..] finite, else InvalidData (FP32 copies anything)
/// \param channelAxis  axis of the output channels, used by per-channel granularity unless the
///                     scheme names another
/// \param minimumScales lower bound of the scale of each slice (empty: none, as groups along an
/// axis
///                     have), so that an int32 bias does not overflow; a raised scale gets the zero
///                     point that fits it
/// \return InvalidArgument for an illegal scheme, ShapeMismatch when w, axis and minimumScales do
///         not fit together
[[nodiscard]] Result<QuantizedWeights> quantizeWeights(const TensorView& w,
                                                       const WeightScheme& scheme, int channelAxis,
                                                       std::span<const float> minimumScales = {});

/// quantizeWeights that writes the values to `out` (w's element count, may be w's own storage) and
/// keeps no codes. \return the grid; scales empty for formats without; wide enough for the codes of
/// split channels
[[nodiscard]] Result<QuantParams> quantizeWeightsInto(const TensorView& w,
                                                      const WeightScheme& scheme, int channelAxis,
                                                      std::span<const float> minimumScales,
                                                      std::span<float> out);

/// Size in bytes of a tensor of this shape stored with a scheme: values at their bits, where they
/// are pruned in their sparseFormat() (rounded up to whole bytes for the tensor), plus 4 bytes a
/// scale (1 where scales are powers of two, MX blocks included) and, for asymmetric grids, one zero
/// point a scale at the width of the codes.
[[nodiscard]] std::int64_t storedBytes(const Shape& shape, const WeightScheme& scheme,
                                       int channelAxis);

/// Nearest binary16 value, ties to even; overflow and infinities saturate to +-65504, NaN stays
/// NaN. Source: IEEE 754-2019.
[[nodiscard]] float roundToFloat16(float x);

} // namespace quantoscope::quant
