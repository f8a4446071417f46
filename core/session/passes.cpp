// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/passes.h"

#include "core/base/parallel.h"
#include "core/eval/image_pass.h"
#include "core/session/figures.h"
#include "core/session/layer_figures.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace quantoscope::session {
namespace {

/// FP32 outputs of all pictures are kept for comparison; past this they would crowd out everything
/// else.
constexpr std::int64_t kLargestReferenceBytes = std::int64_t{2} << 30;

class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

std::vector<std::optional<int>> labelsOf(const eval::ImageSet& images,
                                         std::span<const std::int32_t> pictures)
{
    std::vector<std::optional<int>> labels;
    labels.reserve(pictures.size());
    for (const std::int32_t picture : pictures) {
        labels.push_back(images.index().samples[static_cast<std::size_t>(picture)].label);
    }
    return labels;
}

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

/// Rows of the FP32 reference for some pictures, in their order.
Tensor gatherRows(const Tensor& rows, std::span<const std::int32_t> pictures)
{
    Tensor gathered;
    gathered.shape = {static_cast<std::int64_t>(pictures.size()), rows.shape[1]};
    const auto size = static_cast<std::size_t>(rows.shape[1]);
    for (const std::int32_t picture : pictures) {
        const auto row =
            std::span(rows.values).subspan(static_cast<std::size_t>(picture) * size, size);
        gathered.values.insert(gathered.values.end(), row.begin(), row.end());
    }
    return gathered;
}

} // namespace

Result<FloatReference> runFloatPass(EngineRoom& room, const DataInfo& data,
                                    const JobContext& context)
{
    const auto runner = room.plain(context);
    if (!runner) {
        return failFrom(runner);
    }
    const eval::ImageSet& images = *data.validation;
    const std::size_t outputCount = (*runner)->instrumented().modelOutputs;
    const auto order = eval::naturalOrder(images.size());
    FloatReference reference;
    AccuracySums accuracy;
    const Stopwatch stopwatch;
    const Status ran =
        eval::runPass(**runner, {&images, order, room.imageInput(), Stage::RunningFloat}, context,
                      [&](std::span<const std::int32_t> pictures) -> Status {
                          if (reference.outputs.values.empty()) {
                              const Status allocated =
                                  allocateOutputs(reference.outputs, images.size(),
                                                  eval::pictureOutputSize(**runner, outputCount));
                              if (!allocated) {
                                  return allocated;
                              }
                          }
                          for (std::size_t i = 0; i < pictures.size(); ++i) {
                              eval::copyPictureOutputs(
                                  **runner, outputCount, i,
                                  rowOf(reference.outputs, static_cast<std::size_t>(pictures[i])));
                          }
                          return {};
                      });
    if (!ran) {
        return failFrom(ran);
    }
    reference.seconds = stopwatch.seconds();
    if (room.info().task == TaskKind::Classification) {
        accuracy.add(reference.outputs, labelsOf(images, order));
        reference.accuracy = accuracy.figures();
        reference.predictions = predictionsOf(reference.outputs);
    }
    reference.accuracy.images = images.size();
    reference.sizeBytes = room.info().layers->parameterCount * 4;
    return reference;
}

