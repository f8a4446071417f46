// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/layer_correction.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quantoscope::session {

/// A layer corrected at some bits, with every layer before it in FP32.
struct CorrectedChoice
{
    std::shared_ptr<const quant::CorrectedWeights> weights; ///< null where only the error counts
    double error = 0.0; ///< mean square, of the layer's outputs (quant::ReconstructionError)
};
/// By layer and bits; without the layers that cannot be corrected.
using CorrectedChoices = std::map<std::string, std::map<int, CorrectedChoice>>;

/// What to correct.
struct ChoicesRequest
{
    quant::Configuration base;                ///< its activations and calibration count
    std::vector<std::string> layers;          ///< names
    std::map<int, quant::Configuration> bits; ///< every layer's scheme, by its bits
    std::set<int> kept;                       ///< bits whose weights are wanted
};

/// Corrects layers one by one at every bit-width from one run of the calibration pictures, in
/// closed form: what each choice does to the layer's own outputs.
[[nodiscard]] Result<CorrectedChoices> correctAlone(const LayerCorrection::Place& place,
                                                    const ChoicesRequest& request,
                                                    const JobContext& context);

} // namespace quantoscope::session
