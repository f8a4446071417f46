// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace quantoscope::eval {

/// True when a JPEG or BMP file ends before its picture does. Decoders fill the missing part with
/// grey or black and report success, which would silently spoil an evaluation. Other formats:
/// false. Sources: ITU-T T.81 annex B (markers); BITMAPFILEHEADER and BITMAPINFOHEADER.
[[nodiscard]] bool isTruncated(std::span<const std::uint8_t> file);

} // namespace quantoscope::eval
