// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/activation_quantizer.h"
#include "core/quant/affine_kernel.h"
#include "core/quant/range_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace quantoscope::quant {

namespace {

/// The bins that hold data, as values with weights, so that a candidate costs one pass over them.
class ErrorIntegral
{
public:
    ErrorIntegral(const StreamingHistogram& histogram, const ActivationScheme& scheme,
                  double exponent)
        : m_scheme(scheme), m_exponent(exponent), m_binWidth(histogram.binWidth()),
          m_total(static_cast<double>(histogram.count()))
    {
        for (int bin = 0; bin < StreamingHistogram::kBins; ++bin) {
            const std::int64_t count = histogram.bins()[static_cast<std::size_t>(bin)];
            if (count > 0) {
                m_centers.push_back(static_cast<float>(histogram.binCenter(bin)));
                m_weights.push_back(static_cast<double>(count));
            }
        }
        m_nearest.resize(m_centers.size());
    }

    /// Mean of |x - q(x)|^exponent.
    [[nodiscard]] double meanError(Range range)
    {
        if (!m_scheme.precision.isInteger()) {
            emulateQuantizer(m_centers, activationQuantizer(range, m_scheme), m_nearest);
            return weightedError() / m_total;
        }
        const QuantParams p = activationParams(range, m_scheme);
        const double step = p.scales.front();
        if (step >= m_binWidth) {
            roundToGrid(m_centers.data(), {1, 1, m_centers.size()}, p, {m_nearest.data(), nullptr});
            return weightedError() / m_total;
        }
        const float low = p.scales.front() * static_cast<float>(p.qmin - p.zeroPoints.front());
        const float high = p.scales.front() * static_cast<float>(p.qmax - p.zeroPoints.front());
        std::ranges::transform(m_centers, m_nearest.begin(),
                               [=](float x) { return std::clamp(x, low, high); });
        return weightedError() / m_total + roundingError(step);
    }

private:
    /// Of values spread evenly within half a step on both sides.
    [[nodiscard]] double roundingError(double step) const
    {
        return std::pow(step / 2.0, m_exponent) / (m_exponent + 1.0);
    }

    [[nodiscard]] double weightedError() const
    {
        constexpr std::size_t kLanes = 8;
        std::array<double, kLanes> sums{};
        std::size_t i = 0;
        for (; i + kLanes <= m_centers.size(); i += kLanes) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                sums[lane] += errorAt(i + lane);
            }
        }
        double sum = 0.0;
        for (; i < m_centers.size(); ++i) {
            sum += errorAt(i);
        }
        for (const double partial : sums) {
            sum += partial;
        }
        return sum;
    }

    [[nodiscard]] double errorAt(std::size_t i) const
    {
        const auto difference = static_cast<double>(m_centers[i] - m_nearest[i]);
        return m_weights[i] * (m_exponent == 2.0 ? difference * difference
                                                 : std::pow(std::abs(difference), m_exponent));
    }

    ActivationScheme m_scheme;
    double m_exponent;
    double m_binWidth;
    double m_total;
    std::vector<float> m_centers;
    std::vector<double> m_weights;
    std::vector<float> m_nearest;
};

/// The best range met so far; only a smaller error replaces it.
class Best
{
public:
    Best(ErrorIntegral& integral, Range start)
        : m_integral(integral), m_range(start), m_error(integral.meanError(start))
    {
    }

    void tryRange(Range range)
    {
        const double error = m_integral.meanError(range);
        if (error < m_error) {
            m_error = error;
            m_range = range;
        }
    }

    [[nodiscard]] Range range() const { return m_range; }

private:
    ErrorIntegral& m_integral;
    Range m_range;
    double m_error;
};

// Clipping limits are tried at ratios of the full range. Outliers may reach a hundred times the
// bulk of the data, so the coarse ratios fall geometrically to 2^-kOctaves; finer ones follow
// around the best.
constexpr double kOctaves = 8.0;

double ratio(double octaves)
{
    return std::exp2(-octaves);
}

/// `range` with each end multiplied by a power of two, never beyond the full range.
Range scaled(Range range, double lowOctaves, double highOctaves, Range full)
{
    return {std::max(static_cast<float>(double{range.low} * ratio(lowOctaves)), full.low),
            std::min(static_cast<float>(double{range.high} * ratio(highOctaves)), full.high)};
}

void searchBothEnds(Best& best, Range full, double coarse, int refinements)
{
    for (double low = 0.0; low <= kOctaves; low += coarse) {
        for (double high = 0.0; high <= kOctaves; high += coarse) {
            best.tryRange(scaled(full, low, high, full));
        }
    }
    constexpr int kReach = 3;
    for (double step = coarse / kReach; refinements > 0; --refinements, step /= kReach) {
        const Range center = best.range();
        for (int low = -kReach; low <= kReach; ++low) {
            for (int high = -kReach; high <= kReach; ++high) {
                best.tryRange(scaled(center, low * step, high * step, full));
            }
        }
    }
}

/// One limit: both ends move together (an end at zero stays there).
void searchOneLimit(Best& best, Range full, double coarse, int refinements)
{
    for (double octaves = 0.0; octaves <= kOctaves; octaves += coarse) {
        best.tryRange(scaled(full, octaves, octaves, full));
    }
    constexpr int kReach = 4;
    for (double step = coarse / kReach; refinements > 0; --refinements, step /= kReach) {
        const Range center = best.range();
        for (int i = -kReach; i <= kReach; ++i) {
            best.tryRange(scaled(center, i * step, i * step, full));
        }
    }
}

} // namespace

double histogramError(const StreamingHistogram& histogram, Range range,
                      const ActivationScheme& scheme)
{
    return ErrorIntegral(histogram, scheme, 2.0).meanError(range);
}

Range leastErrorRange(const StreamingHistogram& histogram, const ActivationScheme& scheme,
                      double exponent)
{
    const bool isSymmetric = scheme.symmetric || !scheme.precision.isInteger();
    Range full{std::min(histogram.minimum(), 0.0F), std::max(histogram.maximum(), 0.0F)};
    if (isSymmetric) {
        full.high = std::max(-full.low, full.high);
        full.low = -full.high;
    }
    ErrorIntegral integral(histogram, scheme, exponent);
    Best best(integral, full);
    const bool oneSided = full.low >= 0.0F || full.high <= 0.0F;
    if (isSymmetric || oneSided) {
        searchOneLimit(best, full, 0.0625, 3);
    } else {
        searchBothEnds(best, full, 0.5, 3);
    }
    return best.range();
}

} // namespace quantoscope::quant
