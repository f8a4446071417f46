// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/correction.h"

#include <string>

namespace quantoscope::cli {

/// What was corrected, how, and what was not.
[[nodiscard]] std::string correctionText(const session::CorrectionReport& report);
/// One line a layer.
[[nodiscard]] std::string correctionCsv(const session::CorrectionReport& report);

} // namespace quantoscope::cli
