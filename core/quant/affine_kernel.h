// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/quant_params.h"
#include "core/quant/slices.h"

#include <cstdint>

namespace quantoscope::quant {

/// Where a kernel writes; either pointer may be null, `values` may be the input itself.
struct KernelOutput
{
    float* values = nullptr;       ///< scale * (q - zeroPoint)
    std::int32_t* codes = nullptr; ///< q
};

/// Rounds x to the grid p, slice by slice. x, the outputs and p fit `slices` (see slicesOf).
/// Ties to even, NaN to the zero point, infinities saturate. Thread-safe on distinct outputs.
void roundToGrid(const float* x, const Slices& slices, const QuantParams& p, KernelOutput out);

/// scale * (q - zeroPoint).
void codesToValues(const std::int32_t* codes, const Slices& slices, const QuantParams& p,
                   float* values);

/// values[i] = sign(x[i]) * scale of its slice, codes[i] = sign(x[i]), sign(0) = +1.
void roundToSign(const float* x, const Slices& slices, const QuantParams& p, KernelOutput out);

} // namespace quantoscope::quant
