// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quantoscope::eval {

enum class ResizeFilter {
    Bilinear,
    Bicubic
}; ///< as Pillow: antialiased, on 8-bit values, bit-exact

/// A rectangle of pixels.
struct PixelWindow
{
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// 8-bit pixels somebody else owns, row-major, `channels` interleaved values a pixel.
struct PixelView
{
    int width = 0;
    int height = 0;
    int channels = 0;
    std::span<const std::uint8_t> values;
};

/// What a picture is scaled to, and which part of the result is wanted.
struct ResampleRequest
{
    int width = 0; ///< of the whole scaled picture, at least 1
    int height = 0;
    PixelWindow window; ///< inside width x height
    ResizeFilter filter = ResizeFilter::Bilinear;
};

/// The window of the scaled picture, [window.height, window.width, channels], equal bit for bit to
/// the same window of Pillow's Image.resize on mode L or RGB (horizontal pass, then vertical, both
/// rounded to 8 bits; 22-bit fixed-point weights; support widened by the reduction factor).
///
/// Pillow 13 scales vertically first when the height shrinks by more than twice what the width
/// does, which moves the rounding between the passes (1 of 500 photos at short side 256, up to 7
/// levels with bicubic). This is the order of Pillow up to 12, with which models in use were
/// trained and measured.
///
/// Own code because OpenVINO's *_PILLOW interpolation is not exact on 8-bit pictures (0.8 % of the
/// values differ by up to 2 with bilinear, 0.03 % by 1 with bicubic, on 40 photos scaled to a short
/// side of 256) and compiles for seconds for each new picture size.
/// Source: Pillow, src/libImaging/Resample.c, the algorithm.
[[nodiscard]] std::vector<std::uint8_t> resample(const PixelView& source,
                                                 const ResampleRequest& request);

} // namespace quantoscope::eval
