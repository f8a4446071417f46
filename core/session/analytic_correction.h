// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/session/correction.h"
#include "core/session/engine_room.h"
#include "core/session/results.h"

#include <memory>

namespace quantoscope::session {

/// Rounds integer weights to nearest and sets biases to make up for it, b += (W - Q) E[x], with the
/// inputs' means from batch normalization (channelMeans()). Looks at no pictures. Layers whose
/// inputs' means are not known stay as they are, and are told. The error of a layer is that of its
/// outputs' means.
/// \param calibration null while no activation is quantized
/// Errors: InvalidArgument where the model has no batch normalization.
[[nodiscard]] Result<CorrectionReportPtr>
correctAnalytically(EngineRoom& room, const std::shared_ptr<const CalibrationInfo>& calibration,
                    const CorrectionRequest& request, const JobContext& context,
                    const CorrectionCallback& partial);

} // namespace quantoscope::session
