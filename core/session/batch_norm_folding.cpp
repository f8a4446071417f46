// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/batch_norm_folding.h"

#include "core/model/channel_streams.h"
#include "core/quant/equalization.h"
#include "core/quant/noise.h"
#include "core/quant/quantize.h"
#include "core/session/equalization.h"
#include "core/session/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::session {
namespace {

/// Largest magnitude of every slice along an axis.
std::vector<float> rangesAlong(const std::vector<float>& weights, const Shape& shape, int axis)
{
    const auto channels = static_cast<std::size_t>(shape[static_cast<std::size_t>(axis)]);
    std::size_t inner = 1;
    for (std::size_t i = static_cast<std::size_t>(axis) + 1; i < shape.size(); ++i) {
        inner *= static_cast<std::size_t>(shape[i]);
    }
    std::vector<float> ranges(channels, 0.0F);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        float& range = ranges[i / inner % channels];
        range = std::max(range, std::abs(weights[i]));
    }
    return ranges;
}

Result<double> sqnrOf(const std::vector<float>& weights, const Shape& shape,
                      const quant::WeightScheme& scheme, int axis)
{
    const auto rounded = quant::quantizeWeights({shape, weights}, scheme, axis);
    if (!rounded) {
        return failFrom(rounded);
    }
    quant::NoiseSums noise;
    noise.add(weights, rounded->values.values);
    return quant::sqnrDb(noise);
}

Status addFigures(FoldedLayer& figures, const model::BatchNormFolding& folding,
                  const model::Layer& layer, const quant::Configuration& configuration)
{
    const auto found = configuration.weights.find(figures.layer);
    for (const bool isFolded : {false, true}) {
        const model::Constant& constant = isFolded ? *folding.folded : *folding.unfolded;
        const std::vector<float> weights = model::floatValues(constant);
        (isFolded ? figures.spreadFolded : figures.spreadUnfolded) =
            channelSpread(rangesAlong(weights, constant.shape, layer.channelAxis));
        if (found == configuration.weights.end() ||
            found->second.precision == quant::Precision::float32()) {
            continue;
        }
        quant::WeightScheme scheme = found->second;
        scheme.pruning = {};
        scheme.split = 0.0;
        const auto sqnr = sqnrOf(weights, constant.shape, scheme, layer.channelAxis);
        if (!sqnr) {
            return failFrom(sqnr);
        }
        (isFolded ? figures.sqnrFoldedDb : figures.sqnrUnfoldedDb) = *sqnr;
    }
    return {};
}

bool isAny(const std::vector<std::size_t>& indices, const model::LayerModel& layers,
           const LayerChoice& names)
{
    return std::ranges::any_of(
        indices, [&](std::size_t index) { return names.contains(layers.layers[index].name); });
}

void dropEqualization(RefittedConfiguration& fitted, const model::LayerModel& layers,
                      const LayerChoice& changed)
{
    std::vector<model::ChannelStream> streams =
        model::channelStreams(layers, model::StreamUse::Smoothing);
    std::erase_if(streams, [&](const model::ChannelStream& stream) {
        return !isAny(stream.writers, layers, changed);
    });
    const auto before = fitted.configuration.equalization;
    fitted.configuration.equalization = withoutStreams(before, layers, streams);
    fitted.equalized = std::ranges::count_if(layers.layers, [&](const model::Layer& layer) {
        return quant::equalizationOf(before, layer.name) !=
               quant::equalizationOf(fitted.configuration.equalization, layer.name);
    });
}

void dropChannelPruning(RefittedConfiguration& fitted, const model::LayerModel& layers,
                        const LayerChoice& changed)
{
    for (const auto& stream : model::channelStreams(layers, model::StreamUse::Removing)) {
        if (!isAny(stream.writers, layers, changed) && !isAny(stream.followers, layers, changed)) {
            continue;
        }
        for (const std::size_t index : stream.writers) {
            const auto found = fitted.configuration.weights.find(layers.layers[index].name);
            if (found != fitted.configuration.weights.end() &&
                found->second.pruning.pattern == quant::PruningPattern::Channels) {
                found->second.pruning = {};
                ++fitted.pruned;
            }
        }
    }
}

} // namespace

Result<FoldingReport> foldingReport(const ModelInfo& model,
                                    const quant::Configuration& configuration,
                                    const LayerChoice& choice, const JobContext& context)
{
    const Stopwatch stopwatch;
    FoldingReport report;
    for (const model::BatchNormFolding& folding : model.simplification.batchNorms) {
        if (context.cancelled()) {
            return cancelledError();
        }
        if (!isChosen(choice, folding.layer)) {
            continue;
        }
        FoldedLayer figures{folding.layer, folding.batchNorm, folding.outcome};
        const model::Layer* layer = model.layers->findLayer(folding.layer);
        if (figures.isFoldable() && layer != nullptr) {
            if (const Status added = addFigures(figures, folding, *layer, configuration); !added) {
                return fail(added.error().code, added.error().message, "layer " + folding.layer);
            }
        }
        report.layers.push_back(std::move(figures));
    }
    report.seconds = stopwatch.seconds();
    return report;
}

LayerChoice foldableLayers(const ModelInfo& model)
{
    LayerChoice names = keptBatchNorms(model);
    const auto folded = model.simplification.namesOf(model::BatchNormOutcome::Folded);
    names.insert(folded.begin(), folded.end());
    return names;
}

LayerChoice keptBatchNorms(const ModelInfo& model)
{
    const auto kept = model.simplification.namesOf(model::BatchNormOutcome::Kept);
    return {kept.begin(), kept.end()};
}

RefittedConfiguration refitted(const ModelInfo& model, const LayerChoice& changed,
                               const quant::Configuration& configuration)
{
    RefittedConfiguration fitted{configuration};
    const std::size_t corrected = configuration.corrected.size();
    std::erase_if(fitted.configuration.corrected,
                  [&](const auto& entry) { return changed.contains(entry.first); });
    dropEqualization(fitted, *model.layers, changed);
    dropChannelPruning(fitted, *model.layers, changed);
    fitted.configuration = quant::withoutStaleCorrections(std::move(fitted.configuration));
    fitted.corrections =
        static_cast<std::int64_t>(corrected - fitted.configuration.corrected.size());
    return fitted;
}

} // namespace quantoscope::session
