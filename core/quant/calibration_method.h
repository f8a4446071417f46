// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace quantoscope::quant {

/// How an activation's clipping range follows from what calibration saw; calibratedRange() has the
/// formulas and their sources.
enum class CalibrationMethod { MinMax, Percentile, Mse, Entropy, MovingAverage, PNorm };

/// A method with its setting.
struct Calibration
{
    CalibrationMethod method = CalibrationMethod::MinMax;
    /// Of |x| (symmetric) or of each tail, above 50 and at most 100; used by Percentile only.
    double percentile = 99.99;
    friend bool operator==(const Calibration&, const Calibration&) = default;
};

[[nodiscard]] std::string toString(CalibrationMethod method); ///< "min-max", "percentile", ...
/// Reads what toString writes, in any case. Error InvalidArgument lists the methods.
[[nodiscard]] Result<CalibrationMethod> parseCalibrationMethod(std::string_view text);

/// "min-max", "percentile:99.9", ...
[[nodiscard]] std::string toString(const Calibration& calibration);
/// Reads what toString writes, in any case; "percentile" alone takes `percentile`. Error
/// InvalidArgument lists the methods, or says which percentiles are legal.
[[nodiscard]] Result<Calibration> parseCalibration(std::string_view text,
                                                   double percentile = Calibration{}.percentile);
/// Success, or InvalidArgument with what is legal.
[[nodiscard]] Status validate(const Calibration& calibration);

} // namespace quantoscope::quant
