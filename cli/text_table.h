// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace quantoscope::cli {

/// Columns of text, aligned with spaces.
class TextTable
{
public:
    enum class Align { Left, Right };

    void addColumn(std::string title, Align align);
    /// One text a column; a longer row is cut, a shorter one filled with nothing.
    void addRow(std::vector<std::string> cells);
    /// Titles, a line under them unless all are empty, then the rows.
    void print(std::ostream& out) const;

private:
    struct Column
    {
        std::string title;
        Align align;
        std::size_t width;
    };
    void printRow(std::ostream& out, const std::vector<std::string>& cells) const;

    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace quantoscope::cli
