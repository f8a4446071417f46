// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/slices.h"

#include <cstddef>
#include <vector>

namespace quantoscope::quant {

/// Weights in rows that are cut into blocks that share a scale.
struct BlockRows
{
    Slices slices;
    std::size_t blockSize = 0; ///< at least 1; the last block of a row may be shorter
    bool alongAxis = false;    ///< rows run along the slices' axis; else each slice is a row

    [[nodiscard]] std::size_t rows() const
    {
        return alongAxis ? slices.outer * slices.inner : slices.slices;
    }
    [[nodiscard]] std::size_t rowLength() const
    {
        return alongAxis ? slices.slices : slices.outer * slices.inner;
    }
    [[nodiscard]] std::size_t blocksPerRow() const
    {
        return (rowLength() + blockSize - 1) / blockSize;
    }
    /// Place of a block's scale among all: as of QuantParams.
    [[nodiscard]] std::size_t scaleAt(std::size_t row, std::size_t block) const
    {
        return alongAxis ? (row / slices.inner * blocksPerRow() + block) * slices.inner +
                               row % slices.inner
                         : row * blocksPerRow() + block;
    }
    /// Calls back with the place in the tensor of each value of a row, in the row's order.
    template <typename Visit>
    void visit(std::size_t row, const Visit& at) const
    {
        if (alongAxis) {
            const std::size_t first =
                row / slices.inner * slices.slices * slices.inner + row % slices.inner;
            for (std::size_t i = 0; i < slices.slices; ++i) {
                at(first + i * slices.inner);
            }
            return;
        }
        for (std::size_t o = 0; o < slices.outer; ++o) {
            const std::size_t first = (o * slices.slices + row) * slices.inner;
            for (std::size_t i = 0; i < slices.inner; ++i) {
                at(first + i);
            }
        }
    }
};

/// blockSize 0: a whole row a block.
[[nodiscard]] BlockRows blockRows(const Slices& slices, int blockSize, bool alongAxis = false);

/// Copies one row out of a tensor.
void gatherRow(const float* tensor, const BlockRows& rows, std::size_t row,
               std::vector<float>& values);
/// Copies one row into a tensor.
template <typename T>
void scatterRow(const std::vector<T>& values, const BlockRows& rows, std::size_t row, T* tensor)
{
    std::size_t next = 0;
    rows.visit(row, [&](std::size_t place) { tensor[place] = values[next++]; });
}

} // namespace quantoscope::quant
