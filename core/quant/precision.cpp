// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/precision.h"

#include "core/quant/legal_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace quantoscope::quant {

namespace {

constexpr std::array<std::pair<NumberFormat, std::string_view>, 7> kFormatNames{{
    {NumberFormat::Float32, "FP32"},
    {NumberFormat::Float16, "FP16"},
    {NumberFormat::BFloat16, "BF16"},
    {NumberFormat::Float8E4M3, "FP8E4M3"},
    {NumberFormat::Float8E5M2, "FP8E5M2"},
    {NumberFormat::Float4E2M1, "FP4E2M1"},
    {NumberFormat::Ternary, "TERNARY"},
}};

constexpr std::array<std::pair<std::string_view, NumberFormat>, 3> kShortNames{{
    {"32", NumberFormat::Float32},
    {"FP8", NumberFormat::Float8E4M3},
    {"FP4", NumberFormat::Float4E2M1},
}};

Precision precisionOf(NumberFormat format)
{
    return {format, Precision{format, 0}.bits()};
}

std::optional<int> readWidth(std::string_view digits)
{
    if (digits.empty() || digits.size() > 2 || digits.front() == '0' ||
        digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    int width = 0;
    for (const char digit : digits) {
        width = width * 10 + (digit - '0');
    }
    return width;
}

} // namespace

bool Precision::hasScale() const
{
    return format != NumberFormat::Float32 && format != NumberFormat::Float16 &&
           format != NumberFormat::BFloat16;
}

int Precision::bits() const
{
    switch (format) {
    case NumberFormat::Float32:
        return 32;
    case NumberFormat::Float16:
    case NumberFormat::BFloat16:
        return 16;
    case NumberFormat::Float8E4M3:
    case NumberFormat::Float8E5M2:
        return 8;
    case NumberFormat::Float4E2M1:
        return 4;
    case NumberFormat::Ternary:
        return 2;
    case NumberFormat::Integer:
        break;
    }
    return integerBits;
}

std::string toString(const Precision& precision)
{
    if (precision.isInteger()) {
        return "INT" + std::to_string(precision.integerBits);
    }
    const auto found =
        std::ranges::find(kFormatNames, precision.format, [](const auto& e) { return e.first; });
    return std::string(found->second);
}

Result<Precision> parsePrecision(std::string_view text)
{
    const std::string upper = upperCase(text);
    for (const auto& [format, name] : kFormatNames) {
        if (upper == name) {
            return precisionOf(format);
        }
    }
    for (const auto& [name, format] : kShortNames) {
        if (upper == name) {
            return precisionOf(format);
        }
    }
    std::string_view digits = upper;
    if (digits.starts_with("INT")) {
        digits.remove_prefix(3);
    }
    const std::optional<int> width = readWidth(digits);
    if (width && *width <= kWidestInteger) {
        return Precision::integer(*width);
    }
    return fail(ErrorCode::InvalidArgument, "\"" + std::string(text) +
                                                "\" is not a precision; use one of INT1 to INT16, "
                                                "TERNARY, FP4E2M1, FP8E4M3, FP8E5M2, BF16, FP16 "
                                                "and FP32");
}

} // namespace quantoscope::quant
