// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/input_shapes.h"
#include "core/model/layers.h"
#include "core/model/simplify.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Which model to open, which of its dynamic extents the user fixes, and which
/// BatchNormalizations are not folded into the weights before them.
struct ModelRequest
{
    std::filesystem::path file;
    model::FixedDimensions fixed;
    /// Layers with weights that keep theirs, by name or by pattern (layersNamed()); empty: all are
    /// folded that can be.
    std::vector<std::string> keptBatchNorms = {};
};

/// What kind of answer the model gives; decides which figures make sense.
enum class TaskKind {
    Classification, ///< one score per class and image
    Generic,        ///< anything else: compared by SQNR and cosine only
};

/// An opened model. Immutable; shared with everybody who shows it.
struct ModelInfo
{
    std::filesystem::path file;
    model::FixedDimensions fixed;            ///< as asked for
    std::vector<std::string> keptBatchNorms; ///< as asked for
    std::int64_t irVersion = 0;
    std::int64_t opset = 0; ///< as in the file, before it was raised
    std::int64_t fileBytes = 0;
    std::shared_ptr<const model::LayerModel> layers;
    model::SimplifyReport simplification;
    /// Largest |simplified - original| over all outputs on a random input, relative to the largest
    /// |original|. Opening fails when it exceeds kSimplificationTolerance.
    double simplificationDifference = 0.0;
    TaskKind task = TaskKind::Generic;
    std::int64_t classCount = 0; ///< Classification only
    std::string imageInput;      ///< name of the input that takes the picture
    Shape imageInputShape;       ///< its shape, axis 0 kDynamic when any batch runs
};

inline constexpr double kSimplificationTolerance = 1e-3;

} // namespace quantoscope::session
