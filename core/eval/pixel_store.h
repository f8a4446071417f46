// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace quantoscope::eval {

/// Fitted pictures of one size, 8 bits a value. Up to kMostInMemory bytes lie in memory; more lie
/// in a file without a name in the folder for temporary files (TMPDIR, else /var/tmp), so that
/// memory does not grow with the number of pictures. Different pictures may be written, and all be
/// read, by several threads at once.
class PixelStore
{
public:
    static constexpr std::size_t kMostInMemory = std::size_t{16} << 20;

    /// \param size bytes of a picture
    /// Errors: OutOfMemory where neither the file nor memory has room for that many.
    [[nodiscard]] static Result<std::unique_ptr<PixelStore>>
    create(std::size_t count, std::size_t size, std::size_t mostInMemory = kMostInMemory);
    /// In memory, however large.
    PixelStore(std::vector<std::uint8_t> pixels, std::size_t size);
    ~PixelStore();
    PixelStore(const PixelStore&) = delete;
    PixelStore& operator=(const PixelStore&) = delete;

    [[nodiscard]] std::size_t pictureSize() const { return m_size; }
    [[nodiscard]] bool isInMemory() const { return m_file < 0; }
    /// Errors: FileUnwritable, InvalidData, where the file cannot be written or read.
    [[nodiscard]] Status write(std::size_t picture, std::span<const std::uint8_t> pixels);
    [[nodiscard]] Status read(std::size_t picture, std::span<std::uint8_t> pixels) const;

private:
    std::size_t m_size = 0;
    std::vector<std::uint8_t> m_pixels;
    int m_file = -1;
};

} // namespace quantoscope::eval
