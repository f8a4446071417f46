// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/quant/corrected_weights.h"
#include "core/quant/scheme.h"

#include <memory>
#include <span>

namespace quantoscope::exec {

/// How one layer's weights are quantized.
struct WeightSetting
{
    quant::WeightScheme scheme{quant::Precision::float32()};
    std::shared_ptr<const quant::CorrectedWeights> corrected; ///< null: rounded to nearest
    quant::RemovedChannels removed = {};                      ///< zero, with their biases
    [[nodiscard]] bool hasCodes() const { return corrected && !corrected->codes.empty(); }
    friend bool operator==(const WeightSetting&, const WeightSetting&) = default;
};

/// Whether corrected weights fit a layer, and the scales of their codes a bias in int32.
/// \param bias    null: the layer has none
/// \param minimum lower bounds of the scales of the layer's slices; empty: none
[[nodiscard]] bool isUsable(const quant::CorrectedWeights& corrected, const Tensor& weights,
                            const Tensor* bias, std::span<const float> minimum);

} // namespace quantoscope::exec
