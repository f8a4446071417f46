// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace quantoscope::quant {

/// Mean of min(max(x, low), high) where x has a normal distribution:
/// d (phi(a) - phi(b)) + m (Phi(b) - Phi(a)) + low Phi(a) + high (1 - Phi(b)), with
/// a = (low - m) / d, b = (high - m) / d, and phi and Phi the density and the distribution of the
/// standard normal distribution. Exact but for double rounding.
/// \param deviation zero or more  \param low,high low <= high, either may be infinite: Relu is
/// (0, infinity), ReLU6 (0, 6)
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.2.1 and the appendix on clipped normal distributions.
[[nodiscard]] double clippedNormalMean(double mean, double deviation, double low, double high);

/// Mean of f(x) where x has a normal distribution, by Simpson's rule over 8 deviations on each
/// side; to 1e-5 deviations for functions as steep as a ReLU, kinks included.
/// \param deviation zero or more
[[nodiscard]] double normalMean(const std::function<double(double)>& f, double mean,
                                double deviation);

} // namespace quantoscope::quant
