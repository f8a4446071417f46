// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/value_buffer.h"

#include "core/base/parallel.h"

#include <algorithm>

namespace quantoscope::exec {
namespace {

/// Work for parallelFor in pieces that are worth a thread.
template <typename Body>
void inPieces(std::size_t count, const Body& body)
{
    constexpr std::size_t kPiece = 1 << 18;
    parallelFor((count + kPiece - 1) / kPiece, [&](std::size_t piece, unsigned) {
        const std::size_t end = std::min(count, (piece + 1) * kPiece);
        for (std::size_t i = piece * kPiece; i < end; ++i) {
            body(i);
        }
    });
}

} // namespace

ValueBuffer::ValueBuffer(const Shape& shape)
    : m_floats(std::make_shared<Tensor>(
          Tensor{shape, std::vector<float>(static_cast<std::size_t>(elementCount(shape)))}))
{
}

void ValueBuffer::tookFloats()
{
    m_hasFloats = true;
    m_hasCodes = false;
}

std::span<std::uint8_t> ValueBuffer::takeCodes(const ByteGrid& grid)
{
    m_codes.resize(m_floats->values.size());
    m_grid = grid;
    m_hasCodes = true;
    m_hasFloats = false;
    return m_codes;
}

void ValueBuffer::setFloats(std::span<const float> values)
{
    std::copy(values.begin(), values.end(), m_floats->values.begin());
    tookFloats();
}

void ValueBuffer::setCodes(std::span<const std::uint8_t> codes, const ByteGrid& grid)
{
    const auto to = takeCodes(grid);
    std::copy(codes.begin(), codes.end(), to.begin());
}

std::span<const float> ValueBuffer::floats()
{
    if (!m_hasFloats) {
        float* values = m_floats->values.data();
        const std::uint8_t* codes = m_codes.data();
        inPieces(m_codes.size(), [&, grid = m_grid](std::size_t i) {
            values[i] = grid.step * (static_cast<float>(codes[i]) + grid.low);
        });
        m_hasFloats = true;
    }
    return m_floats->values;
}

std::span<const std::uint8_t> ValueBuffer::codes(const ByteGrid& grid)
{
    if (m_hasCodes && m_grid == grid) {
        return m_codes;
    }
    const std::span<const float> values = floats();
    m_codes.resize(values.size());
    m_grid = grid;
    m_hasCodes = true;
    // The values are on the grid, so half a step more than a code lies between two of them.
    const float inverse = 1.0F / grid.step;
    const float offset = 0.5F - grid.low;
    std::uint8_t* codes = m_codes.data();
    inPieces(values.size(), [&](std::size_t i) {
        codes[i] =
            static_cast<std::uint8_t>(static_cast<std::int32_t>(values[i] * inverse + offset));
    });
    return m_codes;
}

} // namespace quantoscope::exec