Result<CalibrationInfo> runCalibration(EngineRoom& room, const DataInfo& data,
                                       const JobContext& context)
{
    const auto runner = room.observedFloat(context);
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
                histograms[i].add(values.first(size * pictures.size()));
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

Result<Evaluation> runQuantizedPass(EngineRoom& room, const QuantizedPass& pass,
                                    const JobContext& context, const PartialCallback& partial)
{
    const auto runner = room.instrumented(context);
    if (!runner) {
        return failFrom(runner);
    }
    const auto binding = room.configured().bind(
        pass.configuration, pass.calibration ? &pass.calibration->histograms : nullptr);
    if (!binding) {
        return failFrom(binding);
    }
    const Status applied = (*runner)->apply(*binding);
    if (!applied) {
        return failFrom(applied);
    }
    const bool classifies = room.info().task == TaskKind::Classification;
    const eval::ImageSet& images = *pass.data.validation;
    const std::size_t outputCount = (*runner)->instrumented().modelOutputs;
    const auto order = eval::shuffledOrder(images.size());
    Evaluation evaluation;
    evaluation.configuration = pass.configuration;
    evaluation.predictions.resize(classifies ? static_cast<std::size_t>(images.size()) : 0);
    AccuracySums accuracy;
    AccuracySums floatAccuracy;
    ComparisonSums comparison(room.info().task);
    PartialEvaluation soFar;
    soFar.totalImages = images.size();
    const Stopwatch stopwatch;
    const auto onBatch = [&](std::span<const std::int32_t> pictures) -> Status {
        const Tensor expected = gatherRows(pass.reference.outputs, pictures);
        Tensor rows{expected.shape, std::vector<float>(expected.values.size())};
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            eval::copyPictureOutputs(**runner, outputCount, i, rowOf(rows, i));
        }
        comparison.add(expected, rows);
        if (classifies) {
            const auto labels = labelsOf(images, pictures);
            accuracy.add(rows, labels);
            floatAccuracy.add(expected, labels);
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                evaluation.predictions[static_cast<std::size_t>(pictures[i])] =
                    eval::topFive(rowOf(rows, i));
            }
        }
        soFar.images += static_cast<std::int64_t>(pictures.size());
        if (partial) {
            soFar.accuracy = accuracy.figures();
            soFar.floatAccuracy = floatAccuracy.figures();
            soFar.comparison = comparison.figures();
            soFar.pictures = pictures;
            soFar.outputs = rows;
            partial(soFar);
        }
        return {};
    };
    const Status ran = eval::runPass(
        **runner, {&images, order, room.imageInput(), Stage::RunningQuantized}, context, onBatch);
    if (!ran) {
        return failFrom(ran);
    }
    evaluation.seconds = stopwatch.seconds();
    evaluation.accuracy = accuracy.figures();
    evaluation.accuracy.images = images.size();
    evaluation.comparison = comparison.figures();
    fillLayerFigures(evaluation, *room.info().layers, *binding);
    return evaluation;
}

Result<NoiseReport> runNoisePass(EngineRoom& room, const QuantizedPass& pass, std::int64_t images,
                                 const JobContext& context)
{
    const auto observed = room.observed(context);
    if (!observed) {
        return failFrom(observed);
    }
    const auto binding = room.configured().bind(
        pass.configuration, pass.calibration ? &pass.calibration->histograms : nullptr);
    if (!binding) {
        return failFrom(binding);
    }
    const Status applied = observed->quantized->apply(*binding);
    if (!applied) {
        return failFrom(applied);
    }
    const auto& observedLayers = observed->floating->instrumented().observedLayers;
    std::vector<quant::NoiseSums> sums(observedLayers.size());
    const auto count = std::min(images, pass.data.validation->size());
    const auto order = eval::naturalOrder(count);
    const std::array<exec::Runner*, 2> runners{observed->floating, observed->quantized};
    const Stopwatch stopwatch;
    const Status ran = eval::runPassTogether(
        runners, {pass.data.validation.get(), order, room.imageInput(), Stage::MeasuringNoise},
        context, [&](std::span<const std::int32_t> pictures) -> Status {
            parallelFor(sums.size(), [&](std::size_t i, unsigned) {
                const std::size_t output = observedLayers[i].output;
                const auto expected = observed->floating->output(output).values;
                const auto values = observed->quantized->output(output).values;
                const std::size_t size = expected.size() /
                                         static_cast<std::size_t>(observed->floating->batch()) *
                                         pictures.size();
                sums[i].add(expected.first(size), values.first(size));
            });
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    NoiseReport report;
    report.images = count;
    report.seconds = stopwatch.seconds();
    for (std::size_t i = 0; i < sums.size(); ++i) {
        report.activationSqnrDb[room.info().layers->layers[observedLayers[i].index].name] =
            quant::sqnrDb(sums[i]);
    }
    return report;
}

} // namespace quantoscope::session
