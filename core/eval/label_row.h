// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::eval {

/// What separates the columns of a labels file; Blank stands for any run of spaces.
enum class Separator : char { Tab = '\t', Semicolon = ';', Comma = ',', Blank = ' ' };

/// The first of tab, semicolon and comma that the row holds outside quotes, else Blank.
[[nodiscard]] Separator separatorOf(std::string_view row);

/// The row's columns without quotes and surrounding blanks. With Blank there are at most two: the
/// last word is the label when it is a number ("my photo.jpg 3"), else all behind the first word is
/// ("photo.jpg great white shark").
[[nodiscard]] std::vector<std::string> splitRow(std::string_view row, Separator separator);

} // namespace quantoscope::eval
