// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/report.h"

#include <filesystem>

namespace quantoscope::gui {

/// Writes a report as PDF, A4; written beside and renamed. For a background thread.
[[nodiscard]] Status writePdfReport(const session::Report& report,
                                    const std::filesystem::path& file);

/// A picture, at most `side` pixels wide and high, as JPEG in a "data:" address; empty when it
/// cannot be read. Any thread.
[[nodiscard]] std::string thumbnailAddress(const std::filesystem::path& file, int side);

} // namespace quantoscope::gui
