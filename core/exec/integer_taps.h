// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/integer_kernels.h"

namespace quantoscope::exec {

/// Where the taps of an output pixel lie, filled up to a multiple of 4.
struct Taps
{
    const std::uint8_t* at[kMostTaps + 3];
};

/// Static, not only inline: files for other processors have a copy of their own.
static inline void findTaps(const DepthwiseProduct& p, std::int32_t y, std::int32_t x, Taps& taps)
{
    const IntegerWindow& w = p.window;
    std::size_t count = 0;
    for (std::int32_t ky = 0; ky < w.kernelHeight; ++ky) {
        const std::int32_t row = y * w.strideY - w.top + ky * w.dilationY;
        for (std::int32_t kx = 0; kx < w.kernelWidth; ++kx) {
            const std::int32_t column = x * w.strideX - w.left + kx * w.dilationX;
            const bool isInside = row >= 0 && row < p.height && column >= 0 && column < p.width;
            taps.at[count++] =
                isInside
                    ? p.codes + (static_cast<std::size_t>(row) * static_cast<std::size_t>(p.width) +
                                 static_cast<std::size_t>(column)) *
                                    p.channels
                    : p.padding;
        }
    }
    while (count % 4 != 0) {
        taps.at[count++] = p.padding;
    }
}

} // namespace quantoscope::exec
