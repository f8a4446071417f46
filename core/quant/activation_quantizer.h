// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/quant/quant_params.h"

#include <span>

namespace quantoscope::quant {

/// An activation quantizer of any kind, static or not:
/// y = s * round(t / u) * u,  t = clamp(x / s, low, high),  u = max(ufp(t) * unitRatio, leastUnit)
/// where ufp(t) is the largest power of two that is at most |t| (0 for 0) and rounding is to even.
/// Integer grids have unitRatio 0 and leastUnit 1; formats with m mantissa bits and smallest normal
/// exponent e have 2^-m and 2^(e - m).
struct ActivationQuantizer
{
    RangeSource source = RangeSource::Static;
    float scale = 1.0F; ///< s of a static one
    float low = 0.0F, high = 0.0F;
    float unitRatio = 0.0F, leastUnit = 1.0F;
    /// Dynamic ones: s = range / steps, where the range, of a picture or a token, is max(x, 0) -
    /// min(x, 0) with a zero point (low and high move down by it), else max|x|.
    float steps = 1.0F;
    bool hasZeroPoint = false;
    friend bool operator==(const ActivationQuantizer&, const ActivationQuantizer&) = default;
};

/// The smallest scale of dynamic ranges, for tensors of zeros.
inline constexpr float kLeastDynamicScale = 1.1754943508222875e-38F;

/// The quantizer of a scheme that is no static integer grid: FP16, FP8 or a dynamic range.
/// \param range of calibration; used by static schemes with a scale only
[[nodiscard]] ActivationQuantizer activationQuantizer(Range range, const ActivationScheme& scheme);
/// The same as a static integer grid.
[[nodiscard]] ActivationQuantizer activationQuantizer(const QuantParams& params);

/// Quantizes values that share a scale, one picture's tensor or one token; `out` may be `x`. NaN
/// stays NaN, and no value is -0.
/// Source of the dynamic integer form: ONNX operator DynamicQuantizeLinear, version 11.
void emulateQuantizer(std::span<const float> x, const ActivationQuantizer& quantizer,
                      std::span<float> out);

} // namespace quantoscope::quant
