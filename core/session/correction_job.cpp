// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/correction_job.h"

#include <algorithm>
#include <utility>

namespace quantoscope::session {
namespace {

using quant::CorrectionMethod;

Status noNormalStatistics(const std::string& file)
{
    return fail(ErrorCode::InvalidArgument,
                "the model has no batch normalization to take means from (its exporter has folded "
                "it into the weights); use the method \"" +
                    quant::toString(CorrectionMethod::BiasCorrection) +
                    "\", which measures them over the calibration pictures",
                file);
}

} // namespace

CorrectionJob::CorrectionJob(Place place, CorrectionRequest request, const JobContext& context,
                             CorrectionCallback partial)
    : m_place(std::move(place)), m_request(std::move(request)), m_context(context),
      m_partial(std::move(partial))
{
    m_report.method = m_request.method;
    m_report.configuration = m_request.base;
    std::erase_if(m_report.configuration.corrected,
                  [&](const auto& entry) { return m_request.methodOf(entry.first).has_value(); });
}

Result<CorrectionReportPtr> CorrectionJob::run()
{
    if (m_request.needsPictures()) {
        m_report.images = m_place.data->calibration->size();
        auto correction = LayerCorrection::create(m_place, m_report.configuration);
        if (!correction) {
            return failFrom(correction);
        }
        m_correction = *std::move(correction);
    } else if (const Status ready = prepareProblems(); !ready) {
        return failFrom(ready);
    }
    const std::vector<std::size_t> wanted = wantedLayers();
    if (const Status ready = prepareMeans(wanted); !ready) {
        return failFrom(ready);
    }
    auto published = std::make_shared<const CorrectionReport>(m_report);
    for (const std::size_t layer : wanted) {
        if (m_context.cancelled()) {
            return cancelledError();
        }
        m_context.progress(Stage::Correcting, std::ssize(m_report.layers), std::ssize(wanted));
        auto outcome = correct(layer);
        if (!outcome) {
            return failFrom(outcome);
        }
        m_report.layers.push_back(*std::move(outcome));
        m_report.seconds = m_stopwatch.seconds();
        published = std::make_shared<const CorrectionReport>(m_report);
        if (m_partial) {
            m_partial(published);
        }
    }
    return CorrectionReportPtr(published);
}

std::vector<std::size_t> CorrectionJob::wantedLayers() const
{
    const auto& layers = m_place.room.info().layers->layers;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto scheme = m_request.base.weights.find(layers[i].name);
        if (scheme != m_request.base.weights.end() && m_request.methodOf(layers[i].name) &&
            (scheme->second.canBeCorrected() || scheme->second.split > 0.0)) {
            wanted.push_back(i);
        }
    }
    return wanted;
}

Status CorrectionJob::prepareProblems()
{
    const auto* ranges = m_place.calibration ? &m_place.calibration->histograms : nullptr;
    const auto bound = m_place.room.configured().bind(m_report.configuration, ranges);
    if (!bound) {
        return failFrom(bound);
    }
    auto problems = LayerProblems::create(m_place.room, m_report.configuration, bound->activations);
    if (!problems) {
        return failFrom(problems);
    }
    m_problems = *std::move(problems);
    return {};
}

Status CorrectionJob::prepareMeans(const std::vector<std::size_t>& wanted)
{
    const ModelInfo& model = m_place.room.info();
    const bool areNeeded = std::ranges::any_of(wanted, [&](std::size_t layer) {
        return m_request.methodOf(model.layers->layers[layer].name) ==
               CorrectionMethod::BiasCorrectionAnalytic;
    });
    if (!areNeeded) {
        return {};
    }
    if (!hasNormalStatistics(*model.layers)) {
        return noNormalStatistics(model.file.string());
    }
    m_means.emplace(problems().configured().layers());
    return {};
}

Result<std::optional<LayerProblem>> CorrectionJob::problemOf(std::size_t layer,
                                                             CorrectedLayer& outcome)
{
    const bool isAnalytic = outcome.method == CorrectionMethod::BiasCorrectionAnalytic;
    auto problem = isAnalytic ? Result<std::optional<LayerProblem>>(problems().of(layer))
                              : m_correction->inputsOf(layer);
    if (!problem) {
        return problem;
    }
    if (!*problem) {
        outcome.reason = UncorrectedReason::OtherKind;
    } else if (isAnalytic && !(*problem)->problem.hasBias) {
        outcome.reason = UncorrectedReason::NothingToDo;
    } else if (isAnalytic && !m_means->setMeans(**problem)) {
        outcome.reason = UncorrectedReason::UnknownInputs;
    }
    return outcome.reason ? std::optional<LayerProblem>() : std::move(problem);
}

Result<CorrectedLayer> CorrectionJob::correct(std::size_t layer)
{
    CorrectedLayer outcome{m_place.room.info().layers->layers[layer].name};
    outcome.method = m_request.methodOf(outcome.name).value();
    const quant::WeightScheme& scheme = m_request.base.weights.at(outcome.name);
    if (scheme.split > 0.0) {
        outcome.reason = UncorrectedReason::SplitChannels;
        return outcome;
    }
    auto problem = problemOf(layer, outcome);
    if (!problem) {
        return failFrom(problem);
    }
    if (!*problem) {
        return outcome;
    }
    quant::CorrectionSettings settings;
    settings.method = outcome.method;
    settings.steps = m_request.steps;
    settings.adaRound = m_request.adaRound;
    const auto solved = problems().solve(**problem, scheme, settings, m_context);
    if (!solved) {
        return failFrom(solved);
    }
    outcome.error = solved->error;
    outcome.isCorrected = solved->changes;
    if (!solved->changes) {
        outcome.reason = UncorrectedReason::NothingToDo;
        return outcome;
    }
    m_report.configuration.corrected[outcome.name] = solved->weights;
    if (m_correction) {
        if (const Status adopted = m_correction->adopt(layer, m_report.configuration); !adopted) {
            return failFrom(adopted);
        }
    }
    return outcome;
}

} // namespace quantoscope::session
