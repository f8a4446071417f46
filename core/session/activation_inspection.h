// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/histogram.h"
#include "core/session/inspection.h"

#include <string>

namespace quantoscope::session {

/// What a histogram says of quantizing a tensor on a grid; a histogram with values, `bins` >= 1.
[[nodiscard]] ActivationInspection inspect(const std::string& tensor,
                                           const quant::StreamingHistogram& histogram,
                                           const quant::ActivationScheme& scheme,
                                           const quant::QuantParams& params, int bins);

} // namespace quantoscope::session
