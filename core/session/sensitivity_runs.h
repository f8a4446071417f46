// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/exec/activation_cache.h"
#include "core/search/sensitivity_sweep.h"
#include "core/session/corrected_choices.h"
#include "core/session/engine_room.h"
#include "core/session/exploration.h"
#include "core/session/giving_way.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace quantoscope::session {

/// Runs the trials of a sensitivity sweep from kept activations of what they are compared with: the
/// model in FP32, or the whole model quantized.
class SensitivityRuns
{
public:
    struct Material
    {
        std::shared_ptr<const DataInfo> data;
        std::shared_ptr<const FloatReference> reference;
        std::shared_ptr<const CalibrationInfo> calibration; ///< null where weights only are swept
        /// Weights that trials take where there are some for their bits; null: none.
        std::shared_ptr<const CorrectedChoices> corrected = {};
    };
    SensitivityRuns(EngineRoom& room, Material material, SensitivityRequest request,
                    std::size_t budgetBytes);

    /// Effects of a trial on the pictures of one batch of the reference's order.
    [[nodiscard]] Result<search::TrialSums> run(const search::SensitivityPlan& plan,
                                                const search::Trial& trial, std::int64_t batch,
                                                const JobContext& context);
    [[nodiscard]] const Material& material() const { return m_material; }

private:
    /// What trials at some bits start from, with its kept activations.
    struct Base
    {
        quant::Configuration uniform; ///< everything at the trial's bits
        quant::Configuration configuration;
        std::shared_ptr<const exec::ModelBinding> binding;
        std::unique_ptr<exec::ActivationCache> cache;
        std::vector<bool> isDone; ///< by batch
        std::size_t pictures = 0; ///< the first of the reference's order
    };
    Result<Base*> baseOf(const search::SensitivityPlan& plan, int bits,
                         exec::SegmentedRunner& runner);
    Result<std::shared_ptr<const exec::ModelBinding>>
    bind(const quant::Configuration& configuration);
    [[nodiscard]] std::shared_ptr<const quant::CorrectedWeights>
    correctedFor(const std::string& layer, const quant::WeightScheme& scheme) const;
    [[nodiscard]] quant::Configuration trialOf(const Base& base, const std::string& layer) const;
    Status runBatch(exec::SegmentedRunner& runner, Base& base, std::int64_t batch, bool keep,
                    const JobContext& context, search::TrialSums* sums);
    void addEffects(const exec::SegmentedRunner& runner, std::span<const std::int32_t> pictures,
                    search::TrialSums& sums) const;

    EngineRoom& m_room;
    Material m_material;
    SensitivityRequest m_request;
    std::size_t m_budgetBytes;
    std::map<int, Base> m_bases; ///< by bits; one for all, under 0, where trials start from FP32
};

/// The plan of a sweep over a model: its weight layers (or those of the request that have what is
/// swept), with the cost of each from its last cut to the end.
[[nodiscard]] Result<search::SensitivityPlan> sensitivityPlan(const exec::SegmentedModel& chain,
                                                              const SensitivityRequest& request,
                                                              std::int64_t pictures);

/// A sweep of the plan that goes on from `former` (may be null) where that is of the same plan
/// and equalization.
[[nodiscard]] Result<search::SensitivitySweep> startOrGoOn(const search::SensitivityPlan& plan,
                                                           const SensitivityRequest& request,
                                                           const SensitivityPtr& former);
/// Runs a sweep to its end, telling `onStep` after every batch.
[[nodiscard]] Status runSweep(search::SensitivitySweep& sweep, SensitivityRuns& runs,
                              const GivingWay& giveWay, const std::function<void()>& onStep);
[[nodiscard]] SensitivityPtr reportOf(const SensitivityRequest& request,
                                      const search::SensitivitySweep& sweep, double seconds);

} // namespace quantoscope::session
