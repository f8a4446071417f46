// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the files that read and check schemes.
#pragma once

#include <string>
#include <string_view>

namespace quantoscope::quant {

inline constexpr std::string_view kLegalPrecisions =
    "INT1 to INT8, INT16, TERNARY, FP4E2M1, FP8E4M3, FP8E5M2, BF16, FP16 and FP32";

[[nodiscard]] inline bool isLegalWidth(int bits, int smallest)
{
    return (bits >= smallest && bits <= 8) || bits == 16;
}

[[nodiscard]] inline std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char& c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return upper;
}

} // namespace quantoscope::quant
