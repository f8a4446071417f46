// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/session/session.h"

#include <functional>
#include <memory>
#include <vector>

namespace quantoscope::session {

/// Which sparsities to try on a configuration.
struct PruningSweepRequest
{
    quant::Configuration base; ///< its own pruning gives way where the sweep's is possible
    quant::PruningPattern pattern = quant::PruningPattern::Unstructured;          ///< or Channels
    std::vector<double> shares{0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}; ///< 0 .. below 1
    bool correctWeights = false; ///< fit each to the calibration pictures before it is measured
};

/// A point of the curve.
struct PruningPoint
{
    double share = 0.0;
    std::shared_ptr<const Evaluation> evaluation;
};
using PruningSweepCallback = std::function<void(const PruningPoint&)>;

/// Prunes the whole model by each share and evaluates it on the validation pictures, telling
/// `partial` after each. Layers that cannot be pruned by channels stay as they are. Gives way to
/// evaluations, a batch at a time, and goes on behind them. Errors: InvalidArgument for another
/// pattern or a share that is not from 0 to below 1, Cancelled where the model or the pictures have
/// been replaced, and those of Session::evaluate.
[[nodiscard]] Result<std::vector<PruningPoint>>
sweepPruning(Session& session, const PruningSweepRequest& request, const JobContext& context,
             const PruningSweepCallback& partial = {});

} // namespace quantoscope::session
