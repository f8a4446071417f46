// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::eval {

/// One name a line, the class index is the line's position from 0. Blank lines at the end are
/// ignored. Errors: FileNotFound; InvalidData for an empty file or a blank line between names.
[[nodiscard]] Result<std::vector<std::string>> readClassNames(const std::filesystem::path& file);

/// Index of the class that a label means: a class index, or the name of a class when names are
/// known. Errors (without a place, which the caller knows): InvalidData for a negative index, one
/// beyond the names, an unknown name, and a name that several classes share.
[[nodiscard]] Result<int> classIndexOf(const std::string& label,
                                       std::span<const std::string> classNames);

} // namespace quantoscope::eval
