// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/text_lines.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace quantoscope::eval {

Result<std::vector<std::string>> readTextLines(const std::filesystem::path& file,
                                               const std::string& what)
{
    std::error_code error;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, error)) {
        return fail(ErrorCode::FileNotFound, "the " + what + " cannot be opened",
                    utf8FromPath(file));
    }
    std::ostringstream content;
    content << stream.rdbuf();
    const std::string text = content.str();
    if (text.find('\0') != std::string::npos) {
        return fail(ErrorCode::InvalidData,
                    "the " + what + " is not UTF-8 text; save it as UTF-8 (CSV or plain text)",
                    utf8FromPath(file));
    }
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::istringstream rest(text.substr(text.starts_with(kByteOrderMark) ? 3 : 0));
    std::vector<std::string> lines;
    for (std::string line; std::getline(rest, line);) {
        lines.emplace_back(trimmed(line));
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<int> parseInteger(std::string_view text)
{
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    const bool isWhole = error == std::errc{} && stopped == end && !text.empty();
    return isWhole ? std::optional(value) : std::nullopt;
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return result;
}

std::filesystem::path pathFromUtf8(std::string_view text)
{
    return {std::u8string(text.begin(), text.end())};
}

std::string utf8FromPath(const std::filesystem::path& path)
{
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace quantoscope::eval
