// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/quant_params.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantoscope::quant {

/// A histogram that grows with its data: bins keep their number and double their width when a value
/// falls outside, so memory stays constant. The width is the smallest power of two that holds the
/// data (at least 2^-120), so the outcome does not depend on how the data was split into pieces.
/// Exact minimum and maximum are kept beside it. Not thread-safe; fill one per thread or tensor.
class StreamingHistogram
{
public:
    /// Over [-width * kBins / 2, width * kBins / 2); bin b holds floor(x / width) == b - kBins / 2.
    static constexpr int kBins = 4096;

    /// Counts finite values; NaN and infinities are counted apart in nonFiniteCount().
    void add(std::span<const float> values);
    /// add(), and moves movingRange() by the picture's minimum and maximum.
    void addPicture(std::span<const float> values);
    /// The moving range stays this one's.
    void merge(const StreamingHistogram& other);

    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] std::int64_t nonFiniteCount() const { return m_nonFiniteCount; }
    [[nodiscard]] float minimum() const { return m_minimum; }    ///< 0 when empty
    [[nodiscard]] float maximum() const { return m_maximum; }    ///< 0 when empty
    [[nodiscard]] double binWidth() const { return m_binWidth; } ///< a power of two; 0 when empty
    [[nodiscard]] std::span<const std::int64_t> bins() const { return m_bins; }
    [[nodiscard]] double binCenter(int bin) const;

    /// Moving average of the pictures' minima and maxima, in the order they were added: the first
    /// one's, then a hundredth of the way to each other's. The minimum and maximum where no picture
    /// was added. Source: PyTorch, MovingAverageMinMaxObserver (averaging constant 0.01).
    [[nodiscard]] Range movingRange() const
    {
        return m_movingRange.value_or(Range{m_minimum, m_maximum});
    }

    /// Value below which `fraction` (0..1) of the data lies, as numpy.percentile, but linear within
    /// a bin; clamped to
    /// [minimum, maximum].
    [[nodiscard]] double quantile(double fraction) const;
    /// quantile of |x|.
    [[nodiscard]] double magnitudeQuantile(double fraction) const;

private:
    void cover(float low, float high);
    void addFiniteOnly(std::span<const float> values);

    std::vector<std::int64_t> m_bins;
    double m_binWidth = 0.0;
    std::int64_t m_count = 0;
    std::int64_t m_nonFiniteCount = 0;
    float m_minimum = 0.0F;
    float m_maximum = 0.0F;
    std::optional<Range> m_movingRange;
};

/// Clipping range of an activation from its histogram.
///  MinMax      the exact minimum and maximum
///  Percentile  symmetric: the percentile of |x|; asymmetric: both tails, 100 - percentile and
///              percentile
///  Mse         the range minimising the mean squared quantization error for this scheme (grid
///              search over clipping limits, error integrated over the histogram)
///  Entropy     the threshold minimising the KL divergence between the histogram of |x| and its
///              quantized form (Migacz, "8-bit inference with TensorRT", 2017), as NVIDIA's
///              pytorch-quantization computes it: 2^(b-1) levels for b bits, 2^b for one-sided data
///              on an asymmetric grid, thresholds from 128 bins on, the bin at zero counted as the
///              next one, of equal divergences the widest, none that clips more than half of the
///              values; over 1024 to 2048 bins that reach to the
///              largest magnitude
///  PNorm       as Mse with |error|^2.4, which minds large errors more (Nahshan et al. 2021, "Loss
///              aware post-training quantization", section 4.1; the power is BRECQ's, Li et al.
///              2021)
///  MovingAverage  StreamingHistogram::movingRange()
/// Symmetric schemes get [-t, t] except for MinMax and MovingAverage; asymmetric ones stay within
/// the data and zero, and one-sided data keeps its end at zero. A range set by hand in the scheme
/// comes before any method, and a calibration that the scheme names before `usual`. FP8 counts as
/// symmetric. Other schemes get the minimum and maximum.
/// InvalidData when the histogram is empty or saw non-finite values, InvalidArgument for a
/// percentile or scheme that is not legal.
[[nodiscard]] Result<Range> calibratedRange(const StreamingHistogram& histogram,
                                            const Calibration& usual,
                                            const ActivationScheme& scheme);

} // namespace quantoscope::quant
