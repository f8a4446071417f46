// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace quantoscope {

/// A file that appears under its name only when it is complete: it is written beside the name, made
/// safe on the disk and renamed. What was there before stays until then, and stays for good when
/// anything fails. A link is followed, permissions of a replaced file are kept; what is not a
/// regular file (a pipe, a device) is written to directly.
///
/// Every error is FileUnwritable, names the target and says what to do about the system's reason.
/// One thread at a time.
class AtomicFile
{
public:
    /// Starts writing beside `target`.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& target);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    /// Leaves nothing behind unless commit() succeeded.
    ~AtomicFile();

    /// Appends bytes.
    [[nodiscard]] Status write(std::string_view bytes);
    /// Waits until the bytes are on the disk (some file systems notice only then that it is full)
    /// and gives the file its name. Nothing can be written afterwards.
    [[nodiscard]] Status commit();

private:
    struct Paths
    {
        std::filesystem::path named;   ///< as the caller calls it, for messages
        std::filesystem::path place;   ///< what it is once links are followed
        std::filesystem::path partial; ///< empty once renamed, and for what is written directly
    };
    AtomicFile(Paths paths, int descriptor);
    void discard();
    [[nodiscard]] Status failure(int reason);

    Paths m_paths;
    int m_descriptor = -1;
};

/// Writes a whole file by an AtomicFile.
[[nodiscard]] Status writeFile(const std::filesystem::path& target, std::string_view bytes);

} // namespace quantoscope
