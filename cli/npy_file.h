// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/tensor.h"

#include <filesystem>
#include <fstream>

namespace quantoscope::cli {

/// Writes a float32 array in NumPy's file format, a piece at a time.
/// Source: NumPy Enhancement Proposal 1, format version 1.0.
class NpyWriter
{
public:
    /// Opens `file` and writes the header of an array with this shape.
    [[nodiscard]] static Result<NpyWriter> open(const std::filesystem::path& file,
                                                const Shape& shape);
    /// Appends values in C order.
    [[nodiscard]] Status append(std::span<const float> values);

private:
    NpyWriter(std::filesystem::path file, std::ofstream stream);

    std::filesystem::path m_file;
    std::ofstream m_stream;
};

/// Writes a whole tensor.
[[nodiscard]] Status writeNpy(const std::filesystem::path& file, const TensorView& tensor);

} // namespace quantoscope::cli
