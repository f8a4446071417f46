// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/graph.h"
#include "core/quant/quant_params.h"

#include <cstdint>
#include <span>

namespace quantoscope::exporting {

/// Smallest ONNX integer type that holds every code of a weight grid: int4/uint4, int8/uint8 or
/// int16/uint16, unsigned when qmin >= 0.
[[nodiscard]] model::ElementType weightStorage(const quant::QuantParams& params);

/// The same for activations, of 8 bits at least: no runtime has kernels for 4-bit activations.
[[nodiscard]] model::ElementType activationStorage(const quant::QuantParams& params);

/// Least and greatest value of an integer type.
[[nodiscard]] quant::IntegerLimits limitsOf(model::ElementType type);

/// The least default-domain opset whose QuantizeLinear and DequantizeLinear know the type: 13,
/// 19 (FP8) or 21.
[[nodiscard]] std::int64_t opsetFor(model::ElementType type);

/// Codes as a constant of the given integer type, each within its limits, or bit patterns as FP8.
/// Four-bit types hold two values a byte, the first in the low half (ONNX, TensorProto.raw_data).
[[nodiscard]] model::Constant packedCodes(model::ElementType type, Shape shape,
                                          std::span<const std::int32_t> codes);

} // namespace quantoscope::exporting
