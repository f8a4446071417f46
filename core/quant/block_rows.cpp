// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/block_rows.h"

#include <algorithm>

namespace quantoscope::quant {

BlockRows blockRows(const Slices& slices, int blockSize)
{
    BlockRows rows{slices, 1};
    rows.blockSize = std::max<std::size_t>(1, blockSize > 0 ? static_cast<std::size_t>(blockSize)
                                                            : rows.rowLength());
    return rows;
}

void gatherRow(const float* tensor, const BlockRows& rows, std::size_t row,
               std::vector<float>& values)
{
    const Slices& s = rows.slices;
    values.resize(rows.rowLength());
    auto next = values.begin();
    for (std::size_t o = 0; o < s.outer; ++o) {
        const float* run = tensor + (o * s.slices + row) * s.inner;
        next = std::copy(run, run + s.inner, next);
    }
}

} // namespace quantoscope::quant
