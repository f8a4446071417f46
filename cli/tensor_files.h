// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/npy_file.h"
#include "core/session/results.h"

namespace quantoscope::cli {

/// Writes the pictures as the model gets them, [pictures, ...sample shape].
[[nodiscard]] Status writePictures(const std::filesystem::path& file,
                                   const eval::ImageSet& pictures);

/// Collects a quantized pass's outputs from its progress, in the order of the image set.
class OutputCollector
{
public:
    void add(const session::PartialEvaluation& partial);
    [[nodiscard]] const Tensor& outputs() const { return m_outputs; }

private:
    Tensor m_outputs;
};

} // namespace quantoscope::cli
