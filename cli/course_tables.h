// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/calibration_course.h"

#include <ostream>
#include <string>

namespace quantoscope::cli {

/// One row a tensor with the ranges after all pictures, or, where `byCount`, a table for each
/// tensor with one row a number of pictures.
void printRanges(std::ostream& out, const session::CalibrationCourse& course, bool byCount);
/// One row a number of pictures. \param method the configuration's, in words
void printResults(std::ostream& out, const session::CalibrationCourse& course,
                  const std::string& method);

/// "tensor,images,method,low,high", one row for each of them.
[[nodiscard]] std::string courseCsv(const session::CalibrationCourse& course);
/// {"counts": [..], "methods": [..], "tensors": [{"name", "ranges": [count][method] [low, high]}],
/// "results": [{"images", "top1", "top5", "agreement", "sqnrDb"}], "seconds"}.
[[nodiscard]] std::string courseJson(const session::CalibrationCourse& course);

} // namespace quantoscope::cli
