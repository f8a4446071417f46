// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace quantoscope::eval {

/// 8-bit RGB picture, row-major, interleaved, 3 bytes a pixel, upright (EXIF orientation applied).
struct Image
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

/// Decodes picture files. Implementations are thread-safe.
class ImageDecoder
{
public:
    virtual ~ImageDecoder() = default;
    /// JPEG, PNG, BMP, WebP. Transparent pixels lie on black. Errors name the file.
    [[nodiscard]] virtual Result<Image> decode(const std::filesystem::path& file) const = 0;
};

} // namespace quantoscope::eval
