// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/session/session.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>

namespace quantoscope::cli {

/// Corrects all layers at each of these bits (as `--bits` reads them) and evaluates what comes out:
/// seconds, passes of the plain FP32 model, measured right before and after, and top-1. Errors: as
/// of Session::correctWeights(), or bits that are none.
[[nodiscard]] Result<nlohmann::ordered_json> measureCorrections(session::Session& session,
                                                                std::span<const std::string> bits,
                                                                const JobContext& context);

} // namespace quantoscope::cli
