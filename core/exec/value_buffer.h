// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/exec/integer_tables.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// One tensor as floats, as codes of a grid, or as both: whichever was written last, and the other
/// once somebody asks for it. Codes and floats of a value on its grid stand for each other bit for
/// bit. One thread at a time.
class ValueBuffer
{
public:
    explicit ValueBuffer(const Shape& shape);

    [[nodiscard]] const Shape& shape() const { return m_floats->shape; }
    /// Whose address never changes, for the engine to read and write.
    [[nodiscard]] const std::shared_ptr<Tensor>& tensor() const { return m_floats; }
    /// What somebody wrote into tensor() is the value now.
    void tookFloats();
    /// Somebody is about to write all codes of a grid; valid until the next call.
    [[nodiscard]] std::span<std::uint8_t> takeCodes(const ByteGrid& grid);

    void setFloats(std::span<const float> values);
    void setCodes(std::span<const std::uint8_t> codes, const ByteGrid& grid);

    [[nodiscard]] std::span<const float> floats();
    /// \param grid the value lies on
    [[nodiscard]] std::span<const std::uint8_t> codes(const ByteGrid& grid);

private:
    std::shared_ptr<Tensor> m_floats;
    std::vector<std::uint8_t> m_codes; ///< empty until needed
    ByteGrid m_grid;                   ///< of the codes
    bool m_hasFloats = true;
    bool m_hasCodes = false;
};

} // namespace quantoscope::exec
