// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/quant_params.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quantoscope::quant {

/// Integer weights of one layer that somebody has found by other means than rounding to nearest,
/// and the bias that belongs to them. They hold for one scheme only: under another one the layer is
/// rounded to nearest and has its own bias. Immutable, shared by configurations.
struct CorrectedWeights
{
    WeightScheme scheme;
    std::string method;              ///< what made them, as toString(CorrectionMethod)
    std::vector<std::int32_t> codes; ///< in the order of the weight tensor
    QuantParams params;              ///< grid of the codes, on the weight's channel axis
    std::vector<float> bias;         ///< in the order of the bias tensor; empty: the layer's own
    friend bool operator==(const CorrectedWeights&, const CorrectedWeights&) = default;
};

} // namespace quantoscope::quant
