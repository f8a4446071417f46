// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/label_file.h"

#include "core/eval/class_names.h"
#include "core/eval/label_row.h"
#include "core/eval/picture_finder.h"
#include "core/eval/text_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quantoscope::eval {
namespace {

using Columns = std::vector<std::string>;

/// Where the two columns lie.
struct Layout
{
    Separator separator = Separator::Comma;
    std::size_t columnCount = 2;
    std::size_t file = 0;
    std::size_t label = 1;
};

constexpr std::array<std::string_view, 8> kFileColumns{
    "file", "filename", "file_name", "image", "image_name", "path", "picture", "name"};
constexpr std::array<std::string_view, 8> kLabelColumns{
    "label", "class", "class_id", "class_index", "category", "target", "label_id", "class_name"};

template <std::size_t Count>
std::optional<std::size_t> findColumn(const Columns& header,
                                      const std::array<std::string_view, Count>& names)
{
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (lowerCase(header[i]) == name) {
                return i;
            }
        }
    }
    return std::nullopt;
}

/// A row in which nothing looks like a picture or a number names the columns.
bool isHeader(const Columns& row)
{
    return row.size() >= 2 && std::none_of(row.begin(), row.end(), [](const std::string& each) {
               return isPictureName(each) || parseInteger(each);
           });
}

bool isSkipped(const std::string& line)
{
    return line.empty() || line.front() == '#';
}

std::string quotedList(const Columns& columns)
{
    std::string text;
    for (const std::string& each : columns) {
        text += (text.empty() ? "'" : ", '") + each + "'";
    }
    return text;
}

/// Reads the rows one by one into labels.
class LabelReader
{
public:
    LabelReader(const std::filesystem::path& file, const ImageFolder& folder,
                std::span<const std::string> classNames)
        : m_name(utf8FromPath(file)), m_folder(folder), m_classNames(classNames),
          m_finder(folder, file.parent_path()), m_labels(folder.pictures.size()),
          m_rows(folder.pictures.size(), 0)
    {
    }

    Result<std::vector<std::optional<int>>> read(const std::vector<std::string>& lines)
    {
        std::size_t row = 0;
        while (row < lines.size() && isSkipped(lines[row])) {
            ++row;
        }
        if (row < lines.size()) {
            const Result<bool> header = setLayout(lines[row], row + 1);
            if (!header) {
                return failFrom(header);
            }
            row += *header ? 1 : 0;
        }
        bool hasRows = false;
        for (; row < lines.size(); ++row) {
            if (isSkipped(lines[row])) {
                continue;
            }
            hasRows = true;
            if (const Status added = add(lines[row], row + 1); !added) {
                return failFrom(added);
            }
        }
        if (!hasRows) {
            return fail(ErrorCode::InvalidData, "there are no rows; expected \"file, label\"",
                        m_name);
        }
        return m_labels;
    }

private:
    /// True when the row is a header and holds no label.
    Result<bool> setLayout(const std::string& line, std::size_t row)
    {
        m_layout.separator = separatorOf(line);
        const Columns columns = splitRow(line, m_layout.separator);
        if (!isHeader(columns) || m_finder.find(columns.front())) {
            return false;
        }
        m_layout.columnCount = columns.size();
        const auto file = findColumn(columns, kFileColumns);
        const auto label = findColumn(columns, kLabelColumns);
        if (columns.size() > 2 && (!file || !label)) {
            return fail(ErrorCode::InvalidData,
                        "the header has the columns " + quotedList(columns) +
                            "; expected one called 'file' and one called 'label'",
                        place(row));
        }
        m_layout.file = file.value_or(label == std::size_t{0} ? 1 : 0);
        m_layout.label = label.value_or(1 - m_layout.file);
        return true;
    }

    Status add(const std::string& line, std::size_t row)
    {
        const Columns columns = splitRow(line, m_layout.separator);
        if (columns.size() != m_layout.columnCount) {
            return fail(ErrorCode::InvalidData,
                        "'" + line + "' has " + std::to_string(columns.size()) +
                            (columns.size() == 1 ? " column" : " columns") + "; expected " +
                            std::to_string(m_layout.columnCount) + ": file and label",
                        place(row));
        }
        const Result<std::size_t> picture = m_finder.find(columns[m_layout.file]);
        if (!picture) {
            return fail(ErrorCode::InvalidData, picture.error().message, place(row));
        }
        const Result<int> label = classIndexOf(columns[m_layout.label], m_classNames);
        if (!label) {
            return fail(ErrorCode::InvalidData, label.error().message, place(row));
        }
        return setLabel(*picture, *label, row);
    }

    Status setLabel(std::size_t picture, int label, std::size_t row)
    {
        if (m_labels[picture] && *m_labels[picture] != label) {
            return fail(ErrorCode::InvalidData,
                        "'" + m_folder.pictures[picture].displayName + "' has label " +
                            std::to_string(label) + " here and label " +
                            std::to_string(*m_labels[picture]) + " in row " +
                            std::to_string(m_rows[picture]) + "; expected one label a picture",
                        place(row));
        }
        m_labels[picture] = label;
        m_rows[picture] = row;
        return {};
    }

    [[nodiscard]] std::string place(std::size_t row) const
    {
        return m_name + ":" + std::to_string(row);
    }

    std::string m_name;
    const ImageFolder& m_folder;
    std::span<const std::string> m_classNames;
    PictureFinder m_finder;
    Layout m_layout;
    std::vector<std::optional<int>> m_labels;
    std::vector<std::size_t> m_rows; ///< where each label was found
};

} // namespace

Result<std::vector<std::optional<int>>> readLabels(const std::filesystem::path& file,
                                                   const ImageFolder& folder,
                                                   std::span<const std::string> classNames)
{
    const Result<std::vector<std::string>> lines = readTextLines(file, "labels file");
    if (!lines) {
        return failFrom(lines);
    }
    return LabelReader(file, folder, classNames).read(*lines);
}

} // namespace quantoscope::eval
