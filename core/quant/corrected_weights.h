// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/equalization.h"
#include "core/quant/quant_params.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::quant {

/// Weights of one layer that somebody has found by other means than rounding to nearest, and the
/// bias that belongs to them. They hold for one scheme and one equalization of the layer only:
/// under another one it is rounded to nearest and has its own bias. Immutable, shared by
/// configurations.
struct CorrectedWeights
{
    WeightScheme scheme;
    std::string method; ///< what made them, as toString(CorrectionMethod)
    /// In the order of the weight tensor, zero where pruned; empty where the scheme has no plain
    /// integer grid.
    std::vector<std::int32_t> codes;
    QuantParams params; ///< grid of the codes, on the weight's channel axis
    /// Without codes: what is rounded to nearest in place of the layer's own weights, in their
    /// order; empty: these.
    std::vector<float> floats;
    std::vector<float> bias;     ///< in the order of the bias tensor; empty: the layer's own
    EqualizedLayer equalization; ///< of the FP32 weights they stand for
    RemovedChannels removed;     ///< channels that were out of the layer when they were found
    bool batchNormKept = false;  ///< made for weights with a BatchNormalization behind them
    friend bool operator==(const CorrectedWeights& a, const CorrectedWeights& b)
    {
        return a.scheme == b.scheme && a.method == b.method && a.codes == b.codes &&
               a.params == b.params && a.floats == b.floats && a.bias == b.bias &&
               a.equalization == b.equalization && a.removed == b.removed &&
               a.batchNormKept == b.batchNormKept;
    }
};

} // namespace quantoscope::quant
