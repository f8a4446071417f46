// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/passes.h"

#include "core/base/parallel.h"
#include "core/eval/image_pass.h"
#include "core/eval/live_pass.h"
#include "core/search/margins.h"
#include "core/search/stratified_order.h"
#include "core/session/evaluation_builder.h"
#include "core/session/figures.h"
#include "core/session/layer_figures.h"
#include "core/session/stopwatch.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace quantoscope::session {
namespace {

/// FP32 outputs of all pictures are kept for comparison; past this they would crowd out everything
/// else.
constexpr std::int64_t kLargestReferenceBytes = std::int64_t{2} << 30;
/// Pictures in a stratified sample: a first estimate rests on so many.
constexpr std::size_t kEstimateBatch = 8;

std::span<float> rowOf(Tensor& rows, std::size_t row)
{
    const auto size = static_cast<std::size_t>(rows.shape[1]);
    return std::span(rows.values).subspan(row * size, size);
}

Status allocateOutputs(Tensor& outputs, std::int64_t pictures, std::size_t valuesPerPicture)
{
    outputs.shape = {pictures, static_cast<std::int64_t>(valuesPerPicture)};
    if (elementCount(outputs.shape) * 4 > kLargestReferenceBytes) {
        return fail(ErrorCode::OutOfMemory,
                    "the model's outputs for " + std::to_string(pictures) +
                        " pictures take more than 2 GiB; use fewer pictures (limit)");
    }
    outputs.values.resize(static_cast<std::size_t>(elementCount(outputs.shape)));
    return {};
}

std::vector<eval::TopFive> predictionsOf(const Tensor& outputs)
{
    std::vector<eval::TopFive> predictions(static_cast<std::size_t>(outputs.shape[0]));
    const auto size = static_cast<std::size_t>(outputs.shape[1]);
    parallelFor(predictions.size(), [&](std::size_t i, unsigned) {
        predictions[i] = eval::topFive(std::span(outputs.values).subspan(i * size, size));
    });
    return predictions;
}

/// Labels that every picture has: its own, or FP32's top-1 class where not all have one.
std::vector<std::size_t> commonLabels(const Tensor& outputs, const eval::ImageSet& images)
{
    std::vector<std::size_t> labels;
    for (const eval::Sample& sample : images.index().samples) {
        if (!sample.label) {
            return search::topClasses(outputs);
        }
        labels.push_back(static_cast<std::size_t>(*sample.label));
    }
    return labels;
}

/// Everything about a reference that follows from its outputs.
void describe(FloatReference& reference, const EngineRoom& room, const eval::ImageSet& images)
{
    reference.accuracy.images = images.size();
    reference.sizeBytes = room.info().layers->parameterCount * 4;
    const auto order = eval::naturalOrder(images.size());
    if (room.info().task != TaskKind::Classification) {
        reference.order = eval::shuffledOrder(images.size());
        return;
    }
    AccuracySums accuracy;
    accuracy.add(reference.outputs, labelsOf(images, order));
    reference.accuracy = accuracy.figures();
    reference.accuracy.images = images.size();
    reference.predictions = predictionsOf(reference.outputs);
    reference.labels = commonLabels(reference.outputs, images);
    reference.margins = search::margins(reference.outputs, reference.labels);
    reference.order = search::stratifiedOrder(reference.margins, kEstimateBatch);
}

} // namespace

