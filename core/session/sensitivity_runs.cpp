// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sensitivity_runs.h"

#include "core/eval/live_pass.h"
#include "core/session/configurations.h"
#include "core/session/picture_outcome.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace quantoscope::session {
namespace {

using search::SensitivityMode;
using search::SensitivityTarget;

bool hasTarget(const model::LayerModel& layers, std::size_t index, SensitivityTarget target)
{
    const bool hasSite =
        std::any_of(layers.sites.begin(), layers.sites.end(), [&](const auto& site) {
            return site.layer && static_cast<std::size_t>(*site.layer) == index;
        });
    const bool hasWeights = layers.layers[index].hasWeights();
    return target == SensitivityTarget::Weights       ? hasWeights
           : target == SensitivityTarget::Activations ? hasSite
                                                      : hasWeights || hasSite;
}

/// Name of the tensor whose quantizer sits behind a layer; empty when there is none.
std::string siteBehind(const model::LayerModel& layers, const std::string& layer)
{
    for (const model::ActivationSite& site : layers.sites) {
        if (site.layer && layers.layers[static_cast<std::size_t>(*site.layer)].name == layer) {
            return site.name;
        }
    }
    return {};
}

UniformSettings uniformOf(const SensitivityRequest& request, int bits)
{
    UniformSettings settings;
    settings.bits = {quant::Precision::integer(bits), quant::Precision::integer(std::max(2, bits))};
    settings.symmetricWeights = request.symmetricWeights;
    settings.symmetricActivations = request.symmetricActivations;
    settings.granularity = request.granularity;
    settings.calibration = request.calibration;
    return settings;
}

} // namespace

Result<search::SensitivityPlan> sensitivityPlan(const exec::SegmentedModel& chain,
                                                const SensitivityRequest& request,
                                                std::int64_t pictures)
{
    const model::LayerModel& layers = *chain.layers;
    search::SensitivityPlan plan;
    plan.target = request.target;
    plan.mode = request.mode;
    plan.effort = request.effort;
    plan.rank = request.rank;
    plan.bits = request.bits;
    plan.pictures = request.images > 0 ? std::min(request.images, pictures) : pictures;
    plan.batch = chain.batch;
    plan.topCount = request.topCount;
    for (const std::string& name : request.layers) {
        if (layers.findLayer(name) == nullptr) {
            return fail(ErrorCode::InvalidArgument, "is not in the model", "layer " + name);
        }
    }
    const double whole = std::accumulate(chain.layerCosts.begin(), chain.layerCosts.end(), 0.0);
    for (std::size_t i = 0; i < layers.layers.size(); ++i) {
        const bool isWanted =
            request.layers.empty() || std::find(request.layers.begin(), request.layers.end(),
                                                layers.layers[i].name) != request.layers.end();
        if (isWanted && hasTarget(layers, i, request.target)) {
            const std::size_t first = chain.segments[chain.segmentOf(i)].firstLayer;
            const double rest =
                std::accumulate(chain.layerCosts.begin() + static_cast<std::ptrdiff_t>(first),
                                chain.layerCosts.end(), 0.0);
            plan.layers.push_back(layers.layers[i].name);
            plan.costs.push_back(std::max(rest / std::max(whole, 1.0), 1e-6));
        }
    }
    if (plan.layers.empty()) {
        return fail(ErrorCode::InvalidArgument, "the model has no layer to quantize");
    }
    return plan;
}

SensitivityRuns::SensitivityRuns(EngineRoom& room, Material material, SensitivityRequest request,
                                 std::size_t budgetBytes)
    : m_room(room), m_material(std::move(material)), m_request(std::move(request)),
      m_budgetBytes(budgetBytes)
{
}

Result<std::shared_ptr<const exec::ModelBinding>>
SensitivityRuns::bind(const quant::Configuration& configuration)
{
    auto bound = m_room.configured().bind(
        configuration, m_material.calibration ? &m_material.calibration->histograms : nullptr);
    if (!bound) {
        return failFrom(bound);
    }
    return std::make_shared<const exec::ModelBinding>(*std::move(bound));
}

Result<SensitivityRuns::Base*> SensitivityRuns::baseOf(const search::SensitivityPlan& plan,
                                                       int bits, exec::SegmentedRunner& runner)
{
    const bool isAlone = plan.mode == SensitivityMode::Alone;
    Base& base = m_bases[isAlone ? 0 : bits];
    auto uniform = uniformConfiguration(*m_room.info().layers, uniformOf(m_request, bits));
    if (!uniform) {
        return failFrom(uniform);
    }
    base.uniform = *std::move(uniform);
    base.uniform.equalization = m_request.equalization;
    for (auto& [layer, scheme] : base.uniform.weights) {
        if (const auto own = m_request.weightSchemes.find(layer);
            own != m_request.weightSchemes.end()) {
            scheme = withBits(own->second, bits);
        }
    }
    if (plan.target == SensitivityTarget::Weights) {
        base.uniform.activations.clear();
    } else if (plan.target == SensitivityTarget::Activations) {
        base.uniform.weights.clear();
    }
    if (base.binding) {
        return &base;
    }
    base.configuration = base.uniform;
    if (isAlone) {
        base.configuration.weights.clear();
        base.configuration.activations.clear();
    }
    auto binding = bind(base.configuration);
    if (!binding) {
        return failFrom(binding);
    }
    const auto batches = static_cast<std::size_t>((plan.pictures + plan.batch - 1) / plan.batch);
    const std::size_t shares = isAlone ? 1 : plan.bits.size();
    base.cache = std::make_unique<exec::ActivationCache>(runner.sharedModel(), batches,
                                                         m_budgetBytes / shares);
    base.isDone.assign(batches, false);
    base.pictures = static_cast<std::size_t>(plan.pictures);
    base.binding = *std::move(binding);
    return &base;
}

