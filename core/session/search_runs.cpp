// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_runs.h"

#include "core/eval/live_pass.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace quantoscope::session {
namespace {

/// Cost from every segment to the end, in full runs.
std::vector<double> remainingCosts(const exec::SegmentedModel& model)
{
    const auto& costs = model.layerCosts;
    const double whole = std::max(std::accumulate(costs.begin(), costs.end(), 0.0), 1.0);
    std::vector<double> shares;
    for (const exec::Segment& segment : model.segments) {
        const auto first = costs.begin() + static_cast<std::ptrdiff_t>(segment.firstLayer);
        shares.push_back(std::accumulate(first, costs.end(), 0.0) / whole);
    }
    return shares;
}

} // namespace

SearchRuns::SearchRuns(EngineRoom& room, Material material, std::size_t first, std::size_t count,
                       std::size_t budgetBytes)
    : m_room(room), m_material(std::move(material)),
      m_order(std::span(m_material.reference->order).subspan(first, count)),
      m_budgetBytes(budgetBytes)
{
}

Status SearchRuns::prepare(const quant::Configuration& configuration)
{
    auto bound = m_room.configured().bind(
        configuration, m_material.calibration ? &m_material.calibration->histograms : nullptr);
    if (!bound) {
        return failFrom(bound);
    }
    m_binding = std::make_shared<const exec::ModelBinding>(*std::move(bound));
    return {};
}

void SearchRuns::makeCache(const exec::SegmentedRunner& runner)
{
    if (!m_cache) {
        m_batchCount = eval::batchCount(runner.model(), m_order.size());
        m_cache = std::make_unique<exec::ActivationCache>(runner.sharedModel(), m_batchCount,
                                                          m_budgetBytes);
        m_shares = remainingCosts(runner.model());
    }
    if (m_planned != m_binding) {
        m_cache->plan(m_binding);
        m_planned = m_binding;
    }
}

Result<std::vector<PictureOutcome>> SearchRuns::run(std::size_t batch, const JobContext& context)
{
    const auto runner = m_room.chain(context);
    if (!runner) {
        return failFrom(runner);
    }
    makeCache(**runner);
    if (const Status applied = (*runner)->apply(*m_binding); !applied) {
        return failFrom(applied);
    }
    const double share = m_shares[m_cache->resumeSegment(batch)];
    std::vector<PictureOutcome> outcomes;
    const auto size = static_cast<std::size_t>(m_material.reference->outputs.shape[1]);
    std::vector<float> row(size);
    const JobContext quiet{context.stop, {}};
    const Status ran = eval::runLivePass(
        **runner, *m_cache,
        {m_material.data->validation.get(), m_order, batch, batch + 1, m_room.imageInput(),
         m_budgetBytes > 0, Stage::Searching},
        quiet, [&](std::span<const std::int32_t> pictures) -> Status {
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                eval::copyPictureOutputs(**runner, i, row);
                outcomes.push_back(
                    outcomeOf(*m_material.reference, static_cast<std::size_t>(pictures[i]), row));
            }
            m_picturesRun += share * static_cast<double>(pictures.size());
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    return outcomes;
}

Result<std::vector<PictureOutcome>> SearchRuns::runAll(const GivingWay& giveWay,
                                                       const JobContext& context)
{
    const std::size_t count = m_order.size();
    std::vector<PictureOutcome> outcomes;
    for (std::size_t batch = 0; outcomes.size() < count; ++batch) {
        context.progress(Stage::Searching, static_cast<std::int64_t>(outcomes.size()),
                         static_cast<std::int64_t>(count));
        const Status ran = giveWay([&](const JobContext& inner) -> Status {
            const auto some = run(batch, inner);
            if (!some) {
                return failFrom(some);
            }
            outcomes.insert(outcomes.end(), some->begin(), some->end());
            return {};
        });
        if (!ran) {
            return failFrom(ran);
        }
    }
    return outcomes;
}

} // namespace quantoscope::session
