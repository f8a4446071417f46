// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/calibration_method.h"

#include "core/quant/legal_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quantoscope::quant {
namespace {

constexpr std::array<std::pair<CalibrationMethod, std::string_view>, 6> kNames{{
    {CalibrationMethod::MinMax, "min-max"},
    {CalibrationMethod::Percentile, "percentile"},
    {CalibrationMethod::Mse, "mse"},
    {CalibrationMethod::Entropy, "entropy"},
    {CalibrationMethod::MovingAverage, "moving-average"},
    {CalibrationMethod::PNorm, "p-norm"},
}};

} // namespace

std::string toString(CalibrationMethod method)
{
    const auto found = std::ranges::find(kNames, method, [](const auto& e) { return e.first; });
    return std::string(found->second);
}

Result<CalibrationMethod> parseCalibrationMethod(std::string_view text)
{
    const std::string upper = upperCase(text);
    for (const auto& [method, name] : kNames) {
        if (upper == upperCase(name)) {
            return method;
        }
    }
    return fail(ErrorCode::InvalidArgument,
                "\"" + std::string(text) +
                    "\" is not a calibration method; use min-max, percentile, mse, entropy, "
                    "moving-average or p-norm");
}

std::string toString(const Calibration& calibration)
{
    const std::string name = toString(calibration.method);
    return calibration.method == CalibrationMethod::Percentile
               ? name + ":" + numberText(calibration.percentile)
               : name;
}

Result<Calibration> parseCalibration(std::string_view text, double percentile)
{
    const PercentileWords words = percentileWords(text);
    const auto method = parseCalibrationMethod(words.method);
    if (!method) {
        return failFrom(method);
    }
    if (const Status legal = checkNumber(words, *method == CalibrationMethod::Percentile, text,
                                         "a calibration method");
        !legal) {
        return failFrom(legal);
    }
    Calibration calibration{*method, words.percentile.value_or(percentile)};
    if (const Status legal = validate(calibration); !legal) {
        return failFrom(legal);
    }
    return calibration;
}

Status validate(const Calibration& calibration)
{
    if (!isLegalPercentile(calibration.percentile)) {
        return fail(ErrorCode::InvalidArgument, "a percentile of " +
                                                    numberText(calibration.percentile) +
                                                    " is not above 50 and at most 100");
    }
    return {};
}

} // namespace quantoscope::quant
