// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <QString>

#include <vector>

namespace quantoscope::gui {

/// All calibration methods, in the order in which they are offered.
[[nodiscard]] const std::vector<quant::CalibrationMethod>& calibrationMethods();

/// Name of a calibration method and what it does, in a sentence.
[[nodiscard]] QString calibrationText(quant::CalibrationMethod method);
[[nodiscard]] QString calibrationHelp(quant::CalibrationMethod method);

} // namespace quantoscope::gui
