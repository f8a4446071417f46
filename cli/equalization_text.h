// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/bias_absorption.h"
#include "core/session/equalization.h"
#include "core/session/smoothing.h"

#include <string>

namespace quantoscope::cli {

/// What was equalized and what not, with the reason, and the noise of the weights before and after.
[[nodiscard]] std::string equalizationText(const session::EqualizationReport& report);
/// What was smoothed with the ranges of its activations, and what not with the reason.
[[nodiscard]] std::string smoothingText(const session::SmoothingReport& report);
/// Which biases were absorbed and which not, with the reason, and what that does to FP32.
[[nodiscard]] std::string absorptionText(const session::AbsorptionReport& report);

} // namespace quantoscope::cli
