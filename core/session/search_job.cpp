// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_job.h"

#include "core/session/correction_job.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::session {
namespace {

/// Whether what was found for one request holds for another.
bool isSameSearch(const SearchReportPtr& former, const SearchRequest& request,
                  const std::shared_ptr<const FloatReference>& reference)
{
    if (!former || !former->memory || former->memory->reference != reference) {
        return false;
    }
    SearchRequest asked = former->request;
    asked.evaluations = request.evaluations;
    return asked == request;
}

} // namespace

SearchJob::SearchJob(Place place, SearchRequest request, SearchSpace space,
                     const JobContext& context, const SearchCallback& partial)
    : m_place(std::move(place)), m_request(std::move(request)), m_space(std::move(space)),
      m_context(context), m_partial(partial),
      m_loss(*m_place.pictures.reference,
             std::span(m_place.pictures.reference->order).first(m_place.pictures.count)),
      m_figures(m_place.pictures.reference, isLabelled(*m_place.pictures.data),
                m_place.pictures.check)
{
}

SearchRuns::Material SearchJob::material() const
{
    return {m_place.pictures.data, m_place.pictures.reference, m_place.calibration, m_choices};
}

Result<SearchReportPtr> SearchJob::run(const SearchReportPtr& former)
{
    SensitivityPtr sensitivity;
    if (isSameSearch(former, m_request, m_place.pictures.reference)) {
        m_secondsBefore = former->seconds;
        m_picturesRun = former->memory->picturesRun;
        m_remembered = former->memory->trials;
        m_choices = former->memory->choices;
        sensitivity = former->sensitivity;
    }
    Status done = correctChoices();
    if (done) {
        done = measureSensitivities(sensitivity);
    }
    if (done) {
        done = startCourse();
    }
    if (done) {
        done = tryCandidates();
    }
    if (done) {
        done = checkHeldOut();
    }
    if (!done) {
        return failFrom(done);
    }
    return report(SearchPhase::Finished);
}

Status SearchJob::correctChoices()
{
    const SensitivityRequest sweep = m_space.sweep(m_request);
    if (!m_request.correctWeights || m_choices || sweep.layers.empty()) {
        return {};
    }
    ChoicesRequest request{m_request.base, sweep.layers, {}, {}};
    request.kept = {sweep.bits.begin(), sweep.bits.end()};
    for (const int bits : m_space.openBits()) {
        const search::Assignment same(m_space.layerCount(), bits);
        request.bits[bits] = m_space.configuration(same);
    }
    auto choices =
        correctAlone({m_place.room, m_place.pictures.data, m_place.calibration, m_place.giveWay},
                     request, m_context);
    if (!choices) {
        return failFrom(choices);
    }
    m_choices = std::make_shared<const CorrectedChoices>(*std::move(choices));
    return {};
}

Status SearchJob::measureSensitivities(const SensitivityPtr& former)
{
    const SensitivityRequest request = m_space.sweep(m_request);
    if (request.layers.empty() || request.bits.empty()) {
        return {};
    }
    std::optional<search::SensitivitySweep> sweep;
    const Status planned = m_place.giveWay([&](const JobContext& inner) -> Status {
        const auto chain = m_place.room.chain(inner);
        if (!chain) {
            return failFrom(chain);
        }
        const auto plan = sensitivityPlan((*chain)->model(), request,
                                          static_cast<std::int64_t>(m_place.pictures.count));
        if (!plan) {
            return failFrom(plan);
        }
        auto started = startOrGoOn(*plan, request, former);
        if (!started) {
            return failFrom(started);
        }
        sweep.emplace(*std::move(started));
        return {};
    });
    if (!planned) {
        return planned;
    }
    const double before = former ? former->seconds : 0.0;
    SensitivityRuns runs(m_place.room, material(), request, m_place.budgetBytes);
    m_sensitivity = reportOf(request, *sweep, before);
    return runSweep(*sweep, runs, m_place.giveWay, [&] {
        m_sensitivity = reportOf(request, *sweep, before + m_stopwatch.seconds());
        m_context.progress(Stage::MeasuringSensitivity,
                           static_cast<std::int64_t>(sweep->passesDone() * 1000.0),
                           static_cast<std::int64_t>(sweep->passesOfExact() * 1000.0));
        tell(SearchPhase::MeasuringSensitivity);
    });
}

