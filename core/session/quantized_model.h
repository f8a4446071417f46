// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exec/configured_model.h"
#include "core/export/qdq_onnx.h"

namespace quantoscope::session {

/// Integer weights and activation grids of a configuration, ready for an exporter; the same numbers
/// that the emulation runs with, without the channels that pruning takes out.
[[nodiscard]] Result<exporting::QuantizedModel>
quantizedModel(exec::ConfiguredModel& model, const quant::Configuration& configuration,
               const exec::SiteHistograms* histograms);

} // namespace quantoscope::session
