// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/calibration_course.h"

namespace quantoscope::session {

std::vector<std::int64_t> courseCounts(std::int64_t images)
{
    std::vector<std::int64_t> counts;
    for (std::int64_t count = 1; count < images; count *= 2) {
        counts.push_back(count);
    }
    if (images > 0) {
        counts.push_back(images);
    }
    return counts;
}

std::vector<quant::CalibrationMethod> calibrationMethods()
{
    using enum quant::CalibrationMethod;
    return {MinMax, MovingAverage, Percentile, Mse, Entropy, PNorm};
}

} // namespace quantoscope::session
