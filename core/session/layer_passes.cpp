// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_passes.h"

#include "core/base/parallel.h"
#include "core/eval/image_pass.h"
#include "core/session/configurations.h"
#include "core/session/stopwatch.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace quantoscope::session {
namespace {

/// A configuration bound to the runners that show every layer.
struct ObservedPass
{
    EngineRoom::Observed runners;
    exec::ModelBinding binding;

    [[nodiscard]] const std::vector<exec::ObservedOutput>& layers() const
    {
        return runners.floating->instrumented().observedLayers;
    }
};

Result<ObservedPass> observe(EngineRoom& room, const QuantizedPass& pass, const JobContext& context)
{
    auto binding = room.configured().bind(
        pass.configuration, pass.calibration ? &pass.calibration->histograms : nullptr);
    if (!binding) {
        return failFrom(binding);
    }
    const auto observed = room.observed(*binding, pass.configuration.equalization, context);
    if (!observed) {
        return failFrom(observed);
    }
    if (const Status applied = observed->quantized->apply(*binding); !applied) {
        return failFrom(applied);
    }
    return ObservedPass{*observed, *std::move(binding)};
}

/// Values of an output that belong to the first `pictures` of a batch.
std::span<const float> firstPictures(const exec::Runner& runner, std::size_t output,
                                     std::size_t pictures)
{
    const auto values = runner.output(output).values;
    return values.first(values.size() / static_cast<std::size_t>(runner.batch()) * pictures);
}

NoiseReport reportOf(const EngineRoom& room, const std::vector<exec::ObservedOutput>& layers,
                     const std::vector<quant::NoiseSums>& sums)
{
    NoiseReport report;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].count > 0) {
            report.activationSqnrDb[room.info().layers->layers[layers[i].index].name] =
                quant::sqnrDb(sums[i]);
        }
    }
    return report;
}

/// What is left of a binding when one layer alone is quantized; empty where that layer is not.
std::optional<exec::ModelBinding> aloneBinding(const model::LayerModel& layers, std::size_t layer,
                                               const exec::ModelBinding& whole,
                                               const exec::ModelBinding& floating)
{
    exec::ModelBinding alone = floating;
    bool isQuantized = whole.weights[layer].sqnrDb.has_value();
    alone.weights[layer] = whole.weights[layer];
    for (std::size_t site = 0; site < layers.sites.size(); ++site) {
        if (layers.sites[site].layer == static_cast<int>(layer) && exec::quantizerAt(whole, site)) {
            alone.activations[site] = whole.activations[site];
            alone.emulated[site] = whole.emulated[site];
            isQuantized = true;
        }
    }
    return isQuantized ? std::optional(std::move(alone)) : std::nullopt;
}

/// Runs one batch of the first pictures through a runner.
Status runFirst(exec::Runner& runner, const EngineRoom& room, const DataInfo& data,
                std::size_t pictures)
{
    std::vector<std::int32_t> batch(static_cast<std::size_t>(runner.batch()));
    for (std::size_t i = 0; i < batch.size(); ++i) {
        batch[i] = static_cast<std::int32_t>(std::min(i, pictures - 1));
    }
    const Status filled = data.validation->fill(batch, runner.input(room.imageInput()));
    return filled ? runner.run() : filled;
}

} // namespace

