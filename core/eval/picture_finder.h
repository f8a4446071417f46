// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/eval/image_folder.h"

#include <filesystem>
#include <string>
#include <unordered_map>

namespace quantoscope::eval {

/// Finds the picture that a row of a labels file means.
class PictureFinder
{
public:
    /// `secondRoot` is where names are looked for when they are not below the pictures' folder.
    PictureFinder(const ImageFolder& folder, const std::filesystem::path& secondRoot);

    /// Position in the folder's pictures. InvalidData when there is none or the base name is not
    /// unique.
    [[nodiscard]] Result<std::size_t> find(std::string name) const;

private:
    static constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

    std::filesystem::path m_root;
    std::filesystem::path m_secondRoot;
    std::unordered_map<std::string, std::size_t> m_byPath;     ///< absolute path
    std::unordered_map<std::string, std::size_t> m_byBaseName; ///< kSeveral when not unique
};

} // namespace quantoscope::eval
