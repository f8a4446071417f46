// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eval/image.h"

namespace quantoscope::eval {

/// Decodes with Qt's image plugins; the format is told from the content, not from the name.
/// EXIF orientation is applied, colour profiles are not (as Pillow and OpenCV). Grey, palette,
/// CMYK and 16-bit pictures become 8-bit RGB. Pictures up to 1 GiB decoded. Thread-safe.
/// Errors: FileNotFound; FileUnreadable for a damaged, truncated or unknown picture.
class QtImageDecoder : public ImageDecoder
{
public:
    QtImageDecoder();
    [[nodiscard]] Result<Image> decode(const std::filesystem::path& file) const override;
};

} // namespace quantoscope::eval
