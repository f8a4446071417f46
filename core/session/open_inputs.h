// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/shape.h"
#include "core/session/model_info.h"

#include <string>
#include <vector>

namespace quantoscope::session {

/// An input some of whose extents, beyond the batch, a model leaves to whoever runs it.
struct OpenInput
{
    std::string name;
    Shape shape;                             ///< kDynamic where it is open
    std::vector<std::string> dimensionNames; ///< one an axis, empty where the model gives none
};

/// The inputs that must still be fixed before the model can be opened; empty when none must. An
/// input without any stated shape is not among them. Reads the file.
[[nodiscard]] Result<std::vector<OpenInput>> openInputs(const ModelRequest& request);

} // namespace quantoscope::session
