// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace quantoscope::gui {

/// Bit-widths in a text such as "8, 4 2", the widest first and each once; empty where the text
/// holds anything but integers that weights can have (1 to 8, and 16).
[[nodiscard]] std::vector<int> parseBitsList(const QString& text);

} // namespace quantoscope::gui
