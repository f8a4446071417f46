// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"

#include <QString>

namespace quantoscope::gui {

/// Whether its points' figures are of calibration pictures, the validation pictures only checking.
[[nodiscard]] bool judgesByCalibration(const session::SearchReport& report);
/// What a search and its points are called, in words.
[[nodiscard]] QString originText(session::SearchPoint::Origin origin);
[[nodiscard]] QString originHelp(session::SearchPoint::Origin origin);
[[nodiscard]] QString budgetText(const session::SearchBudget& budget); ///< "4 bits on average"
[[nodiscard]] QString averageBitsText(double bits);                    ///< "4.02"
[[nodiscard]] QString bopsText(double bops);                           ///< "12.3 G"
/// "−0.4 ± 0.6" points; without labels the agreement with FP32 that a difference to 1 leaves.
[[nodiscard]] QString differenceText(const search::Interval& againstFloat, bool hasLabels);
/// The figures of a point, in lines of rich text.
[[nodiscard]] QString pointToolTip(const session::SearchReport& report, std::size_t index);
/// What is running or done, on how many images, how far, and what it took.
[[nodiscard]] QString searchStatus(const session::SearchReport& report, bool isRunning);

} // namespace quantoscope::gui
