// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/label_row.h"

#include "core/eval/text_lines.h"

#include <array>

namespace quantoscope::eval {
namespace {

/// Position of the first `wanted` outside quotes from `start` on, or the row's end.
std::size_t findOutsideQuotes(std::string_view row, char wanted, std::size_t start = 0)
{
    bool isQuoted = false;
    for (std::size_t i = start; i < row.size(); ++i) {
        if (row[i] == '"') {
            isQuoted = !isQuoted;
        } else if (row[i] == wanted && !isQuoted) {
            return i;
        }
    }
    return row.size();
}

std::string unquoted(std::string_view text)
{
    text = trimmed(text);
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
        return std::string(text);
    }
    text = text.substr(1, text.size() - 2);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        const bool isDoubled = text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"';
        i += isDoubled ? 1 : 0;
    }
    return result;
}

std::vector<std::string> splitAtBlank(std::string_view row)
{
    row = trimmed(row);
    std::size_t cut = findOutsideQuotes(row, ' ');
    const std::size_t last = row.rfind(' ');
    if (last != std::string_view::npos && parseInteger(row.substr(last + 1))) {
        cut = last;
    }
    if (cut >= row.size()) {
        return {unquoted(row)};
    }
    return {unquoted(row.substr(0, cut)), unquoted(row.substr(cut + 1))};
}

} // namespace

Separator separatorOf(std::string_view row)
{
    for (const Separator each : {Separator::Tab, Separator::Semicolon, Separator::Comma}) {
        if (findOutsideQuotes(row, static_cast<char>(each)) < row.size()) {
            return each;
        }
    }
    return Separator::Blank;
}

std::vector<std::string> splitRow(std::string_view row, Separator separator)
{
    if (separator == Separator::Blank) {
        return splitAtBlank(row);
    }
    std::vector<std::string> columns;
    std::size_t start = 0;
    while (start <= row.size()) {
        const std::size_t end = findOutsideQuotes(row, static_cast<char>(separator), start);
        columns.push_back(unquoted(row.substr(start, end - start)));
        start = end + 1;
    }
    return columns;
}

} // namespace quantoscope::eval
