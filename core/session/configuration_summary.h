// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"
#include "core/session/results.h"

#include <string>
#include <vector>

namespace quantoscope::session {

/// How many layers or tensors share a scheme.
struct SchemeCount
{
    std::string scheme; ///< "INT8 symmetric per-channel"
    int count = 0;
};

/// Distinct schemes of the weights, most frequent first. FP32 entries are left out.
[[nodiscard]] std::vector<SchemeCount> weightSchemes(const quant::Configuration& configuration);
[[nodiscard]] std::vector<SchemeCount> activationSchemes(const quant::Configuration& configuration);

/// "50 layers INT8 symmetric per-channel, 1 layer FP16; 51 tensors INT8 asymmetric", and what else
/// makes the model another one: "; activations smoothed, alpha 0.5".
[[nodiscard]] std::string summary(const quant::Configuration& configuration);

/// "min-max", "percentile 99.99".
[[nodiscard]] std::string calibrationSummary(const quant::Configuration& configuration);

/// "20 pictures from DIR", "the first 100 validation pictures", "100 of the validation pictures
/// drawn at random (seed 0)", "96 pictures from DIR, 8 of each of 12 classes (seed 0)".
[[nodiscard]] std::string calibrationPictures(const DataInfo& data, std::int64_t images);

} // namespace quantoscope::session
