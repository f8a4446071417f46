// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/calibration_choice.h"

namespace quantoscope::session {

bool isSameButForCalibration(const DataInfo& open, const DataRequest& wanted)
{
    if (wanted.validation != open.request.validation) {
        return false;
    }
    return wanted.customPreprocess
               ? *wanted.customPreprocess == open.validation->preprocess()
               : !open.request.customPreprocess && wanted.preprocess == open.request.preprocess;
}

bool isSameCalibration(const DataRequest& first, const DataRequest& second)
{
    const bool draws = first.calibrationChoice != eval::SampleChoice::First;
    return first.calibrationImages == second.calibrationImages &&
           first.calibrationLimit == second.calibrationLimit &&
           first.calibrationChoice == second.calibrationChoice &&
           (!draws || first.calibrationSeed == second.calibrationSeed);
}

} // namespace quantoscope::session
