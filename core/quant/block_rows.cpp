// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/block_rows.h"

#include <algorithm>

namespace quantoscope::quant {

BlockRows blockRows(const Slices& slices, int blockSize, bool alongAxis)
{
    BlockRows rows{slices, 1, alongAxis};
    rows.blockSize = std::max<std::size_t>(1, blockSize > 0 ? static_cast<std::size_t>(blockSize)
                                                            : rows.rowLength());
    return rows;
}

void gatherRow(const float* tensor, const BlockRows& rows, std::size_t row,
               std::vector<float>& values)
{
    values.resize(rows.rowLength());
    float* next = values.data();
    rows.visit(row, [&](std::size_t place) { *next++ = tensor[place]; });
}

} // namespace quantoscope::quant
