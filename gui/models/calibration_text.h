// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <QString>

namespace quantoscope::gui {

/// "percentile 99.9".
[[nodiscard]] QString calibrationText(const quant::Calibration& calibration);
/// Name of a calibration method and what it does, in a sentence.
[[nodiscard]] QString calibrationText(quant::CalibrationMethod method);
[[nodiscard]] QString calibrationHelp(quant::CalibrationMethod method);

} // namespace quantoscope::gui
