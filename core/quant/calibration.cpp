// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/histogram.h"
#include "core/quant/range_search.h"

#include <algorithm>
#include <string>

namespace quantoscope::quant {

namespace {

constexpr double kSquaredError = 2.0;
constexpr double kPNorm = 2.4;

Status checkData(const StreamingHistogram& histogram)
{
    if (histogram.nonFiniteCount() > 0) {
        return fail(ErrorCode::InvalidData,
                    "calibration met " + std::to_string(histogram.nonFiniteCount()) +
                        " values that are NaN or infinite; check the preprocessing and the model");
    }
    if (histogram.count() == 0) {
        return fail(ErrorCode::InvalidData, "calibration saw no values; add calibration images");
    }
    return {};
}

/// The end of one-sided data stays at zero: nothing is gained by clipping there.
Range openAtZero(Range range, const StreamingHistogram& histogram)
{
    return {histogram.minimum() >= 0.0F ? 0.0F : range.low,
            histogram.maximum() <= 0.0F ? 0.0F : range.high};
}

Range mirrored(double limit)
{
    const auto high = static_cast<float>(limit);
    return {-high, high};
}

Range percentileRange(const StreamingHistogram& histogram, double percentile, bool symmetric)
{
    const double fraction = percentile / 100.0;
    if (symmetric) {
        return mirrored(histogram.magnitudeQuantile(fraction));
    }
    return openAtZero({static_cast<float>(histogram.quantile(1.0 - fraction)),
                       static_cast<float>(histogram.quantile(fraction))},
                      histogram);
}

/// One-sided data on a grid with a zero point has all codes for its magnitudes, else half of them.
std::size_t magnitudeLevels(const StreamingHistogram& histogram, const ActivationScheme& scheme)
{
    const bool isOneSided = histogram.minimum() >= 0.0F || histogram.maximum() <= 0.0F;
    const bool isUnsigned = isOneSided && !scheme.symmetric && scheme.precision.isInteger();
    return std::size_t{1} << static_cast<unsigned>(
               std::max(0, scheme.precision.bits() - (isUnsigned ? 0 : 1)));
}

Range entropyRange(const StreamingHistogram& histogram, const ActivationScheme& scheme,
                   bool symmetric)
{
    const double largest = std::max(-double{histogram.minimum()}, double{histogram.maximum()});
    const double limit =
        std::min(leastEntropyThreshold(histogram, magnitudeLevels(histogram, scheme)), largest);
    if (symmetric) {
        return mirrored(limit);
    }
    return openAtZero({static_cast<float>(std::max<double>(-limit, histogram.minimum())),
                       static_cast<float>(std::min<double>(limit, histogram.maximum()))},
                      histogram);
}

} // namespace

Result<Range> calibratedRange(const StreamingHistogram& histogram, const Calibration& usual,
                              const ActivationScheme& scheme)
{
    const Calibration calibration = scheme.calibration.value_or(usual);
    if (const Status data = checkData(histogram); !data) {
        return failFrom(data);
    }
    if (const Status legal = validate(scheme); !legal) {
        return failFrom(legal);
    }
    if (calibration.method == CalibrationMethod::Percentile) {
        if (const Status usable = validate(calibration); !usable) {
            return failFrom(usable);
        }
    }
    if (scheme.isCalibrated()) {
        const bool symmetric = scheme.symmetric || !scheme.precision.isInteger();
        if (scheme.range) {
            return *scheme.range;
        }
        switch (calibration.method) {
        case CalibrationMethod::MinMax:
            break;
        case CalibrationMethod::Percentile:
            return percentileRange(histogram, calibration.percentile, symmetric);
        case CalibrationMethod::Mse:
            return leastErrorRange(histogram, scheme, kSquaredError);
        case CalibrationMethod::PNorm:
            return leastErrorRange(histogram, scheme, kPNorm);
        case CalibrationMethod::Entropy:
            return entropyRange(histogram, scheme, symmetric);
        case CalibrationMethod::MovingAverage:
            return histogram.movingRange();
        }
    }
    return Range{histogram.minimum(), histogram.maximum()};
}

} // namespace quantoscope::quant
