// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomic_file.h"
#include "core/base/result.h"
#include "core/base/tensor.h"

#include <filesystem>
#include <utility>

namespace quantoscope::cli {

/// Writes a float32 array in NumPy's file format, a piece at a time.
/// The file appears when finish() succeeds.
/// Source: NumPy Enhancement Proposal 1, format version 1.0.
class NpyWriter
{
public:
    /// Starts `file` with the header of an array with this shape.
    [[nodiscard]] static Result<NpyWriter> open(const std::filesystem::path& file,
                                                const Shape& shape);
    /// Appends values in C order.
    [[nodiscard]] Status append(std::span<const float> values);
    /// To be called when all values are appended.
    [[nodiscard]] Status finish() { return m_file.commit(); }

private:
    explicit NpyWriter(AtomicFile file) : m_file(std::move(file)) {}

    AtomicFile m_file;
};

/// Writes a whole tensor.
[[nodiscard]] Status writeNpy(const std::filesystem::path& file, const TensorView& tensor);

} // namespace quantoscope::cli
