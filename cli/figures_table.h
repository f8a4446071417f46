// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/report.h"

#include <ostream>

namespace quantoscope::cli {

/// What was measured, the figures of FP32 and quantized side by side, and one row a layer.
void printEvaluation(std::ostream& out, const session::Report& report);

} // namespace quantoscope::cli