Result<NoiseReport> runNoisePass(EngineRoom& room, const QuantizedPass& pass,
                                 std::span<const std::int32_t> order, const JobContext& context)
{
    const auto observed = observe(room, pass, context);
    if (!observed) {
        return failFrom(observed);
    }
    const auto& layers = observed->layers();
    std::vector<quant::NoiseSums> sums(layers.size());
    const std::array<exec::Runner*, 2> runners{observed->runners.floating,
                                               observed->runners.quantized};
    const Stopwatch stopwatch;
    const Status ran = eval::runPassTogether(
        runners, {pass.data.validation.get(), order, room.imageInput(), Stage::MeasuringNoise},
        context, [&](std::span<const std::int32_t> pictures) -> Status {
            parallelFor(sums.size(), [&](std::size_t i, unsigned) {
                sums[i].add(firstPictures(*runners[0], layers[i].output, pictures.size()),
                            firstPictures(*runners[1], layers[i].output, pictures.size()));
            });
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    NoiseReport report = reportOf(room, layers, sums);
    report.images = static_cast<std::int64_t>(order.size());
    report.seconds = stopwatch.seconds();
    return report;
}

Result<NoiseReport> runOwnNoisePass(EngineRoom& room, const QuantizedPass& pass,
                                    std::int64_t images, const JobContext& context)
{
    const auto observed = observe(room, pass, context);
    const auto floating =
        room.configured().bind(floatsWith(pass.configuration.equalization), nullptr);
    if (!observed || !floating) {
        return observed ? failFrom(floating) : failFrom(observed);
    }
    const Stopwatch stopwatch;
    exec::Runner& runner = *observed->runners.quantized;
    const auto pictures =
        static_cast<std::size_t>(std::min({images, pass.data.validation->size(), runner.batch()}));
    const auto& layers = observed->layers();
    std::vector<quant::NoiseSums> sums(layers.size());
    if (Status ran = runFirst(*observed->runners.floating, room, pass.data, pictures); !ran) {
        return failFrom(ran);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (context.cancelled()) {
            return cancelledError();
        }
        context.progress(Stage::MeasuringNoise, static_cast<std::int64_t>(i),
                         static_cast<std::int64_t>(layers.size()));
        const auto alone =
            aloneBinding(*room.info().layers, layers[i].index, observed->binding, *floating);
        if (!alone) {
            continue;
        }
        if (const Status applied = runner.apply(*alone); !applied) {
            return failFrom(applied);
        }
        if (const Status ran = runFirst(runner, room, pass.data, pictures); !ran) {
            return failFrom(ran);
        }
        sums[i].add(firstPictures(*observed->runners.floating, layers[i].output, pictures),
                    firstPictures(runner, layers[i].output, pictures));
    }
    NoiseReport report = reportOf(room, layers, sums);
    report.images = static_cast<std::int64_t>(pictures);
    report.seconds = stopwatch.seconds();
    return report;
}

Result<TriedPicture> runTriedPicture(EngineRoom& room, const QuantizedPass& pass,
                                     const eval::ImageSet& picture, const JobContext& context)
{
    const auto observed = observe(room, pass, context);
    if (!observed) {
        return failFrom(observed);
    }
    const std::array<exec::Runner*, 2> runners{observed->runners.floating,
                                               observed->runners.quantized};
    const std::array<std::int32_t, 1> order{0};
    TriedPicture tried;
    tried.file = picture.index().samples.front().file;
    const Status ran =
        eval::runPassTogether(runners, {&picture, order, room.imageInput(), Stage::MeasuringNoise},
                              context, [&](std::span<const std::int32_t>) -> Status {
                                  const auto floats = firstPictures(*runners[0], 0, 1);
                                  const auto quantized = firstPictures(*runners[1], 0, 1);
                                  quant::NoiseSums sums;
                                  sums.add(floats, quantized);
                                  tried.sqnrDb = quant::sqnrDb(sums);
                                  if (room.info().task == TaskKind::Classification) {
                                      tried.floats = eval::topFive(floats);
                                      tried.quantized = eval::topFive(quantized);
                                  }
                                  return {};
                              });
    return ran ? Result<TriedPicture>(std::move(tried)) : failFrom(ran);
}

Result<FeatureMaps> runFeatureMaps(EngineRoom& room, const QuantizedPass& pass,
                                   const std::string& layer, std::int32_t picture,
                                   const JobContext& context)
{
    const auto observed = observe(room, pass, context);
    if (!observed) {
        return failFrom(observed);
    }
    const auto& layers = observed->layers();
    const auto found = std::ranges::find_if(layers, [&](const exec::ObservedOutput& each) {
        return room.info().layers->layers[each.index].name == layer;
    });
    if (found == layers.end()) {
        return fail(ErrorCode::InvalidArgument, "has no output to show", "layer " + layer);
    }
    const std::array<exec::Runner*, 2> runners{observed->runners.floating,
                                               observed->runners.quantized};
    const std::array<std::int32_t, 1> order{picture};
    FeatureMaps maps;
    maps.layer = layer;
    maps.picture = picture;
    const Status ran = eval::runPassTogether(
        runners, {pass.data.validation.get(), order, room.imageInput(), Stage::MeasuringNoise},
        context, [&](std::span<const std::int32_t>) -> Status {
            const auto floats = firstPictures(*runners[0], found->output, 1);
            const auto quantized = firstPictures(*runners[1], found->output, 1);
            const Shape shape = runners[0]->output(found->output).shape;
            maps.shape.assign(shape.begin() + (shape.empty() ? 0 : 1), shape.end());
            maps.floats.assign(floats.begin(), floats.end());
            maps.quantized.assign(quantized.begin(), quantized.end());
            quant::NoiseSums sums;
            sums.add(floats, quantized);
            maps.sqnrDb = quant::sqnrDb(sums);
            return {};
        });
    if (!ran) {
        return failFrom(ran);
    }
    return maps;
}

} // namespace quantoscope::session