Result<FloatReference> runFloatPass(EngineRoom& room, const DataInfo& data,
                                    const JobContext& context)
{
    const auto runner = room.chain(context);
    if (!runner) {
        return failFrom(runner);
    }
    const auto bound = room.configured().bind({}, nullptr);
    if (!bound) {
        return failFrom(bound);
    }
    const eval::ImageSet& images = *data.validation;
    const auto order = eval::naturalOrder(images.size());
    const std::size_t batches = eval::batchCount((*runner)->model(), order.size());
    FloatReference reference;
    const Status allocated =
        allocateOutputs(reference.outputs, images.size(), eval::pictureOutputSize(**runner));
    if (!allocated) {
        return failFrom(allocated);
    }
    exec::ActivationCache nothingKept((*runner)->sharedModel(), batches, 0);
    nothingKept.plan(std::make_shared<const exec::ModelBinding>(*bound));
    if (const Status applied = (*runner)->apply(*bound); !applied) {
        return failFrom(applied);
    }
    const Stopwatch stopwatch;
    const Status ran = eval::runLivePass(
        **runner, nothingKept,
        {&images, order, 0, batches, room.imageInput(), false, Stage::RunningFloat}, context,
        [&](std::span<const std::int32_t> pictures) -> Status {
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                eval::copyPictureOutputs(
                    **runner, i, rowOf(reference.outputs, static_cast<std::size_t>(pictures[i])));
            }
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    reference.seconds = stopwatch.seconds();
    describe(reference, room, images);
    return reference;
}

Result<CalibrationInfo>
runCalibration(EngineRoom& room, const DataInfo& data,
               const std::shared_ptr<const quant::Equalization>& equalization,
               const JobContext& context)
{
    const auto runner = room.observedFloat(equalization, context);
    if (!runner) {
        return failFrom(runner);
    }
    const model::LayerModel& layers = *room.info().layers;
    const auto& sites = (*runner)->instrumented().observedSites;
    std::vector<quant::StreamingHistogram> histograms(sites.size());
    const auto order = eval::naturalOrder(data.calibration->size());
    const Stopwatch stopwatch;
    const Status ran = eval::runPass(
        **runner, {data.calibration.get(), order, room.imageInput(), Stage::Calibrating}, context,
        [&](std::span<const std::int32_t> pictures) -> Status {
            parallelFor(sites.size(), [&](std::size_t i, unsigned) {
                const auto values = (*runner)->output(sites[i].output).values;
                const std::size_t size =
                    values.size() / static_cast<std::size_t>((*runner)->batch());
                for (std::size_t picture = 0; picture < pictures.size(); ++picture) {
                    histograms[i].addPicture(values.subspan(size * picture, size));
                }
            });
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    CalibrationInfo info;
    info.images = data.calibration->size();
    info.seconds = stopwatch.seconds();
    for (std::size_t i = 0; i < sites.size(); ++i) {
        info.histograms.emplace(layers.sites[sites[i].index].name, std::move(histograms[i]));
    }
    return info;
}

namespace {

/// Share of the model's MACs in segments that run on codes.
double shareOnCodes(const exec::SegmentedRunner& runner)
{
    const exec::SegmentedModel& chain = runner.model();
    std::int64_t onCodes = 0;
    std::int64_t all = 0;
    for (std::size_t s = 0; s < chain.segments.size(); ++s) {
        for (std::size_t i = chain.segments[s].firstLayer; i < chain.segments[s].endLayer; ++i) {
            const std::int64_t macs = chain.layers->layers[i].macs;
            all += macs;
            onCodes += runner.runsOnCodes(s) ? macs : 0;
        }
    }
    return all > 0 ? static_cast<double>(onCodes) / static_cast<double>(all) : 0.0;
}

/// A quantized pass, batch by batch.
class QuantizedRun
{
public:
    QuantizedRun(EngineRoom& room, const QuantizedPass& pass, const PartialCallback& partial)
        : m_room(room), m_pass(pass), m_builder(room.info().task, pass, partial, m_stopwatch)
    {
    }

    /// Binds the configuration; once, before anything runs.
    Status prepare(const JobContext& context)
    {
        const auto runner = m_room.chain(context);
        if (!runner) {
            return failFrom(runner);
        }
        const auto bound = m_room.configured().bind(
            m_pass.configuration, m_pass.calibration ? &m_pass.calibration->histograms : nullptr);
        if (!bound) {
            return failFrom(bound);
        }
        m_batches = eval::batchCount((*runner)->model(), m_pass.reference.order.size());
        if (m_pass.cache == nullptr) {
            m_nothingKept.emplace((*runner)->sharedModel(), m_batches, 0);
        }
        m_binding = std::make_shared<const exec::ModelBinding>(*bound);
        cache().plan(m_binding);
        return {};
    }

    [[nodiscard]] std::size_t batches() const { return m_batches; }

    /// Batches [first, end); a batch that is stopped has done nothing.
    Status run(std::size_t first, std::size_t end, const JobContext& context)
    {
        const auto runner = m_room.chain(context);
        if (!runner) {
            return failFrom(runner);
        }
        if (const Status applied = (*runner)->apply(*m_binding); !applied) {
            return failFrom(applied);
        }
        const Status ran =
            eval::runLivePass(**runner, cache(),
                              {m_pass.data.validation.get(), m_pass.reference.order, first, end,
                               m_room.imageInput(), m_pass.cache != nullptr},
                              context, [&](std::span<const std::int32_t> pictures) -> Status {
                                  m_builder.add(**runner, pictures);
                                  return {};
                              });
        if (ran && m_binding->requantization == quant::MultiplierKind::FixedPoint) {
            m_fixedPointShare = shareOnCodes(**runner);
        }
        return ran;
    }

    Evaluation finish()
    {
        Evaluation evaluation = m_builder.finish();
        evaluation.fixedPointShare = m_fixedPointShare;
        fillLayerFigures(evaluation, m_room.configured(), *m_binding);
        evaluation.bops = modelBops(m_room.configured(), evaluation.configuration);
        return evaluation;
    }

private:
    [[nodiscard]] exec::ActivationCache& cache()
    {
        return m_pass.cache != nullptr ? *m_pass.cache : *m_nothingKept;
    }

    EngineRoom& m_room;
    const QuantizedPass& m_pass;
    Stopwatch m_stopwatch;
    EvaluationBuilder m_builder;
    std::optional<exec::ActivationCache> m_nothingKept;
    std::shared_ptr<const exec::ModelBinding> m_binding;
    std::size_t m_batches = 0;
    std::optional<double> m_fixedPointShare;
};

} // namespace

Result<Evaluation> runQuantizedPass(EngineRoom& room, const QuantizedPass& pass,
                                    const JobContext& context, const PartialCallback& partial)
{
    QuantizedRun run(room, pass, partial);
    Status ran = run.prepare(context);
    if (ran) {
        ran = run.run(0, run.batches(), context);
    }
    return ran ? Result<Evaluation>(run.finish()) : failFrom(ran);
}

Result<Evaluation> runQuantizedPassBetweenEdits(EngineRoom& room, const QuantizedPass& pass,
                                                const GivingWay& giveWay, const JobContext& context)
{
    const PartialCallback nobody;
    QuantizedRun run(room, pass, nobody);
    Status ran = giveWay([&](const JobContext& inner) { return run.prepare(inner); });
    for (std::size_t batch = 0; ran && batch < run.batches(); ++batch) {
        ran = giveWay(
            [&](const JobContext& inner) { return run.run(batch, batch + 1, {inner.stop, {}}); });
        context.progress(Stage::RunningQuantized, static_cast<std::int64_t>(batch) + 1,
                         static_cast<std::int64_t>(run.batches()));
    }
    return ran ? Result<Evaluation>(run.finish()) : failFrom(ran);
}

} // namespace quantoscope::session
