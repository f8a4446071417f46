// SPDX-License-Identifier: GPL-3.0-or-later
// How ranges, and what comes of them, change with the number of calibration pictures.
#pragma once

#include "core/quant/quant_params.h"
#include "core/quant/scheme.h"
#include "core/session/results.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

struct CalibrationCourseRequest
{
    /// Gives the schemes, the percentile and the equalization; tensors it leaves in FP32 are looked
    /// at as INT8 asymmetric ones, ranges set by hand as if they were not.
    quant::Configuration configuration;
    std::vector<std::string> tensors; ///< whose ranges are wanted; empty: every activation site's
    /// Whether the validation pictures run, too, calibrated with each number of pictures.
    bool withResults = false;
};

/// The ranges of a tensor, [count][method], as CalibrationCourse numbers them.
struct TensorCourse
{
    std::string tensor;
    std::vector<std::vector<quant::Range>> ranges;
};

/// The configuration calibrated with the first `images` calibration pictures, by its own method.
struct ResultAtCount
{
    std::int64_t images = 0;
    eval::AccuracyFigures accuracy; ///< over all validation pictures
    ComparisonFigures comparison;   ///< with FP32
};

struct CalibrationCourse
{
    std::vector<std::int64_t> counts;              ///< 1, 2, 4, .. and all, ascending
    std::vector<quant::CalibrationMethod> methods; ///< all there are
    std::vector<TensorCourse> tensors;             ///< in graph order
    std::vector<ResultAtCount> results;            ///< by count, as far as they have been run
    double seconds = 0.0;
};
using CalibrationCoursePtr = std::shared_ptr<const CalibrationCourse>;
using CalibrationCourseCallback = std::function<void(const CalibrationCoursePtr&)>;

/// 1, 2, 4, .. below `images`, and `images` itself; empty for none.
[[nodiscard]] std::vector<std::int64_t> courseCounts(std::int64_t images);

/// Every way to find a range from what calibration saw.
[[nodiscard]] std::vector<quant::CalibrationMethod> calibrationMethods();

} // namespace quantoscope::session
