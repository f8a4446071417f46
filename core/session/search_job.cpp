// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_job.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::session {
namespace {

constexpr std::size_t kSample = 16; // as the reference's order is stratified

bool isLabelled(const DataInfo& data)
{
    const auto& samples = data.validation->index().samples;
    return std::ranges::all_of(samples,
                               [](const auto& sample) { return sample.label.has_value(); });
}

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

/// Loss of every choice, by layer and bits.
using LossTable = std::vector<std::map<int, double>>;

SearchSpace::LossOf lookUp(const LossTable& table)
{
    return [&table](std::size_t layer, int bits) { return table[layer].at(bits); };
}

} // namespace

Result<SearchSplit> splitOf(std::size_t pictures, double heldOut)
{
    const std::size_t samples = (pictures + kSample - 1) / kSample;
    const auto kept =
        static_cast<std::size_t>(std::ceil((1.0 - heldOut) * static_cast<double>(samples) - 1e-9));
    const std::size_t searched = std::min(pictures, std::max<std::size_t>(kept, 1) * kSample);
    if (heldOut > 0.0 && searched == pictures) {
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(pictures) + " pictures are too few to hold any out",
                    "held-out share");
    }
    return SearchSplit{searched, pictures - searched};
}

SearchJob::SearchJob(Place place, SearchRequest request, SearchSpace space, SearchSplit split,
                     const JobContext& context, const SearchCallback& partial)
    : m_place(std::move(place)), m_request(std::move(request)), m_space(std::move(space)),
      m_split(split), m_context(context), m_partial(partial),
      m_loss(*m_place.material.reference,
             std::span(m_place.material.reference->order).first(split.searched)),
      m_figures(m_place.material.reference, isLabelled(*m_place.material.data), split.searched)
{
}

Result<SearchReportPtr> SearchJob::run(const SearchReportPtr& former)
{
    SensitivityPtr sensitivity;
    if (isSameSearch(former, m_request, m_place.material.reference)) {
        m_secondsBefore = former->seconds;
        m_picturesRun = former->memory->picturesRun;
        m_remembered = former->memory->trials;
        sensitivity = former->sensitivity;
    }
    Status done = measureSensitivities(sensitivity);
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
                                          static_cast<std::int64_t>(m_split.searched));
        if (!plan) {
            return failFrom(plan);
        }
        auto started = startOrGoOn(*plan, former);
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
    SensitivityRuns runs(m_place.room, m_place.material, request, m_place.budgetBytes);
    m_sensitivity = reportOf(request, *sweep, before);
    return runSweep(*sweep, runs, m_place.giveWay, [&] {
        m_sensitivity = reportOf(request, *sweep, before + m_stopwatch.seconds());
        m_context.progress(Stage::MeasuringSensitivity,
                           static_cast<std::int64_t>(sweep->passesDone() * 1000.0),
                           static_cast<std::int64_t>(sweep->passesOfExact() * 1000.0));
        tell(SearchPhase::MeasuringSensitivity);
    });
}

/// Noise-to-signal energy of every layer's weights at some bits.
Result<std::vector<double>> SearchJob::weightLosses(int bits) const
{
    exec::ConfiguredModel& model = m_place.room.configured();
    const auto& calibration = m_place.material.calibration;
    const search::Assignment same(m_space.layerCount(), bits);
    const auto bound =
        model.bind(m_space.configuration(same), calibration ? &calibration->histograms : nullptr);
    if (!bound) {
        return failFrom(bound);
    }
    std::vector<double> losses;
    for (const exec::BoundWeights& weights : bound->weights) {
        if (weights.values) {
            losses.push_back(weights.sqnrDb ? std::pow(10.0, -*weights.sqnrDb / 10.0) : 0.0);
        }
    }
    return losses;
}

