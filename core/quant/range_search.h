// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/histogram.h"

#include <cstddef>

namespace quantoscope::quant {

/// Mean squared error of quantizing the histogram's data with a clipping range: rounding and
/// clipping, each bin's values taken at its centre; where the step is finer than the bins, rounding
/// is taken as uniform noise, step^2 / 12.
[[nodiscard]] double histogramError(const StreamingHistogram& histogram, Range range,
                                    const ActivationScheme& scheme);

/// The range of calibratedRange with the least mean |x - q(x)|^exponent: CalibrationMethod::Mse (2)
/// and PNorm (2.4); a non-empty histogram.
[[nodiscard]] Range leastErrorRange(const StreamingHistogram& histogram,
                                    const ActivationScheme& scheme, double exponent);

/// The threshold of |x| whose clipped and quantized histogram diverges least from the histogram
/// (KL): CalibrationMethod::Entropy. A non-empty histogram.
/// \param levels magnitudes of the grid: 128 for INT8 with a sign, 256 without
[[nodiscard]] double leastEntropyThreshold(const StreamingHistogram& histogram, std::size_t levels);

} // namespace quantoscope::quant
