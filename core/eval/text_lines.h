// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::eval {

/// The lines of a UTF-8 text file, without a byte order mark, line ends (LF or CRLF) and blanks at
/// either end. `what` names the kind of file in errors.
/// Errors: FileNotFound; InvalidData for UTF-16 or binary content.
[[nodiscard]] Result<std::vector<std::string>> readTextLines(const std::filesystem::path& file,
                                                             const std::string& what);

/// Without white space at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The whole text as a decimal integer, or nothing.
[[nodiscard]] std::optional<int> parseInteger(std::string_view text);

/// ASCII letters in lower case.
[[nodiscard]] std::string lowerCase(std::string_view text);

/// A path from UTF-8 text and back, '/' between folders, whatever the system's own encoding.
[[nodiscard]] std::filesystem::path pathFromUtf8(std::string_view text);
[[nodiscard]] std::string utf8FromPath(const std::filesystem::path& path);

} // namespace quantoscope::eval
