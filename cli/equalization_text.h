// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/equalization.h"

#include <string>

namespace quantoscope::cli {

/// What was equalized and what not, with the reason, and the noise of the weights before and after.
[[nodiscard]] std::string equalizationText(const session::EqualizationReport& report);

} // namespace quantoscope::cli
