// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/affine_kernel.h"
#include "core/quant/slices.h"

#include <span>

namespace quantoscope::quant {

/// Quantizes weights block by block (see blockScale): every scaled scheme, as the plain reference
/// for those that have a faster way. \param slices one a channel, or one for the tensor, or those
/// of the axis along which groups lie; \param minimumScales one a slice, or none. InvalidData where
/// a weight is not finite.
[[nodiscard]] Result<QuantParams> quantizeBlocks(const float* values, const Slices& slices,
                                                 const WeightScheme& scheme,
                                                 std::span<const float> minimumScales,
                                                 KernelOutput out);

} // namespace quantoscope::quant
