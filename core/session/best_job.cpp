// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/best_job.h"

#include "core/session/absorption_job.h"
#include "core/session/calibration_course.h"
#include "core/session/equalization.h"
#include "core/session/search_runs.h"
#include "core/session/smoothing_job.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stop_token>
#include <utility>

namespace quantoscope::session {
namespace {

/// Layers after which the time that a correction takes is foretold from theirs.
constexpr std::size_t kLayersToForetell = 4;
/// The quickest first, so that little time is enough for something.
constexpr std::array<std::pair<BestMethod, quant::CorrectionMethod>, 4> kCorrections{
    {{BestMethod::BiasCorrectionAnalytic, quant::CorrectionMethod::BiasCorrectionAnalytic},
     {BestMethod::BiasCorrection, quant::CorrectionMethod::BiasCorrection},
     {BestMethod::Reconstruction, quant::CorrectionMethod::Reconstruction},
     {BestMethod::AdaRound, quant::CorrectionMethod::AdaRound}}};

quant::Configuration withoutCorrection(quant::Configuration configuration)
{
    configuration.corrected.clear();
    return configuration;
}

/// Integer weights by MSE where they are by their minimum and maximum.
quant::Configuration withMseRanges(quant::Configuration configuration)
{
    for (auto& [name, scheme] : configuration.weights) {
        if (scheme.hasPlainIntegerGrid() && scheme.precision.bits() > 1 &&
            scheme.range == quant::WeightRange::MinMax) {
            scheme.range = quant::WeightRange::Mse;
        }
    }
    return configuration;
}

} // namespace

BestJob::BestJob(Place place, BestRequest request, const JobContext& context, BestCallback partial)
    : m_place(std::move(place)), m_request(std::move(request)), m_context(context),
      m_partial(std::move(partial)), m_loss(*m_place.reference, m_place.reference->order)
{
    m_report.configuration = withoutCorrection(m_request.base);
    m_report.configuration.equalization = nullptr;
    m_report.isKl = !m_place.reference->labels.empty();
    m_report.judging = static_cast<std::int64_t>(m_place.reference->order.size());
}

Result<BestReportPtr> BestJob::run()
{
    Status done = start();
    using Step = Status (BestJob::*)();
    for (const Step step :
         {&BestJob::tryCalibrationMethods, &BestJob::tryWeightRange, &BestJob::tryEqualization,
          &BestJob::trySmoothing, &BestJob::tryAbsorption}) {
        done = done ? (this->*step)() : done;
    }
    for (const auto& [method, by] : kCorrections) {
        done = done ? tryCorrection(method, by) : done;
    }
    if (done) {
        done = fitToAll();
    }
    if (!done) {
        return failFrom(done);
    }
    m_report.seconds = m_stopwatch.seconds();
    return std::make_shared<const BestReport>(m_report);
}

Status BestJob::start()
{
    const auto ranges = m_place.ranges(m_report.configuration);
    if (!ranges) {
        return failFrom(ranges);
    }
    m_calibrationSeconds = *ranges ? (*ranges)->seconds : 0.0;
    const Stopwatch watch;
    const auto loss = judge(m_report.configuration);
    if (!loss) {
        return failFrom(loss);
    }
    m_judgeSeconds = watch.seconds();
    m_report.lossBefore = *loss;
    m_report.lossAfter = *loss;
    return {};
}

Result<double> BestJob::judge(const quant::Configuration& configuration)
{
    const auto ranges = m_place.ranges(configuration);
    if (!ranges) {
        return failFrom(ranges);
    }
    const std::size_t count = m_place.reference->order.size();
    SearchRuns runs(m_place.room, {m_place.judging, m_place.reference, *ranges}, 0, count, 0);
    if (const Status ready = runs.prepare(configuration); !ready) {
        return failFrom(ready);
    }
    const auto outcomes = runs.runAll(m_place.giveWay, m_context);
    if (!outcomes) {
        return failFrom(outcomes);
    }
    return m_loss.of(*outcomes);
}

void BestJob::note(BestTrial trial)
{
    m_report.trials.push_back(std::move(trial));
    m_report.seconds = m_stopwatch.seconds();
    if (m_partial) {
        m_partial(std::make_shared<const BestReport>(m_report));
    }
}

bool BestJob::canTry(BestTrial trial, bool isWorthIt)
{
    if (isWorthIt && trial.seconds <= left()) {
        return true;
    }
    trial.outcome = isWorthIt ? BestOutcome::NoTime : BestOutcome::NothingToDo;
    note(std::move(trial));
    return false;
}

void BestJob::noteNothing(BestTrial trial, const Stopwatch& watch)
{
    trial.outcome = BestOutcome::NothingToDo;
    trial.seconds = watch.seconds();
    note(std::move(trial));
}

/// Judges a candidate and keeps it where it loses less.
Status BestJob::judgeTrial(BestTrial trial, quant::Configuration candidate, const Stopwatch& watch)
{
    const auto loss = judge(candidate);
    if (!loss) {
        return failFrom(loss);
    }
    trial.loss = *loss;
    trial.seconds = watch.seconds();
    if (*loss < m_report.lossAfter) {
        trial.outcome = BestOutcome::Kept;
        m_report.lossAfter = *loss;
        m_report.configuration = std::move(candidate);
    }
    note(std::move(trial));
    return {};
}

Status BestJob::tryCalibrationMethods()
{
    if (!quant::needsCalibration(m_report.configuration)) {
        note({BestMethod::CalibrationMethod, {}, BestOutcome::NothingToDo});
        return {};
    }
    const quant::CalibrationMethod first = m_report.configuration.calibration.method;
    double longest = m_judgeSeconds;
    for (const quant::CalibrationMethod method : calibrationMethods()) {
        BestTrial trial{BestMethod::CalibrationMethod, quant::toString(method)};
        if (method == first) {
            continue;
        }
        if (longest > left()) {
            trial.outcome = BestOutcome::NoTime;
            trial.seconds = longest;
            note(std::move(trial));
            continue;
        }
        quant::Configuration candidate = m_report.configuration;
        candidate.calibration.method = method;
        const Stopwatch watch;
        if (const Status done = judgeTrial(std::move(trial), std::move(candidate), watch); !done) {
            return done;
        }
        longest = std::max(longest, watch.seconds());
    }
    return {};
}

Status BestJob::tryWeightRange()
{
    BestTrial trial{BestMethod::WeightRange, quant::toString(quant::WeightRange::Mse)};
    const quant::Configuration candidate = withMseRanges(m_report.configuration);
    trial.seconds = m_judgeSeconds;
    if (!canTry(trial, candidate != m_report.configuration)) {
        return {};
    }
    return judgeTrial(std::move(trial), candidate, Stopwatch());
}

Status BestJob::tryEqualization()
{
    BestTrial trial{BestMethod::Equalization};
    const Stopwatch watch;
    auto report = equalized(*m_place.room.info().layers, {m_report.configuration, {}}, m_context);
    if (!report) {
        return failFrom(report);
    }
    trial.seconds = m_calibrationSeconds + m_judgeSeconds;
    if (!canTry(trial, report->configuration.equalization != nullptr)) {
        return {};
    }
    return judgeTrial(std::move(trial), std::move(report->configuration), watch);
}

Status BestJob::trySmoothing()
{
    BestTrial trial{BestMethod::Smoothing};
    trial.seconds = 2.0 * m_calibrationSeconds + m_judgeSeconds; // magnitudes, ranges
    if (!canTry(trial, quant::needsCalibration(m_report.configuration))) {
        return {};
    }
    const Stopwatch watch;
    SmoothingJob job({m_place.room, m_place.data, nullptr, m_place.giveWay},
                     {m_report.configuration});
    auto report = job.run();
    if (!report) {
        return failFrom(report);
    }
    if (report->smoothedStreams() == 0) {
        noteNothing(std::move(trial), watch);
        return {};
    }
    return judgeTrial(std::move(trial), std::move(report->configuration), watch);
}

Status BestJob::tryAbsorption()
{
    BestTrial trial{BestMethod::BiasAbsorption};
    trial.seconds = 3.0 * m_calibrationSeconds + m_judgeSeconds; // statistics, FP32, ranges
    const bool hasActivations = quant::needsCalibration(m_report.configuration);
    if (!canTry(trial, m_report.configuration.equalization != nullptr && hasActivations)) {
        return {};
    }
    const Stopwatch watch;
    AbsorptionJob job({m_place.room, m_place.data, nullptr, m_place.giveWay},
                      {m_report.configuration, {}}, m_context);
    auto report = job.run();
    if (!report) {
        return failFrom(report);
    }
    if (report->isRefused || report->absorbedChannels() == 0) {
        noteNothing(std::move(trial), watch);
        return {};
    }
    return judgeTrial(std::move(trial), std::move(report->configuration), watch);
}

/// Gives up as soon as it would take longer than `most` seconds; `expected` is then what it would.
/// Null: given up.
Result<CorrectionReportPtr> BestJob::correct(quant::CorrectionMethod by,
                                             std::shared_ptr<const DataInfo> pictures, double most,
                                             double& expected)
{
    const auto ranges = m_place.ranges(m_report.configuration);
    if (!ranges) {
        return failFrom(ranges);
    }
    CorrectionRequest request;
    request.base = withoutCorrection(m_report.configuration);
    request.method = by;
    const auto layers = static_cast<double>(correctableLayers(request.base));
    std::stop_source stop;
    const std::stop_callback outer(m_context.stop, [&stop] { stop.request_stop(); });
    const JobContext bounded{stop.get_token(), m_context.report};
    const Stopwatch watch;
    CorrectionJob job({m_place.room, std::move(pictures), *ranges, m_place.giveWay},
                      std::move(request), bounded, [&](const CorrectionReportPtr& partial) {
                          const std::size_t done = partial->layers.size();
                          expected = watch.seconds() * layers / static_cast<double>(done);
                          const bool isKnown = done >= kLayersToForetell || watch.seconds() > most;
                          if (isKnown && expected > most && static_cast<double>(done) < layers) {
                              stop.request_stop();
                          }
                      });
    auto report = job.run();
    const bool isGivenUp = !report && report.error().code == ErrorCode::Cancelled &&
                           stop.stop_requested() && !m_context.cancelled();
    return isGivenUp ? Result<CorrectionReportPtr>(nullptr) : std::move(report);
}

Status BestJob::tryCorrection(BestMethod method, quant::CorrectionMethod by)
{
    BestTrial trial{method};
    const bool isKnown = by != quant::CorrectionMethod::BiasCorrectionAnalytic ||
                         hasNormalStatistics(*m_place.room.info().layers);
    if (!isKnown || correctableLayers(m_report.configuration) == 0) {
        trial.outcome = BestOutcome::NothingToDo;
        note(std::move(trial));
        return {};
    }
    const Stopwatch watch;
    // What is kept is fitted once more, to all pictures.
    const double again = static_cast<double>(m_place.data->calibration->size()) /
                         static_cast<double>(m_place.judging->calibration->size());
    const auto report = correct(by, m_place.judging, left() / (1.0 + again), trial.seconds);
    if (!report) {
        return failFrom(report);
    }
    if (!*report) {
        trial.outcome = BestOutcome::NoTime;
        trial.seconds *= 1.0 + again;
        note(std::move(trial));
        return {};
    }
    if (const Status done = judgeTrial(std::move(trial), (*report)->configuration, watch); !done) {
        return done;
    }
    if (m_report.trials.back().outcome == BestOutcome::Kept) {
        m_correctedBy = by;
    }
    return {};
}

/// The judges have judged; now they may be fitted to, too.
Status BestJob::fitToAll()
{
    if (!m_correctedBy) {
        return {};
    }
    double expected = 0.0;
    const auto report =
        correct(*m_correctedBy, m_place.data, std::numeric_limits<double>::infinity(), expected);
    if (!report) {
        return failFrom(report);
    }
    m_report.configuration = (*report)->configuration;
    return {};
}

} // namespace quantoscope::session
