// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/eval/image_folder.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::eval {

/// Reads "file, label" rows and gives each picture of the folder its class index, in the folder's
/// order; empty for pictures that no row names.
///
/// Separators: tab, semicolon, comma or blanks, told from the first row. Names may be quoted ("" is
/// a quote inside). A header row may name the columns (file, label, ...). Blank lines and lines
/// that start with # are skipped. A file is looked for below the pictures' folder, then below the
/// labels file's own folder, then by its base name. A label is a class index or a class name.
/// Errors: FileNotFound; InvalidData naming "file:row", what it holds and what was expected, for a
/// row without two columns, a file that is not there or not unique, a wrong label, and two rows
/// that give one picture different labels.
[[nodiscard]] Result<std::vector<std::optional<int>>>
readLabels(const std::filesystem::path& file, const ImageFolder& folder,
           std::span<const std::string> classNames);

} // namespace quantoscope::eval
