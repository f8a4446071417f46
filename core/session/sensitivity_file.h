// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/exploration.h"
#include "core/session/results.h"

#include <filesystem>
#include <memory>

namespace quantoscope::session {

/// What a sweep was measured on. Its figures must not be shown beside another model, other pictures
/// or another preprocessing, so a hash of the FP32 outputs and, where activations are swept, of
/// what calibration saw goes with it.
struct SweptMaterial
{
    std::shared_ptr<const FloatReference> reference;
    std::shared_ptr<const CalibrationInfo> calibration; ///< may be null before calibration
};

/// A sweep, finished or not, as JSON: {"format": "quantoscope-sensitivity", "version": 1,
/// "material", "request", "sweep", "seconds"}. Written beside and renamed.
[[nodiscard]] Status writeSensitivity(const SensitivityReport& report,
                                      const SweptMaterial& material,
                                      const std::filesystem::path& file);
/// Reads what writeSensitivity wrote. InvalidData naming the file and the entry, or where it was
/// measured on something else.
[[nodiscard]] Result<SensitivityPtr> readSensitivity(const std::filesystem::path& file,
                                                     const SweptMaterial& material);

} // namespace quantoscope::session
