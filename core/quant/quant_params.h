// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// An affine integer grid: real = scale * (q - zeroPoint), qmin <= q <= qmax.
/// One scale and zero point for all, or one per slice along `axis`.
/// Source: ONNX operators QuantizeLinear and DequantizeLinear, version 13 and 21.
struct QuantParams
{
    std::vector<float> scales;            ///< each > 0 and finite
    std::vector<std::int32_t> zeroPoints; ///< same length as scales
    std::int32_t qmin = -128;
    std::int32_t qmax = 127;
    int axis = -1; ///< channel axis; -1 means per-tensor
    /// Values of a slice that share a scale, in memory order (0: all of them); scales are then in
    /// the order slice, block. The kernels for whole slices refuse such grids.
    int blockSize = 0;
    /// Blocks lie along `axis` at every position of the others; scales are then in the order of a
    /// tensor that has as many indices along it as there are blocks (DequantizeLinear, version 21).
    bool blocksAlongAxis = false;

    [[nodiscard]] bool isPerTensor() const { return axis < 0; }
    friend bool operator==(const QuantParams&, const QuantParams&) = default;
};

/// Integer limits of a grid with `bits` bits, 1..16.
/// Symmetric: [-(2^(b-1) - 1), 2^(b-1) - 1], the narrow range, so that +max and -max are both on
/// the grid. Asymmetric: unsigned [0, 2^b - 1]. One bit: [-1, 1], of which weights use -1 and +1
/// only.
struct IntegerLimits
{
    std::int32_t qmin = 0;
    std::int32_t qmax = 255;
};
[[nodiscard]] IntegerLimits integerLimits(int bits, bool symmetric);

/// Scale and zero point of one slice from its range, which is first widened to contain zero.
/// Symmetric: scale = max(|low|, |high|) / qmax, zero point 0. Asymmetric: scale = (high - low) /
/// (qmax - qmin), zero point = clamp(round(qmin - low / scale), qmin, qmax), ties to even.
/// An empty range (low == high == 0, or a scale below the smallest normal float) gives scale 1.
/// Source: Jacob et al. 2018, section 2.1; ONNX Runtime's quantization tool computes the same.
/// \param range finite
struct ScaleAndZeroPoint
{
    float scale = 1.0F;
    std::int32_t zeroPoint = 0;
};
[[nodiscard]] ScaleAndZeroPoint chooseScale(Range range, IntegerLimits limits, bool symmetric);

/// The zero point that puts `low` (or 0 when low > 0) on qmin of an asymmetric grid with this
/// scale.
[[nodiscard]] std::int32_t chooseZeroPoint(float low, double scale, IntegerLimits limits);

/// Parameters of a static per-tensor activation quantizer; the scheme's precision is an integer.
/// Symmetric ones use the full signed range [-2^(b-1), 2^(b-1) - 1] with the scale of the narrow
/// one: what int8 QuantizeLinear saturates to by itself.
[[nodiscard]] QuantParams activationParams(Range range, const ActivationScheme& scheme);

} // namespace quantoscope::quant
