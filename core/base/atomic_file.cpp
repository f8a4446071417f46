// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace quantoscope {

namespace {

constexpr mode_t kUsualMode = 0666; // less what the user's umask takes away
constexpr mode_t kModeBits = 07777;

const char* advice(int reason)
{
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
        return "free some space or choose another place";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a folder that you may write to";
    case ENOENT:
    case ENOTDIR:
        return "make the folder first or choose one that exists";
    case EISDIR:
        return "this is a folder; name a file in it";
    case ENAMETOOLONG:
        return "choose a shorter name";
    default:
        return "choose another place";
    }
}

tl::unexpected<Error> unwritable(const std::filesystem::path& target, int reason)
{
    return fail(ErrorCode::FileUnwritable,
                "cannot be written: " + std::generic_category().message(reason) + "; " +
                    advice(reason),
                target.string());
}

/// A name beside `file` that no other writer uses at the same time.
std::filesystem::path nameBeside(const std::filesystem::path& file)
{
    static std::atomic<int> count{0};
    std::filesystem::path name = file;
    name += "." + std::to_string(getpid()) + "-" + std::to_string(count++) + ".part";
    return name;
}

int openForWriting(const std::filesystem::path& file, int flags)
{
    return ::open(file.c_str(), O_WRONLY | O_CLOEXEC | flags, kUsualMode);
}

} // namespace

AtomicFile::AtomicFile(Paths paths, int descriptor)
    : m_paths(std::move(paths)), m_descriptor(descriptor)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_paths(std::exchange(other.m_paths, {})), m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    std::swap(m_paths, other.m_paths);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& target)
{
    struct stat present{};
    const bool exists = ::stat(target.c_str(), &present) == 0;
    if (exists && S_ISDIR(present.st_mode)) {
        return unwritable(target, EISDIR);
    }
    if (exists && !S_ISREG(present.st_mode)) {
        const int descriptor = openForWriting(target, 0);
        return descriptor < 0 ? Result<AtomicFile>(unwritable(target, errno))
                              : AtomicFile({target, target, {}}, descriptor);
    }
    if (exists && ::access(target.c_str(), W_OK) != 0) {
        return unwritable(target, errno); // renaming would replace what is write-protected
    }
    std::error_code ignored;
    const std::filesystem::path resolved = std::filesystem::canonical(target, ignored);
    Paths paths{target, ignored ? target : resolved, {}};
    paths.partial = nameBeside(paths.place);
    const int descriptor = openForWriting(paths.partial, O_CREAT | O_EXCL);
    if (descriptor < 0) {
        return unwritable(target, errno);
    }
    AtomicFile file(std::move(paths), descriptor);
    if (exists && ::fchmod(descriptor, present.st_mode & kModeBits) != 0) {
        return unwritable(target, errno);
    }
    return file;
}

Status AtomicFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return failure(errno);
        }
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return {};
}

Status AtomicFile::commit()
{
    const bool direct = m_paths.partial.empty();
    if (!direct && ::fsync(m_descriptor) != 0 && errno != EINVAL) { // EINVAL: it knows no fsync
        return failure(errno);
    }
    if (::close(std::exchange(m_descriptor, -1)) != 0 && errno != EINTR) {
        return failure(errno);
    }
    if (!direct && ::rename(m_paths.partial.c_str(), m_paths.place.c_str()) != 0) {
        return failure(errno);
    }
    m_paths.partial.clear();
    return {};
}

void AtomicFile::discard()
{
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
    if (!m_paths.partial.empty()) {
        ::unlink(m_paths.partial.c_str());
        m_paths.partial.clear();
    }
}

Status AtomicFile::failure(int reason)
{
    discard();
    return unwritable(m_paths.named, reason);
}

Status writeFile(const std::filesystem::path& target, std::string_view bytes)
{
    auto file = AtomicFile::create(target);
    if (!file) {
        return failFrom(file);
    }
    if (Status written = file->write(bytes); !written) {
        return written;
    }
    return file->commit();
}

} // namespace quantoscope
