// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a report as HTML.
#pragma once

#include "core/session/report.h"

#include <string>

namespace quantoscope::session {

/// Browsers know everything; what prints pages knows tables.
enum class Medium { Screen, Paper };

[[nodiscard]] std::string escaped(const std::string& text);
[[nodiscard]] std::string cards(const Report& report, Medium medium); ///< the main figures
[[nodiscard]] std::string facts(const Report& report);                ///< what was measured on what
[[nodiscard]] std::string triedTable(const Report& report);           ///< empty without any
[[nodiscard]] std::string layerTable(const Report& report, Medium medium);
[[nodiscard]] std::string changedPredictions(const Report& report); ///< with their pictures

} // namespace quantoscope::session
