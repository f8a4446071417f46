// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/picture_finder.h"

#include "core/eval/text_lines.h"

#include <algorithm>

namespace quantoscope::eval {
namespace {

namespace fs = std::filesystem;

std::string key(const fs::path& path)
{
    return utf8FromPath(path.lexically_normal());
}

} // namespace

PictureFinder::PictureFinder(const ImageFolder& folder, const fs::path& secondRoot)
    : m_root(folder.root)
{
    std::error_code error;
    m_secondRoot = fs::absolute(secondRoot, error);
    for (std::size_t i = 0; i < folder.pictures.size(); ++i) {
        const fs::path& file = folder.pictures[i].file;
        m_byPath.emplace(key(file), i);
        const auto [entry, isNew] = m_byBaseName.emplace(utf8FromPath(file.filename()), i);
        entry->second = isNew ? i : kSeveral;
    }
}

Result<std::size_t> PictureFinder::find(std::string name) const
{
    std::replace(name.begin(), name.end(), '\\', '/');
    const fs::path relative = pathFromUtf8(name);
    for (const fs::path& root : {m_root, m_secondRoot}) {
        const auto found = m_byPath.find(key(root / relative));
        if (found != m_byPath.end()) {
            return found->second;
        }
    }
    const auto found = m_byBaseName.find(utf8FromPath(relative.filename()));
    if (found == m_byBaseName.end()) {
        return fail(ErrorCode::InvalidData, "there is no picture '" + name +
                                                "'; expected a file below " + utf8FromPath(m_root));
    }
    if (found->second == kSeveral) {
        return fail(ErrorCode::InvalidData, "several pictures are called '" + name +
                                                "'; expected the path below " +
                                                utf8FromPath(m_root));
    }
    return found->second;
}

} // namespace quantoscope::eval