/// Weights that were corrected for a layer of a trial; null where there are none.
std::shared_ptr<const quant::CorrectedWeights>
SensitivityRuns::correctedFor(const std::string& layer, const quant::WeightScheme& scheme) const
{
    if (!m_material.corrected) {
        return nullptr;
    }
    const auto choices = m_material.corrected->find(layer);
    if (choices == m_material.corrected->end()) {
        return nullptr;
    }
    const auto choice = choices->second.find(scheme.precision.bits());
    return choice == choices->second.end() ? nullptr : choice->second.weights;
}

quant::Configuration SensitivityRuns::trialOf(const Base& base, const std::string& layer) const
{
    quant::Configuration trial = base.configuration;
    const std::string site = siteBehind(*m_room.info().layers, layer);
    const auto weights = base.uniform.weights.find(layer);
    const auto activations = base.uniform.activations.find(site);
    const bool isAlone = m_request.mode == SensitivityMode::Alone;
    if (weights != base.uniform.weights.end()) {
        isAlone ? trial.weights.insert(*weights).first
                : trial.weights.erase(trial.weights.find(layer));
        if (auto corrected = isAlone ? correctedFor(layer, weights->second) : nullptr) {
            trial.corrected[layer] = std::move(corrected);
        }
    }
    if (activations != base.uniform.activations.end()) {
        isAlone ? trial.activations.insert(*activations).first
                : trial.activations.erase(trial.activations.find(site));
    }
    return trial;
}

void SensitivityRuns::addEffects(const exec::SegmentedRunner& runner,
                                 std::span<const std::int32_t> pictures,
                                 search::TrialSums& sums) const
{
    const FloatReference& reference = *m_material.reference;
    const auto size = static_cast<std::size_t>(reference.outputs.shape[1]);
    std::vector<float> row(size);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto picture = static_cast<std::size_t>(pictures[i]);
        eval::copyPictureOutputs(runner, i, row);
        sums.add(outcomeOf(reference, picture, row).effect);
    }
}

Status SensitivityRuns::runBatch(exec::SegmentedRunner& runner, Base& base, std::int64_t batch,
                                 bool keep, const JobContext& context, search::TrialSums* sums)
{
    const auto first = static_cast<std::size_t>(batch);
    const auto order = std::span(m_material.reference->order).first(base.pictures);
    const JobContext quiet{context.stop, {}};
    return eval::runLivePass(runner, *base.cache,
                             {m_material.data->validation.get(), order, first, first + 1,
                              m_room.imageInput(), keep, Stage::MeasuringSensitivity},
                             quiet, [&](std::span<const std::int32_t> pictures) -> Status {
                                 if (sums != nullptr) {
                                     addEffects(runner, pictures, *sums);
                                 }
                                 return {};
                             });
}

Result<search::TrialSums> SensitivityRuns::run(const search::SensitivityPlan& plan,
                                               const search::Trial& trial, std::int64_t batch,
                                               const JobContext& context)
{
    const auto runner = m_room.chain(context);
    if (!runner) {
        return failFrom(runner);
    }
    const auto base = baseOf(plan, trial.bits, **runner);
    if (!base) {
        return failFrom(base);
    }
    Base& from = **base;
    if (!from.isDone[static_cast<std::size_t>(batch)]) {
        from.cache->plan(from.binding);
        Status ran = (*runner)->apply(*from.binding);
        if (ran) {
            ran = runBatch(**runner, from, batch, true, context, nullptr);
        }
        if (!ran) {
            return failFrom(ran);
        }
        from.isDone[static_cast<std::size_t>(batch)] = true;
    }
    const auto binding = bind(trialOf(from, plan.layers[trial.layer]));
    if (!binding) {
        return failFrom(binding);
    }
    from.cache->aim(*binding);
    search::TrialSums sums;
    Status ran = (*runner)->apply(**binding);
    if (ran) {
        ran = runBatch(**runner, from, batch, false, context, &sums);
    }
    if (!ran) {
        return failFrom(ran);
    }
    return sums;
}

Result<search::SensitivitySweep> startOrGoOn(const search::SensitivityPlan& plan,
                                             const SensitivityRequest& request,
                                             const SensitivityPtr& former)
{
    const bool isSame =
        former && former->state.plan == plan &&
        quant::isSameEqualization(former->request.equalization, request.equalization);
    return isSame ? search::SensitivitySweep::restore(former->state)
                  : search::SensitivitySweep::create(plan);
}

Status runSweep(search::SensitivitySweep& sweep, SensitivityRuns& runs, const GivingWay& giveWay,
                const std::function<void()>& onStep)
{
    while (const auto task = sweep.next()) {
        const Status done = giveWay([&](const JobContext& inner) -> Status {
            const auto sums = runs.run(sweep.state().plan, sweep.state().trials[task->trial],
                                       task->firstBatch, inner);
            return sums ? sweep.take(*task, *sums) : Status(failFrom(sums));
        });
        if (!done) {
            return done;
        }
        onStep();
    }
    return {};
}

SensitivityPtr reportOf(const SensitivityRequest& request, const search::SensitivitySweep& sweep,
                        double seconds)
{
    auto report = std::make_shared<SensitivityReport>();
    report->request = request;
    report->state = sweep.state();
    report->ranking = sweep.ranking();
    report->passes = sweep.passesDone();
    report->seconds = seconds;
    report->isFinished = !sweep.next().has_value();
    return report;
}

} // namespace quantoscope::session
