// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the files that read and check schemes.
#pragma once

#include "core/base/result.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace quantoscope::quant {

inline constexpr std::string_view kLegalWeights =
    "INT1 to INT8, INT16, TERNARY, FP4E2M1, FP8E4M3, FP8E5M2, BF16, FP16 and FP32";

inline constexpr int kWidestInteger = 16;

[[nodiscard]] inline bool isLegalWeightWidth(int bits)
{
    return (bits >= 1 && bits <= 8) || bits == kWidestInteger;
}
[[nodiscard]] inline bool isLegalActivationWidth(int bits)
{
    return bits >= 2 && bits <= kWidestInteger;
}

[[nodiscard]] inline std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char& c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return upper;
}

/// The shortest digits that read back as the same number.
[[nodiscard]] inline std::string numberText(double number)
{
    std::array<char, 32> digits{};
    const auto [end, code] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return code == std::errc{} ? std::string(digits.data(), end) : std::string();
}

/// The number that the whole text is; empty where it is none.
template <typename T>
[[nodiscard]] std::optional<T> numberOf(std::string_view text)
{
    T value{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = code == std::errc{} && end == text.data() + text.size();
    return isWhole ? std::optional(value) : std::nullopt;
}

[[nodiscard]] inline bool isLegalPercentile(double percentile)
{
    return percentile > 50.0 && percentile <= 100.0;
}

/// "percentile:99.9" taken apart.
struct PercentileWords
{
    std::string_view method;
    bool hasNumber = false;           ///< something comes after a colon
    std::optional<double> percentile; ///< empty where that is no number
};

[[nodiscard]] inline PercentileWords percentileWords(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        return {text, false, std::nullopt};
    }
    return {text.substr(0, colon), true, numberOf<double>(text.substr(colon + 1))};
}

/// Refuses a number that is none, or stands where no percentile is.
/// \param kind what the words should have been: "a weight range"
[[nodiscard]] inline Status checkNumber(const PercentileWords& words, bool isPercentile,
                                        std::string_view text, std::string_view kind)
{
    if (!words.hasNumber || (isPercentile && words.percentile)) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                "\"" + std::string(text) + "\" is not " + std::string(kind) +
                    " with its setting; only a percentile has one, as in percentile:99.9");
}

} // namespace quantoscope::quant
