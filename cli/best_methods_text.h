// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/best_methods.h"

#include <string>

namespace quantoscope::cli {

/// What was tried, what it did, and what was kept.
[[nodiscard]] std::string bestMethodsText(const session::BestReport& report);

} // namespace quantoscope::cli
