// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/class_names.h"

#include "core/eval/text_lines.h"

#include <algorithm>
#include <limits>

namespace quantoscope::eval {
namespace {

std::string indexRange(std::span<const std::string> classNames)
{
    return classNames.empty() ? "a class index from 0"
                              : "a class index from 0 to " + std::to_string(classNames.size() - 1);
}

Result<int> indexOfName(const std::string& label, std::span<const std::string> classNames)
{
    const auto found = std::find(classNames.begin(), classNames.end(), label);
    if (found == classNames.end()) {
        return fail(
            ErrorCode::InvalidData,
            "label '" + label + "' is not a class; expected " + indexRange(classNames) +
                (classNames.empty() ? " (names need a file of class names)" : " or a class name"));
    }
    const auto again = std::find(found + 1, classNames.end(), label);
    const auto index = found - classNames.begin();
    if (again != classNames.end()) {
        return fail(ErrorCode::InvalidData, "label '" + label + "' names both class " +
                                                std::to_string(index) + " and class " +
                                                std::to_string(again - classNames.begin()) +
                                                "; give the class index");
    }
    return static_cast<int>(index);
}

} // namespace

Result<std::vector<std::string>> readClassNames(const std::filesystem::path& file)
{
    Result<std::vector<std::string>> lines = readTextLines(file, "file of class names");
    if (!lines) {
        return lines;
    }
    while (!lines->empty() && lines->back().empty()) {
        lines->pop_back();
    }
    if (lines->empty()) {
        return fail(ErrorCode::InvalidData, "the file holds no class names; expected one a line",
                    utf8FromPath(file));
    }
    const auto blank = std::find(lines->begin(), lines->end(), std::string{});
    if (blank != lines->end()) {
        return fail(ErrorCode::InvalidData, "the line is blank; expected one class name a line",
                    utf8FromPath(file) + ":" + std::to_string(blank - lines->begin() + 1));
    }
    return lines;
}

Result<int> classIndexOf(const std::string& label, std::span<const std::string> classNames)
{
    const std::optional<int> index = parseInteger(label);
    if (!index) {
        return indexOfName(label, classNames);
    }
    const std::size_t count =
        classNames.empty() ? std::numeric_limits<int>::max() : classNames.size();
    if (*index < 0 || static_cast<std::size_t>(*index) >= count) {
        return fail(ErrorCode::InvalidData,
                    "label " + label + " is out of range; expected " + indexRange(classNames));
    }
    return *index;
}

} // namespace quantoscope::eval
