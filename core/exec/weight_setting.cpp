// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/weight_setting.h"

#include <cstddef>

namespace quantoscope::exec {
namespace {

/// Whether corrected weights and biases have a layer's sizes.
bool fits(const quant::CorrectedWeights& corrected, const Tensor& weights, const Tensor* bias)
{
    const bool hasCodes = corrected.scheme.hasPlainIntegerGrid();
    const std::size_t values = hasCodes ? corrected.codes.size() : corrected.floats.size();
    const bool keepsItsOwn = !hasCodes && values == 0;
    return (keepsItsOwn || values == weights.values.size()) &&
           (corrected.bias.empty() ||
            (bias != nullptr && corrected.bias.size() == bias->values.size()));
}

} // namespace

bool isUsable(const quant::CorrectedWeights& corrected, const Tensor& weights, const Tensor* bias,
              std::span<const float> minimum)
{
    const auto& scales = corrected.params.scales;
    const bool doFit = fits(corrected, weights, bias);
    if (!doFit || corrected.codes.empty()) {
        return doFit; // without codes scales are found anew
    }
    if (!minimum.empty() && minimum.size() != scales.size()) {
        return false;
    }
    for (std::size_t i = 0; i < minimum.size(); ++i) {
        if (scales[i] < minimum[i]) {
            return false;
        }
    }
    return true;
}

} // namespace quantoscope::exec
