// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace quantoscope::quant {

/// The scalar roundToFloat16 for every value; `out` may be x's own storage.
void roundToFloat16(std::span<const float> x, float* out);

} // namespace quantoscope::quant
