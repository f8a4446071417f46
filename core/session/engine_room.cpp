// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/engine_room.h"

#include "core/model/batch_shapes.h"
#include "core/session/configurations.h"

#include <algorithm>
#include <utility>

namespace quantoscope::session {
namespace {

// The chain's segments run this many pictures or fewer, as their tensors' sizes allow. A sweep's
// harmless layers get no more, and an edit's first estimate rests on two batches.
constexpr std::int64_t kChainBatch = 8;
// More cuts save little: an edit then reruns a third of what lies between two of them on average.
constexpr std::size_t kCuts = 16;
// Every layer's output is kept for each picture of the batch, so this one stays small.
constexpr std::int64_t kObservedBatch = 4;
// Pictures this large gain nothing from batches and only take memory.
constexpr std::int64_t kLargePicture = std::int64_t{3} * 400 * 400;

/// The batch to run at: fixed by the model, or 1 for large pictures and where pictures are mixed.
std::int64_t batchFor(const ModelInfo& info, std::int64_t wanted)
{
    Shape sample = info.imageInputShape;
    if (sample.front() > 0) {
        return sample.front();
    }
    sample.front() = 1;
    return elementCount(sample) > kLargePicture
               ? 1
               : model::picturesAtOnce(*info.layers->graph, wanted);
}

} // namespace

EngineRoom::EngineRoom(exec::Engine& engine, std::shared_ptr<const ModelInfo> info)
    : m_engine(engine), m_info(std::move(info)), m_configured(m_info->layers)
{
}

Result<exec::SegmentedRunner*> EngineRoom::chain(const JobContext& context)
{
    if (!m_chain) {
        context.progress(Stage::CompilingModel, 0, 0);
        const auto compiled =
            exec::compileSegments(m_engine, m_info->layers, batchFor(*m_info, kChainBatch),
                                  model::chooseCuts(*m_info->layers, kCuts));
        if (!compiled) {
            return failFrom(compiled);
        }
        auto runner = exec::SegmentedRunner::create(*compiled);
        if (!runner) {
            return failFrom(runner);
        }
        m_chain = *std::move(runner);
    }
    return m_chain.get();
}

Result<std::unique_ptr<exec::Runner>> EngineRoom::newObserved(const Form& form,
                                                              const JobContext& context)
{
    auto& model = m_observedModels[form];
    if (!model) {
        context.progress(Stage::CompilingModel, 0, 0);
        auto compiled =
            exec::compileInstrumented(m_engine, *m_info->layers, batchFor(*m_info, kObservedBatch),
                                      exec::Observe::LayersAndSites, form.second, form.first);
        if (!compiled) {
            return failFrom(compiled);
        }
        model = *std::move(compiled);
    }
    return exec::Runner::create(model);
}

Result<std::shared_ptr<exec::ConfiguredModel>>
EngineRoom::configured(const std::shared_ptr<const quant::Equalization>& equalization)
{
    if (equalization) {
        return m_configured.equalized(equalization);
    }
    return std::shared_ptr<exec::ConfiguredModel>(std::shared_ptr<void>(), &m_configured);
}

Result<exec::Runner*>
EngineRoom::observedEqualized(const std::shared_ptr<const quant::Equalization>& equalization,
                              const JobContext& context)
{
    if (!m_observedEqualized) {
        auto runner = newObserved({exec::Quantizers::AtSites, exec::Biases::Inputs}, context);
        if (!runner) {
            return failFrom(runner);
        }
        m_observedEqualized = *std::move(runner);
    }
    const auto binding = m_configured.bind(floatsWith(equalization), nullptr);
    const Status applied = binding ? m_observedEqualized->apply(*binding) : failFrom(binding);
    return applied ? Result<exec::Runner*>(m_observedEqualized.get()) : failFrom(applied);
}

Result<exec::Runner*>
EngineRoom::observedFloat(const std::shared_ptr<const quant::Equalization>& equalization,
                          const JobContext& context)
{
    if (equalization) {
        return observedEqualized(equalization, context);
    }
    if (!m_observedFloat) {
        auto runner = newObserved({exec::Quantizers::AtSites, exec::Biases::Constant}, context);
        if (!runner) {
            return failFrom(runner);
        }
        const auto binding = m_configured.bind({}, nullptr);
        if (!binding) {
            return failFrom(binding);
        }
        const Status applied = (*runner)->apply(*binding);
        if (!applied) {
            return failFrom(applied);
        }
        m_observedFloat = *std::move(runner);
    }
    return m_observedFloat.get();
}

Result<EngineRoom::Observed>
EngineRoom::observed(const exec::ModelBinding& binding,
                     const std::shared_ptr<const quant::Equalization>& equalization,
                     const JobContext& context)
{
    const auto floating = observedFloat(equalization, context);
    if (!floating) {
        return failFrom(floating);
    }
    const bool replacesBiases =
        std::ranges::any_of(binding.weights, [](const auto& each) { return each.replacesBias; });
    const Form form{std::max(exec::Quantizers::AtSites, exec::neededQuantizers(binding)),
                    replacesBiases ? exec::Biases::Inputs : exec::Biases::Constant};
    auto& quantized = m_observedQuantized[form];
    if (!quantized) {
        auto runner = newObserved(form, context);
        if (!runner) {
            return failFrom(runner);
        }
        quantized = *std::move(runner);
    }
    return Observed{*floating, quantized.get()};
}

} // namespace quantoscope::session
