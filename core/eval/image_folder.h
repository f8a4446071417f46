// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quantoscope::eval {

/// A picture file of a folder.
struct PictureFile
{
    std::filesystem::path file;
    std::string displayName; ///< path relative to the folder, '/' between folders, UTF-8
};

/// The pictures of a folder and its sub-folders. Hidden files and folders are left out.
struct ImageFolder
{
    std::filesystem::path root;          ///< absolute, without a separator at the end
    std::vector<PictureFile> pictures;   ///< sorted by displayName (bytewise)
    std::vector<std::string> subFolders; ///< names right below the root, sorted (bytewise)
};

/// Endings looked for, for messages.
inline constexpr const char* kPictureEndings = ".jpg, .jpeg, .png, .bmp, .webp";

/// True for a name that ends like a picture, in upper or lower case.
[[nodiscard]] bool isPictureName(std::string_view name);

/// Lists a folder by file names; nothing is opened. Errors: FileNotFound when it is no readable
/// folder; InvalidData when it holds no pictures.
[[nodiscard]] Result<ImageFolder> listImageFolder(const std::filesystem::path& folder);

} // namespace quantoscope::eval
