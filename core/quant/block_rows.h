// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/slices.h"

#include <cstddef>
#include <vector>

namespace quantoscope::quant {

/// The weights of each output channel as a row, cut into blocks that share a scale.
struct BlockRows
{
    Slices slices;             ///< one a channel
    std::size_t blockSize = 0; ///< at least 1; the last block of a row may be shorter

    [[nodiscard]] std::size_t rowLength() const { return slices.outer * slices.inner; }
    [[nodiscard]] std::size_t blocksPerRow() const
    {
        return (rowLength() + blockSize - 1) / blockSize;
    }
};

/// blockSize 0: a whole row a block.
[[nodiscard]] BlockRows blockRows(const Slices& slices, int blockSize);

/// Copies one row out of a tensor, in memory order.
void gatherRow(const float* tensor, const BlockRows& rows, std::size_t row,
               std::vector<float>& values);
/// Copies one row into a tensor.
template <typename T>
void scatterRow(const std::vector<T>& values, const BlockRows& rows, std::size_t row, T* tensor)
{
    const Slices& s = rows.slices;
    std::size_t next = 0;
    for (std::size_t o = 0; o < s.outer; ++o) {
        T* run = tensor + (o * s.slices + row) * s.inner;
        for (std::size_t i = 0; i < s.inner; ++i) {
            run[i] = values[next++];
        }
    }
}

} // namespace quantoscope::quant
