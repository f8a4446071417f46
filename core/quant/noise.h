// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace quantoscope::quant {

/// Signal and noise energy of a tensor against its reference, summed over any number of pieces.
struct NoiseSums
{
    double signal = 0.0; ///< sum of reference^2
    double noise = 0.0;  ///< sum of (reference - value)^2
    double dot = 0.0;    ///< sum of reference * value
    double value = 0.0;  ///< sum of value^2
    std::int64_t count = 0;

    /// Adds a piece; both spans have the same length. Float products, double sums.
    void add(std::span<const float> reference, std::span<const float> values);
    NoiseSums& operator+=(const NoiseSums& other);
};

/// Signal-to-quantization-noise ratio, 10 log10(signal / noise), in dB. Without noise the value is
/// kNoNoiseDb, a finite stand-in for infinity so that it can be sorted, plotted and stored.
inline constexpr double kNoNoiseDb = 200.0;
[[nodiscard]] double sqnrDb(const NoiseSums& sums);

/// Cosine of the angle between reference and value; 1 when both are all zero.
[[nodiscard]] double cosineSimilarity(const NoiseSums& sums);

} // namespace quantoscope::quant
