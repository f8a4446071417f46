// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/pixel_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace quantoscope::eval {
namespace {

/// /var/tmp lies on a disk where /tmp may lie in memory.
std::string temporaryFolder()
{
    const char* chosen = std::getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return chosen != nullptr && *chosen != '\0' ? chosen : "/var/tmp";
}

/// A file that is gone when it is closed, with room for so many bytes; -1 where there is none.
int openUnnamed(std::size_t bytes)
{
    std::string name = temporaryFolder() + "/quantoscope-XXXXXX";
    const int file = mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) {
        return -1;
    }
    unlink(name.c_str());
    if (posix_fallocate(file, 0, static_cast<off_t>(bytes)) != 0) {
        close(file);
        return -1;
    }
    return file;
}

std::string reason()
{
    return std::generic_category().message(errno);
}

} // namespace

Result<std::unique_ptr<PixelStore>> PixelStore::create(std::size_t count, std::size_t size,
                                                       std::size_t mostInMemory)
{
    const bool isFew = size == 0 || count <= mostInMemory / size;
    try {
        const int file = isFew || count > PTRDIFF_MAX / size ? -1 : openUnnamed(count * size);
        if (file < 0) {
            return std::make_unique<PixelStore>(std::vector<std::uint8_t>(count * size), size);
        }
        auto store = std::make_unique<PixelStore>(std::vector<std::uint8_t>(), size);
        store->m_file = file;
        return store;
    } catch (const std::exception&) { // bad_alloc, length_error
        return fail(ErrorCode::OutOfMemory, "no memory for " + std::to_string(count) +
                                                " pictures of " + std::to_string(size) +
                                                " bytes, and no room for them in " +
                                                temporaryFolder() + "; use fewer pictures");
    }
}

PixelStore::PixelStore(std::vector<std::uint8_t> pixels, std::size_t size)
    : m_size(size), m_pixels(std::move(pixels))
{
}

PixelStore::~PixelStore()
{
    if (m_file >= 0) {
        close(m_file);
    }
}

Status PixelStore::write(std::size_t picture, std::span<const std::uint8_t> pixels)
{
    assert(pixels.size() == m_size);
    if (m_file < 0) {
        std::ranges::copy(pixels, m_pixels.begin() + static_cast<std::ptrdiff_t>(picture * m_size));
        return {};
    }
    auto place = static_cast<off_t>(picture * m_size);
    while (!pixels.empty()) {
        const ssize_t written = pwrite(m_file, pixels.data(), pixels.size(), place);
        if (written <= 0 && errno != EINTR) {
            return fail(ErrorCode::FileUnwritable,
                        "prepared pictures cannot be written: " + reason() +
                            "; free some space, or name another folder in TMPDIR",
                        temporaryFolder());
        }
        const auto count = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
        pixels = pixels.subspan(count);
        place += static_cast<off_t>(count);
    }
    return {};
}

Status PixelStore::read(std::size_t picture, std::span<std::uint8_t> pixels) const
{
    assert(pixels.size() == m_size);
    if (m_file < 0) {
        std::copy_n(m_pixels.begin() + static_cast<std::ptrdiff_t>(picture * m_size), m_size,
                    pixels.begin());
        return {};
    }
    auto place = static_cast<off_t>(picture * m_size);
    while (!pixels.empty()) {
        const ssize_t got = pread(m_file, pixels.data(), pixels.size(), place);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return fail(ErrorCode::InvalidData,
                        "prepared pictures cannot be read back: " +
                            (got == 0 ? std::string("the file has become shorter") : reason()) +
                            "; open the pictures again",
                        temporaryFolder());
        }
        const auto count = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
        pixels = pixels.subspan(count);
        place += static_cast<off_t>(count);
    }
    return {};
}

} // namespace quantoscope::eval
