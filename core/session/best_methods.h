// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What to try on a configuration whose formats and granularities stay as they are.
struct BestRequest
{
    quant::Configuration base; ///< its corrected weights and equalization are not kept
    double seconds = 120.0;    ///< that it may take, > 0
};

/// A post-training method.
enum class BestMethod {
    CalibrationMethod,
    WeightRange,
    Equalization,
    Smoothing, ///< SmoothQuant, in place of an equalization
    BiasAbsorption,
    BiasCorrectionAnalytic,
    BiasCorrection,
    Reconstruction,
    AdaRound,
};

/// What became of trying it.
enum class BestOutcome {
    Kept,
    NotBetter,
    NothingToDo, ///< the model, or the configuration, has nothing that it changes
    NoTime,      ///< it would have taken longer than was left
};

struct BestTrial
{
    BestMethod method = BestMethod::CalibrationMethod;
    std::string variant = {}; ///< "mse", ...: which calibration method or weight range; else empty
    BestOutcome outcome = BestOutcome::NotBetter;
    double loss = 0.0;    ///< with it; of Kept and NotBetter
    double seconds = 0.0; ///< taken, or, of NoTime, that it was expected to take

    /// Whether it has a loss.
    [[nodiscard]] bool wasJudged() const
    {
        return outcome == BestOutcome::Kept || outcome == BestOutcome::NotBetter;
    }
};

/// Result of it, or what is done so far.
struct BestReport
{
    quant::Configuration configuration; ///< the best found
    std::vector<BestTrial> trials;      ///< in the order in which they were made
    /// Mean KL divergence from FP32 in nats where the model classifies, else noise over signal of
    /// its outputs; over calibration pictures that no weight was fitted to.
    double lossBefore = 0.0, lossAfter = 0.0;
    bool isKl = false;
    std::int64_t judging = 0; ///< pictures that it was judged by
    double seconds = 0.0;
};

using BestReportPtr = std::shared_ptr<const BestReport>;
using BestCallback = std::function<void(const BestReportPtr&)>;

} // namespace quantoscope::session
