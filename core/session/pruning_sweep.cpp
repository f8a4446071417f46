// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pruning_sweep.h"

#include "core/session/pruning.h"

#include <algorithm>
#include <utility>

namespace quantoscope::session {
namespace {

Status check(const PruningSweepRequest& request)
{
    const bool hasShare = request.pattern == quant::PruningPattern::Unstructured ||
                          request.pattern == quant::PruningPattern::Channels;
    const bool areShares =
        !request.shares.empty() && std::ranges::all_of(request.shares, [](double share) {
            return share >= 0.0 && share < 1.0;
        });
    if (!hasShare || !areShares) {
        return fail(ErrorCode::InvalidArgument,
                    "shares of weights or channels from 0 to below 1 are expected",
                    "pruning sweep");
    }
    return {};
}

Result<quant::Configuration> configurationAt(Session& session, const PruningSweepRequest& request,
                                             double share, const JobContext& context)
{
    const quant::Pruning pruning =
        share > 0.0 ? quant::Pruning{request.pattern, share} : quant::Pruning{};
    auto pruned = withPruning(*session.modelInfo()->layers, request.base, pruning);
    if (!pruned) {
        return failFrom(pruned);
    }
    if (!request.correctWeights) {
        return std::move(pruned->configuration);
    }
    CorrectionRequest correction;
    correction.base = std::move(pruned->configuration);
    const auto corrected = session.correctWeights(correction, context);
    if (!corrected) {
        return failFrom(corrected);
    }
    return (*corrected)->configuration;
}

} // namespace

Result<std::vector<PruningPoint>> sweepPruning(Session& session, const PruningSweepRequest& request,
                                               const JobContext& context,
                                               const PruningSweepCallback& partial)
{
    if (const Status legal = check(request); !legal) {
        return failFrom(legal);
    }
    if (!session.modelInfo()) {
        return fail(ErrorCode::InvalidArgument, "no model is open", "pruning sweep");
    }
    const auto data = session.dataInfo();
    std::vector<PruningPoint> points;
    for (const double share : request.shares) {
        if (context.cancelled() || session.dataInfo() != data) {
            return cancelledError();
        }
        const auto configuration = configurationAt(session, request, share, context);
        if (!configuration) {
            return failFrom(configuration);
        }
        auto evaluation = session.evaluateBetweenEdits(*configuration, context);
        if (!evaluation) {
            return failFrom(evaluation);
        }
        points.push_back({share, *std::move(evaluation)});
        if (partial) {
            partial(points.back());
        }
    }
    return points;
}

} // namespace quantoscope::session
