// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/sensitivity.h"
#include "core/session/results.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What a sensitivity sweep measures.
struct SensitivityRequest
{
    search::SensitivityTarget target = search::SensitivityTarget::Weights;
    search::SensitivityMode mode = search::SensitivityMode::Alone;
    search::SensitivityEffort effort = search::SensitivityEffort::Racing;
    search::SensitivityRank rank = search::SensitivityRank::Noise;
    std::vector<int> bits = {8, 4};
    std::vector<std::string> layers; ///< empty: every layer that has what is swept
    std::int64_t images = 100;       ///< at most so many validation pictures (0: all)
    std::size_t topCount = 10;       ///< racing settles which these most sensitive layers are
    bool symmetricWeights = true;
    bool symmetricActivations = false;
    quant::Granularity granularity = quant::Granularity::PerChannel;
    quant::CalibrationMethod calibration = quant::CalibrationMethod::MinMax;
    double percentile = 99.99;
};

/// A sweep as far as it came.
struct SensitivityReport
{
    SensitivityRequest request;
    search::SensitivityState state;
    std::vector<std::size_t> ranking; ///< layers of the plan, the most sensitive first
    double passes = 0.0; ///< work done, in FP32 passes over the sweep's pictures, by layers' costs
    double seconds = 0.0;
    bool isFinished = false;
};
using SensitivityPtr = std::shared_ptr<const SensitivityReport>;
using SensitivityCallback = std::function<void(const SensitivityPtr&)>;

} // namespace quantoscope::session
