// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/text_table.h"

#include <algorithm>
#include <utility>

namespace quantoscope::cli {

namespace {

/// Code points of UTF-8 text, which is what most terminals give one cell each.
std::size_t displayWidth(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

void TextTable::addColumn(std::string title, Align align)
{
    const std::size_t width = displayWidth(title);
    m_columns.push_back({std::move(title), align, width});
}

void TextTable::addRow(std::vector<std::string> cells)
{
    cells.resize(m_columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        m_columns[i].width = std::max(m_columns[i].width, displayWidth(cells[i]));
    }
    m_rows.push_back(std::move(cells));
}

void TextTable::printRow(std::ostream& out, const std::vector<std::string>& cells) const
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string fill(m_columns[i].width - displayWidth(cells[i]), ' ');
        line += i > 0 ? "  " : "";
        line += m_columns[i].align == Align::Left ? cells[i] + fill : fill + cells[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
}

void TextTable::print(std::ostream& out) const
{
    std::vector<std::string> titles;
    std::vector<std::string> lines;
    for (const Column& column : m_columns) {
        titles.push_back(column.title);
        lines.emplace_back(column.width, '-');
    }
    if (std::ranges::any_of(titles, [](const std::string& title) { return !title.empty(); })) {
        printRow(out, titles);
        printRow(out, lines);
    }
    for (const auto& row : m_rows) {
        printRow(out, row);
    }
}

} // namespace quantoscope::cli
