// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"
#include "core/session/inspection.h"

namespace quantoscope::session {

/// A layer's weights before and after quantization; `bins` >= 1.
[[nodiscard]] WeightInspection inspect(const model::Layer& layer,
                                       std::shared_ptr<const Tensor> floats, Tensor quantized,
                                       int bins);

} // namespace quantoscope::session
