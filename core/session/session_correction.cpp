// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/channel_affine.h"
#include "core/quant/corrected_weights.h"
#include "core/session/correction_job.h"
#include "core/session/session_state.h"

namespace quantoscope::session {
namespace {

Status checkLayers(const model::LayerModel& layers, const CorrectionRequest& request)
{
    for (const auto& [name, method] : request.layers) {
        const model::Layer* layer = layers.findLayer(name);
        if (layer == nullptr || !layer->hasWeights()) {
            return fail(ErrorCode::InvalidArgument, "the model has no such layer with weights",
                        "correction of \"" + name + "\"");
        }
    }
    return {};
}

} // namespace

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

bool CorrectionRequest::needsPictures() const
{
    return std::ranges::any_of(base.weights, [this](const auto& entry) {
        const auto wanted = methodOf(entry.first);
        return entry.second.canBeCorrected() && wanted &&
               *wanted != quant::CorrectionMethod::BiasCorrectionAnalytic;
    });
}

quant::Configuration withOutcome(quant::Configuration configuration, const CorrectionReport& report)
{
    for (const CorrectedLayer& layer : report.layers) {
        configuration.corrected.erase(layer.name);
        const auto found = report.configuration.corrected.find(layer.name);
        if (found != report.configuration.corrected.end()) {
            configuration.corrected.insert(*found);
        }
    }
    return configuration;
}

Result<CorrectionReportPtr> Session::correctWeights(const CorrectionRequest& request,
                                                    const JobContext& context,
                                                    const CorrectionCallback& partial)
{
    std::shared_ptr<EngineRoom> room;
    std::optional<CorrectionJob> job;
    {
        const std::scoped_lock turn(m_impl->jobs);
        room = m_impl->published(m_impl->room);
        if (!room) {
            return notOpen("model is");
        }
        if (const Status fits = check(request.base); !fits) {
            return failFrom(fits);
        }
        if (const Status known = checkLayers(*room->info().layers, request); !known) {
            return failFrom(known);
        }
        const auto data = m_impl->published(m_impl->data);
        if (request.needsPictures() && !data) {
            return notOpen("pictures are");
        }
        const auto calibration = m_impl->rangesLocked(request.base, context);
        if (!calibration) {
            return failFrom(calibration);
        }
        job.emplace(
            CorrectionJob::Place{*room, data, *calibration, m_impl->givingWay(context, room, data)},
            request, context, partial);
    }
    return job->run();
}

} // namespace quantoscope::session
