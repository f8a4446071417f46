// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/channel_removal.h"

#include "core/quant/prune_weights.h"
#include "core/quant/slices.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quantoscope::exec {
namespace {

bool prunesChannels(const quant::Configuration& configuration)
{
    return std::ranges::any_of(configuration.weights, [](const auto& entry) {
        return entry.second.pruning.pattern == quant::PruningPattern::Channels;
    });
}

void addNorms(const Tensor& weights, int channelAxis, std::vector<double>& norms)
{
    const auto slices = quant::slicesOf(weights.shape, weights.values.size(), channelAxis);
    if (!slices || slices->slices != norms.size()) {
        return;
    }
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        norms[i / slices->inner % slices->slices] += std::abs(double{weights.values[i]});
    }
}

std::vector<std::int32_t> leastOf(const std::vector<double>& norms, std::int64_t count)
{
    std::vector<std::int32_t> channels(norms.size());
    std::iota(channels.begin(), channels.end(), 0);
    std::ranges::stable_sort(channels, {}, [&](std::int32_t channel) {
        return norms[static_cast<std::size_t>(channel)];
    });
    channels.resize(static_cast<std::size_t>(count));
    std::ranges::sort(channels);
    return channels;
}

} // namespace

std::int64_t removedCount(const model::LayerModel& layers, const model::ChannelStream& stream,
                          const quant::Configuration& configuration)
{
    const auto scheme = configuration.weights.find(layers.layers[stream.writers.front()].name);
    if (stream.obstacle || scheme == configuration.weights.end() ||
        scheme->second.pruning.pattern != quant::PruningPattern::Channels) {
        return 0;
    }
    const double share = scheme->second.pruning.share;
    return std::min<std::int64_t>(std::llround(share * static_cast<double>(stream.channels)),
                                  stream.channels - 1);
}

std::vector<ChannelLoss> channelLosses(const model::LayerModel& layers,
                                       const quant::Configuration& configuration)
{
    std::vector<ChannelLoss> losses(layers.layers.size());
    if (!prunesChannels(configuration)) {
        return losses;
    }
    for (const auto& stream : model::channelStreams(layers, model::StreamUse::Removing)) {
        const std::int64_t count = removedCount(layers, stream, configuration);
        for (const std::size_t layer : stream.writers) {
            losses[layer].outputs = count;
        }
        for (const std::size_t layer : stream.followers) {
            losses[layer].outputs = count;
        }
        for (const std::size_t layer : stream.readers) {
            losses[layer].inputs = count;
        }
    }
    return losses;
}

std::vector<quant::RemovedChannels>
removedChannels(const model::LayerModel& layers, const std::vector<model::ChannelStream>& streams,
                const quant::Configuration& configuration,
                const std::function<const Tensor&(std::size_t)>& weightsOf)
{
    std::vector<quant::RemovedChannels> removed(layers.layers.size());
    if (!prunesChannels(configuration)) {
        return removed;
    }
    for (const model::ChannelStream& stream : streams) {
        const std::int64_t count = removedCount(layers, stream, configuration);
        if (count == 0) {
            continue;
        }
        std::vector<double> norms(static_cast<std::size_t>(stream.channels), 0.0);
        for (const std::size_t layer : stream.writers) {
            addNorms(weightsOf(layer), layers.layers[layer].channelAxis, norms);
        }
        const std::vector<std::int32_t> channels = leastOf(norms, count);
        for (const std::size_t layer : stream.writers) {
            removed[layer].outputs = channels;
        }
        for (const std::size_t layer : stream.followers) {
            removed[layer].outputs = channels;
        }
        for (const std::size_t layer : stream.readers) {
            removed[layer].inputs = channels;
        }
    }
    return removed;
}

std::vector<std::uint8_t> zeroMask(const TensorView& weights, const quant::Pruning& pruning,
                                   const quant::RemovedChannels& removed, int channelAxis)
{
    if (removed.isEmpty()) {
        return quant::prunedMask(weights, pruning, channelAxis);
    }
    std::vector<std::uint8_t> mask(weights.values.size(), 0);
    const int inputAxis = quant::inputChannelAxis(weights.shape, channelAxis);
    quant::markSlices(weights.shape, channelAxis, removed.outputs, mask);
    quant::markSlices(weights.shape, inputAxis, removed.inputs, mask);
    // Runs and shares are those of the weights that are left.
    Tensor left{weights.shape, {}};
    left.shape[static_cast<std::size_t>(channelAxis)] -=
        static_cast<std::int64_t>(removed.outputs.size());
    if (inputAxis >= 0) {
        left.shape[static_cast<std::size_t>(inputAxis)] -=
            static_cast<std::int64_t>(removed.inputs.size());
    }
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == 0) {
            left.values.push_back(weights.values[i]);
        }
    }
    const std::vector<std::uint8_t> own = quant::prunedMask(left, pruning, channelAxis);
    std::size_t next = 0;
    for (std::size_t i = 0; i < mask.size() && !own.empty(); ++i) {
        if (mask[i] == 0) {
            mask[i] = own[next++];
        }
    }
    return mask;
}

} // namespace quantoscope::exec
