// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/correction_job.h"

#include <utility>

namespace quantoscope::session {

CorrectionJob::CorrectionJob(Place place, CorrectionRequest request, const JobContext& context,
                             CorrectionCallback partial)
    : m_place(std::move(place)), m_request(std::move(request)), m_context(context),
      m_partial(std::move(partial))
{
    m_report.method = m_request.method;
    m_report.configuration = m_request.base;
    m_report.configuration.corrected.clear();
    m_report.images = m_place.data->calibration->size();
}

Result<CorrectionReportPtr> CorrectionJob::run()
{
    auto correction = LayerCorrection::create(m_place, m_report.configuration);
    if (!correction) {
        return failFrom(correction);
    }
    m_correction = *std::move(correction);
    const auto& layers = m_place.room.info().layers->layers;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto scheme = m_request.base.weights.find(layers[i].name);
        if (scheme != m_request.base.weights.end() && scheme->second.canBeCorrected()) {
            wanted.push_back(i);
        }
    }
    CorrectionReportPtr published;
    for (const std::size_t layer : wanted) {
        if (m_context.cancelled()) {
            return cancelledError();
        }
        m_context.progress(Stage::Correcting, static_cast<std::int64_t>(m_report.layers.size()),
                           static_cast<std::int64_t>(wanted.size()));
        if (const Status done = correct(layer); !done) {
            return failFrom(done);
        }
        m_report.seconds = m_stopwatch.seconds();
        published = std::make_shared<const CorrectionReport>(m_report);
        if (m_partial) {
            m_partial(published);
        }
    }
    if (noteSplitLayers() || !published) {
        published = std::make_shared<const CorrectionReport>(m_report);
    }
    return published;
}

/// Layers with split channels stay as they are; whether there are any.
bool CorrectionJob::noteSplitLayers()
{
    const std::size_t before = m_report.layers.size();
    for (const auto& [name, scheme] : m_request.base.weights) {
        if (scheme.split > 0.0) {
            m_report.layers.push_back({name, false, {}, UncorrectedReason::SplitChannels});
        }
    }
    return m_report.layers.size() > before;
}

Status CorrectionJob::correct(std::size_t layer)
{
    const std::string& name = m_place.room.info().layers->layers[layer].name;
    auto inputs = m_correction->inputsOf(layer);
    if (!inputs) {
        return failFrom(inputs);
    }
    if (!*inputs) {
        m_report.layers.push_back({name, false, {}, UncorrectedReason::OtherKind});
        return {};
    }
    quant::CorrectionSettings settings;
    settings.method = m_request.method;
    settings.steps = m_request.steps;
    settings.adaRound = m_request.adaRound;
    const auto solved =
        m_correction->solve(**inputs, m_request.base.weights.at(name), settings, m_context);
    if (!solved) {
        return failFrom(solved);
    }
    if (!solved->changes) {
        m_report.layers.push_back({name, false, solved->error, UncorrectedReason::NothingToDo});
        return {};
    }
    m_report.configuration.corrected[name] = solved->weights;
    m_report.layers.push_back({name, true, solved->error});
    return m_correction->adopt(layer, m_report.configuration);
}

} // namespace quantoscope::session
