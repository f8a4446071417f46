// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold_batch_norm.h"
#include "core/quant/corrected_weights.h"
#include "core/session/analytic_correction.h"
#include "core/session/correction_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

std::optional<quant::CorrectionMethod> correctionMethod(const quant::Configuration& configuration,
                                                        const std::string& layer)
{
    const auto corrected = quant::correctedWeights(configuration, layer);
    if (!corrected) {
        return std::nullopt;
    }
    return quant::parseCorrectionMethod(corrected->method)
        .value_or(quant::CorrectionMethod::Reconstruction);
}

std::int64_t correctableLayers(const quant::Configuration& configuration)
{
    return std::ranges::count_if(configuration.weights,
                                 [](const auto& entry) { return entry.second.canBeCorrected(); });
}

bool hasNormalStatistics(const model::LayerModel& layers)
{
    const model::Graph& graph = *layers.graph;
    const bool isFolded = std::ranges::any_of(
        graph.tensors, [](const auto& tensor) { return tensor.statistics != nullptr; });
    return isFolded || std::ranges::any_of(graph.nodes, [&](const model::Node& node) {
               return node.opType == "BatchNormalization" &&
                      model::statisticsOf(graph, node) != nullptr;
           });
}

Result<CorrectionReportPtr> Session::correctWeights(const CorrectionRequest& request,
                                                    const JobContext& context,
                                                    const CorrectionCallback& partial)
{
    if (request.method == quant::CorrectionMethod::BiasCorrectionAnalytic) {
        return correctWithoutPictures(request, context, partial);
    }
    std::shared_ptr<EngineRoom> room;
    std::optional<CorrectionJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        const auto ground = m_impl->groundFor(*this, request.base, context);
        if (!ground) {
            return failFrom(ground);
        }
        room = ground->room;
        const auto calibration = m_impl->rangesLocked(request.base, context);
        if (!calibration) {
            return failFrom(calibration);
        }
        job.emplace(CorrectionJob::Place{*room, ground->data, *calibration, ground->giveWay},
                    request, context, partial);
    }
    return job->run();
}

Result<CorrectionReportPtr> Session::correctWithoutPictures(const CorrectionRequest& request,
                                                            const JobContext& context,
                                                            const CorrectionCallback& partial)
{
    std::shared_ptr<EngineRoom> room;
    std::shared_ptr<const CalibrationInfo> calibration;
    {
        const std::scoped_lock turn(m_impl->jobs);
        room = m_impl->published(m_impl->room);
        if (!room) {
            return notOpen("model is");
        }
        if (const Status fits = check(request.base); !fits) {
            return failFrom(fits);
        }
        auto ranges = m_impl->rangesLocked(request.base, context);
        if (!ranges) {
            return failFrom(ranges);
        }
        calibration = *std::move(ranges);
    }
    return correctAnalytically(*room, calibration, request, context, partial);
}

} // namespace quantoscope::session