/// Noise-to-signal energy of every layer's weights, rounded to nearest.
Result<LossTable> SearchJob::weightLosses() const
{
    exec::ConfiguredModel& model = m_place.room.configured();
    const auto& calibration = m_place.calibration;
    LossTable losses(m_space.layerCount());
    for (const int bits : m_space.openBits()) {
        const search::Assignment same(m_space.layerCount(), bits);
        const auto bound = model.bind(m_space.configuration(same),
                                      calibration ? &calibration->histograms : nullptr);
        if (!bound) {
            return failFrom(bound);
        }
        std::size_t layer = 0;
        for (const exec::BoundWeights& weights : bound->weights) {
            if (weights.values) {
                losses[layer++][bits] =
                    weights.sqnrDb ? std::pow(10.0, -*weights.sqnrDb / 10.0) : 0.0;
            }
        }
    }
    return losses;
}

Status SearchJob::startCourse()
{
    const auto weights = weightLosses();
    if (!weights) {
        return failFrom(weights);
    }
    MeasuredLosses measured{LossTable(m_space.layerCount()), LossTable(m_space.layerCount())};
    if (m_sensitivity) {
        measured = lossesOf(m_space, m_loss, *m_sensitivity);
    }
    if (m_choices) {
        addUnmeasured(m_space, *m_choices, *weights, measured.predicted);
        addUnmeasured(m_space, *m_choices, *weights, measured.noise);
    }
    auto course = SearchCourse::create(
        m_space, m_request, m_loss, m_figures,
        {lookUp(measured.predicted), lookUp(measured.noise), lookUp(*weights)});
    if (!course) {
        return failFrom(course);
    }
    m_course.emplace(*std::move(course));
    for (const auto& trial : m_remembered) {
        const bool isWhole = trial->outcomes.size() == m_place.pictures.count;
        if (const Status taken = m_course->take(trial, isWhole); !taken) {
            return taken;
        }
    }
    tell(SearchPhase::Evaluating);
    return {};
}

Status SearchJob::tryCandidates()
{
    SearchRuns runs(m_place.room, material(), 0, m_place.pictures.count, m_place.budgetBytes);
    const double before = m_picturesRun;
    while (auto next = m_course->next()) {
        auto trial = runCandidate(*std::move(next), runs);
        m_picturesRun = before + runs.picturesRun();
        if (!trial) {
            return failFrom(trial);
        }
        const bool isWhole = (*trial)->outcomes.size() == m_place.pictures.count;
        if (const Status taken = m_course->take(*std::move(trial), isWhole); !taken) {
            return taken;
        }
        tell(SearchPhase::Evaluating);
    }
    return {};
}

/// Runs a candidate to the end of the pictures, or to a quarter where it is hopeless by then.
Result<std::shared_ptr<SearchTrial>> SearchJob::runCandidate(SearchTrial trial, SearchRuns& runs)
{
    if (const SearchTrial* known = m_course->findRun(trial.bits)) {
        trial.outcomes = known->outcomes;
        trial.heldOut = known->heldOut;
        trial.corrected = known->corrected;
        trial.fitsAll = known->fitsAll;
        return std::make_shared<SearchTrial>(std::move(trial));
    }
    Status ready = m_request.correctWeights ? correct(trial, m_place.pictures.data) : Status{};
    if (ready) {
        ready = runs.prepare(configurationOf(m_space, trial));
    }
    if (!ready) {
        return failFrom(ready);
    }
    for (std::size_t batch = 0; trial.outcomes.size() < m_place.pictures.count; ++batch) {
        const Status ran = m_place.giveWay([&](const JobContext& inner) -> Status {
            const auto outcomes = runs.run(batch, inner);
            if (!outcomes) {
                return failFrom(outcomes);
            }
            trial.outcomes.insert(trial.outcomes.end(), outcomes->begin(), outcomes->end());
            return {};
        });
        if (!ran) {
            return failFrom(ran);
        }
        const auto done =
            m_course->trials().size() * m_place.pictures.count + trial.outcomes.size();
        const auto all = static_cast<std::size_t>(m_request.evaluations) * m_place.pictures.count;
        m_context.progress(Stage::Searching, static_cast<std::int64_t>(done),
                           static_cast<std::int64_t>(all));
        const bool isQuarter = (batch + 1) == (runs.batchCount() + 3) / 4;
        if (isQuarter && runs.batchCount() > 1 && m_course->isHopeless(trial)) {
            break;
        }
    }
    return std::make_shared<SearchTrial>(std::move(trial));
}

