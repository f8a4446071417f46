// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/exec/engine.h"
#include "core/session/model_info.h"

namespace quantoscope::session {

/// Reads a model, fixes its extents, simplifies it, checks the simplified model against the
/// original by running both, and finds its layers. Errors name the file.
[[nodiscard]] Result<ModelInfo> openModelFile(exec::Engine& engine, const ModelRequest& request,
                                              const JobContext& context);

} // namespace quantoscope::session
