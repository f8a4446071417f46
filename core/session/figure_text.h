// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace quantoscope::session {

// Figures in words, the same in the report and on the terminal.

/// A number with a fixed count of decimals, '.' as the decimal sign.
[[nodiscard]] std::string fixed(double value, int decimals);
/// A fraction as "87.65 %", "-" when empty.
[[nodiscard]] std::string percent(const std::optional<double>& fraction);
/// "1,234,567".
[[nodiscard]] std::string grouped(std::int64_t value);
/// "812 B", "3.4 KiB", "12.5 MiB".
[[nodiscard]] std::string bytesText(std::int64_t bytes);
/// "1.2 k", "385.9 M", "4.1 G", for counts such as MACs.
[[nodiscard]] std::string countText(std::int64_t count);
/// SQNR with one decimal; "exact" where nothing differs, "-" when empty.
[[nodiscard]] std::string decibels(const std::optional<double>& sqnrDb);

} // namespace quantoscope::session
