// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/tensor.h"
#include "core/quant/quantize.h"
#include "core/session/results.h"

namespace quantoscope::session {

/// Histograms of a layer's weights before and after quantization; `bins` >= 1.
[[nodiscard]] WeightInspection inspect(const std::string& layer, const Tensor& weights,
                                       const quant::QuantizedWeights& quantized, int bins);

} // namespace quantoscope::session