/// Fits the weights of all layers, in turn, at the trial's bits.
Status SearchJob::correct(SearchTrial& trial, std::shared_ptr<const DataInfo> pictures) const
{
    CorrectionRequest request;
    request.base = m_space.configuration(trial.bits);
    trial.fitsAll = pictures == m_place.pictures.checkData;
    CorrectionJob job({m_place.room, std::move(pictures), m_place.calibration, m_place.giveWay},
                      request, m_context, {});
    const auto report = job.run();
    if (!report) {
        return failFrom(report);
    }
    trial.corrected = (*report)->configuration.corrected;
    return {};
}

Status SearchJob::checkHeldOut()
{
    const SearchPictureSets& sets = m_place.pictures;
    SearchRuns runs(m_place.room, {sets.checkData, sets.check.reference, m_place.calibration},
                    sets.check.first, sets.check.count, 0);
    const double before = m_picturesRun;
    for (const std::size_t place : m_course->toCheck()) {
        SearchTrial trial = *m_course->trials()[place];
        Status done;
        if (m_request.correctWeights && !trial.fitsAll) {
            done = correct(trial, sets.checkData);
        }
        if (done && trial.heldOut.empty() && sets.check.count > 0) {
            done = runHeldOut(trial, runs);
        }
        if (!done) {
            return done;
        }
        m_picturesRun = before + runs.picturesRun();
        m_course->replace(place, std::move(trial));
        tell(SearchPhase::CheckingHeldOut);
    }
    return {};
}

Status SearchJob::runHeldOut(SearchTrial& trial, SearchRuns& runs) const
{
    if (const Status ready = runs.prepare(configurationOf(m_space, trial)); !ready) {
        return ready;
    }
    auto outcomes = runs.runAll(m_place.giveWay, {m_context.stop, {}});
    if (!outcomes) {
        return failFrom(outcomes);
    }
    trial.heldOut = *std::move(outcomes);
    return {};
}

SearchReportPtr SearchJob::report(SearchPhase phase) const
{
    auto report = std::make_shared<SearchReport>();
    auto memory = std::make_shared<SearchMemory>();
    memory->reference = m_place.pictures.reference;
    memory->trials = m_course ? m_course->trials() : m_remembered;
    memory->picturesRun = m_picturesRun;
    memory->choices = m_choices;
    report->request = m_request;
    report->phase = phase;
    report->images = static_cast<std::int64_t>(m_place.pictures.count);
    report->heldOutImages = static_cast<std::int64_t>(m_place.pictures.check.count);
    report->seconds = m_secondsBefore + m_stopwatch.seconds();
    report->sensitivity = m_sensitivity;
    const double swept = m_sensitivity ? m_sensitivity->passes *
                                             static_cast<double>(m_sensitivity->state.plan.pictures)
                                       : 0.0;
    report->passes = (swept + m_picturesRun) / static_cast<double>(m_place.pictures.count);
    report->memory = std::move(memory);
    if (m_course) {
        m_course->describe(*report);
    }
    return report;
}

void SearchJob::tell(SearchPhase phase) const
{
    if (m_partial) {
        m_partial(report(phase));
    }
}

} // namespace quantoscope::session
