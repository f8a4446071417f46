// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/activation_cache.h"
#include "core/session/engine_room.h"
#include "core/session/giving_way.h"
#include "core/session/picture_outcome.h"
#include "core/session/sensitivity_runs.h"

#include <memory>
#include <vector>

namespace quantoscope::session {

/// Runs configurations on a part of the reference's order, batch by batch, each from what the one
/// before has in common with it.
class SearchRuns
{
public:
    using Material = SensitivityRuns::Material;
    /// Pictures [first, first + count) of the reference's order.
    SearchRuns(EngineRoom& room, Material material, std::size_t first, std::size_t count,
               std::size_t budgetBytes);

    /// The configuration to run from now on.
    [[nodiscard]] Status prepare(const quant::Configuration& configuration);
    /// Runs a batch of it; the outcomes in the order of its pictures.
    [[nodiscard]] Result<std::vector<PictureOutcome>> run(std::size_t batch,
                                                          const JobContext& context);
    /// Runs all batches of it, each a piece of work that gives way; the outcomes in the pictures'
    /// order. Tells `context` how far it is.
    [[nodiscard]] Result<std::vector<PictureOutcome>> runAll(const GivingWay& giveWay,
                                                             const JobContext& context);
    /// Known after the first run.
    [[nodiscard]] std::size_t batchCount() const { return m_batchCount; }
    /// Work done so far, in FP32 runs of one picture.
    [[nodiscard]] double picturesRun() const { return m_picturesRun; }

private:
    void makeCache(const exec::SegmentedRunner& runner);

    EngineRoom& m_room;
    Material m_material;
    std::span<const std::int32_t> m_order;
    std::size_t m_budgetBytes;
    std::shared_ptr<const exec::ModelBinding> m_binding;
    std::shared_ptr<const exec::ModelBinding> m_planned;
    std::unique_ptr<exec::ActivationCache> m_cache;
    std::vector<double> m_shares; ///< by segment: cost from it to the end, in full runs
    std::size_t m_batchCount = 1;
    double m_picturesRun = 0.0;
};

} // namespace quantoscope::session