Status SearchJob::startCourse()
{
    LossTable predicted(m_space.layerCount());
    LossTable noise(m_space.layerCount());
    LossTable weights(m_space.layerCount());
    for (std::size_t layer = 0; m_sensitivity && layer < predicted.size(); ++layer) {
        const auto& names = m_sensitivity->state.plan.layers;
        for (const search::Trial& trial : m_sensitivity->state.trials) {
            if (names[trial.layer] == m_space.layerName(layer)) {
                predicted[layer][trial.bits] = m_loss.of(trial.sums);
                noise[layer][trial.bits] = SearchLoss::noiseOf(trial.sums);
            }
        }
    }
    for (const int bits : m_space.openBits()) {
        const auto losses = weightLosses(bits);
        if (!losses) {
            return failFrom(losses);
        }
        for (std::size_t layer = 0; layer < weights.size(); ++layer) {
            weights[layer][bits] = (*losses)[layer];
        }
    }
    auto course = SearchCourse::create(m_space, m_request, m_loss, m_figures,
                                       {lookUp(predicted), lookUp(noise), lookUp(weights)});
    if (!course) {
        return failFrom(course);
    }
    m_course.emplace(*std::move(course));
    for (const auto& trial : m_remembered) {
        const bool isWhole = trial->outcomes.size() == m_split.searched;
        if (const Status taken = m_course->take(trial, isWhole); !taken) {
            return taken;
        }
    }
    tell(SearchPhase::Evaluating);
    return {};
}

Status SearchJob::tryCandidates()
{
    SearchRuns runs(m_place.room, m_place.material, 0, m_split.searched, m_place.budgetBytes);
    const double before = m_picturesRun;
    while (auto next = m_course->next()) {
        auto trial = runCandidate(*std::move(next), runs);
        m_picturesRun = before + runs.picturesRun();
        if (!trial) {
            return failFrom(trial);
        }
        const bool isWhole = (*trial)->outcomes.size() == m_split.searched;
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
        return std::make_shared<SearchTrial>(std::move(trial));
    }
    if (const Status ready = runs.prepare(m_space.configuration(trial.bits)); !ready) {
        return failFrom(ready);
    }
    for (std::size_t batch = 0; trial.outcomes.size() < m_split.searched; ++batch) {
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
        const auto done = m_course->trials().size() * m_split.searched + trial.outcomes.size();
        const auto all = static_cast<std::size_t>(m_request.evaluations) * m_split.searched;
        m_context.progress(Stage::Searching, static_cast<std::int64_t>(done),
                           static_cast<std::int64_t>(all));
        const bool isQuarter = (batch + 1) == (runs.batchCount() + 3) / 4;
        if (isQuarter && runs.batchCount() > 1 && m_course->isHopeless(trial)) {
            break;
        }
    }
    return std::make_shared<SearchTrial>(std::move(trial));
}

Status SearchJob::checkHeldOut()
{
    if (m_split.heldOut == 0) {
        return {};
    }
    SearchRuns runs(m_place.room, m_place.material, m_split.searched, m_split.heldOut, 0);
    const double before = m_picturesRun;
    for (const std::size_t place : m_course->toCheck()) {
        const SearchTrial& trial = *m_course->trials()[place];
        if (!trial.heldOut.empty()) {
            continue;
        }
        if (const Status ready = runs.prepare(m_space.configuration(trial.bits)); !ready) {
            return ready;
        }
        std::vector<PictureOutcome> outcomes;
        for (std::size_t batch = 0; outcomes.size() < m_split.heldOut; ++batch) {
            const Status ran = m_place.giveWay([&](const JobContext& inner) -> Status {
                const auto some = runs.run(batch, inner);
                if (!some) {
                    return failFrom(some);
                }
                outcomes.insert(outcomes.end(), some->begin(), some->end());
                return {};
            });
            if (!ran) {
                return ran;
            }
        }
        m_picturesRun = before + runs.picturesRun();
        m_course->addHeldOut(place, std::move(outcomes));
        tell(SearchPhase::CheckingHeldOut);
    }
    return {};
}

SearchReportPtr SearchJob::report(SearchPhase phase) const
{
    auto report = std::make_shared<SearchReport>();
    auto memory = std::make_shared<SearchMemory>();
    memory->reference = m_place.material.reference;
    memory->trials = m_course ? m_course->trials() : m_remembered;
    memory->picturesRun = m_picturesRun;
    report->request = m_request;
    report->phase = phase;
    report->images = static_cast<std::int64_t>(m_split.searched);
    report->heldOutImages = static_cast<std::int64_t>(m_split.heldOut);
    report->seconds = m_secondsBefore + m_stopwatch.seconds();
    report->sensitivity = m_sensitivity;
    const double swept = m_sensitivity ? m_sensitivity->passes *
                                             static_cast<double>(m_sensitivity->state.plan.pictures)
                                       : 0.0;
    report->passes = (swept + m_picturesRun) / static_cast<double>(m_split.searched);
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
