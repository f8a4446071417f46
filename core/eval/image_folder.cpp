// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/image_folder.h"

#include "core/eval/text_lines.h"

#include <algorithm>
#include <array>

namespace quantoscope::eval {
namespace {

namespace fs = std::filesystem;

fs::path withoutLastSeparator(const fs::path& folder)
{
    std::error_code error;
    fs::path absolute = fs::absolute(folder, error);
    absolute = (error ? folder : absolute).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

bool isHidden(const fs::path& path)
{
    return utf8FromPath(path.filename()).starts_with('.');
}

/// Adds the pictures below the root; stops at the first error of the file system.
std::error_code collect(ImageFolder& folder)
{
    std::error_code error;
    fs::recursive_directory_iterator entry(folder.root,
                                           fs::directory_options::follow_directory_symlink, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const fs::path& path = entry->path();
        std::error_code ignored; // a broken link is neither a folder nor a file
        if (isHidden(path)) {
            entry.disable_recursion_pending();
        } else if (entry->is_directory(ignored)) {
            if (entry.depth() == 0) {
                folder.subFolders.push_back(utf8FromPath(path.filename()));
            }
        } else if (entry->is_regular_file(ignored) && isPictureName(utf8FromPath(path))) {
            folder.pictures.push_back({path, utf8FromPath(path.lexically_relative(folder.root))});
        }
    }
    return error;
}

} // namespace

bool isPictureName(std::string_view name)
{
    constexpr std::array<std::string_view, 5> kEndings{".jpg", ".jpeg", ".png", ".bmp", ".webp"};
    const std::string lower = lowerCase(name);
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

Result<ImageFolder> listImageFolder(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        return fail(ErrorCode::FileNotFound, "there is no such folder of pictures",
                    utf8FromPath(path));
    }
    ImageFolder folder;
    folder.root = withoutLastSeparator(path);
    error = collect(folder);
    if (error) {
        return fail(ErrorCode::FileNotFound, "the folder cannot be listed: " + error.message(),
                    utf8FromPath(path));
    }
    if (folder.pictures.empty()) {
        return fail(ErrorCode::InvalidData,
                    std::string("the folder holds no pictures; looked for files ending in ") +
                        kPictureEndings,
                    utf8FromPath(path));
    }
    std::sort(folder.pictures.begin(), folder.pictures.end(),
              [](const auto& a, const auto& b) { return a.displayName < b.displayName; });
    std::sort(folder.subFolders.begin(), folder.subFolders.end());
    return folder;
}

} // namespace quantoscope::eval
