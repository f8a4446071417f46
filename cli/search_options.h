// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/exploration.h"

#include <map>
#include <string>
#include <vector>

namespace quantoscope::cli {

/// "avg-bits=4", "size=BYTES" (also with KiB or MiB), "bops=N", "drop=POINTS" (percentage points of
/// top-1).
[[nodiscard]] Result<session::SearchBudget> parseBudget(const std::string& text);

/// "LAYER=BITS" each, split at the last '=', because names may hold one themselves.
[[nodiscard]] Result<std::map<std::string, int>> parsePins(const std::vector<std::string>& texts);

} // namespace quantoscope::cli
