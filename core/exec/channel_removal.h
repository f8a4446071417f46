// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/model/channel_streams.h"
#include "core/quant/scheme.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quantoscope::exec {

/// How many channels a configuration takes out of a stream: round(share * channels), at least one
/// stays; 0 where the first writer is not pruned by channels or the stream has an obstacle.
[[nodiscard]] std::int64_t removedCount(const model::LayerModel& layers,
                                        const model::ChannelStream& stream,
                                        const quant::Configuration& configuration);

/// How many output and input channels each layer loses, by layer index.
struct ChannelLoss
{
    std::int64_t outputs = 0, inputs = 0;
};
[[nodiscard]] std::vector<ChannelLoss> channelLosses(const model::LayerModel& layers,
                                                     const quant::Configuration& configuration);

/// Which channels each layer loses, by layer index: of every stream those whose filters have the
/// least sum of magnitudes in all its writers together. Depthwise layers lose outputs only.
/// Source: Li et al. 2017, "Pruning Filters for Efficient ConvNets", section 3.1; where shortcuts
/// are added up, the filters of all layers that write the sum count, not only the shortcut's.
/// \param streams model::channelStreams with StreamUse::Removing
/// \param weightsOf FP32 weights of a layer
[[nodiscard]] std::vector<quant::RemovedChannels>
removedChannels(const model::LayerModel& layers, const std::vector<model::ChannelStream>& streams,
                const quant::Configuration& configuration,
                const std::function<const Tensor&(std::size_t)>& weightsOf);

/// Which weights of a layer become zero: those of removed channels, and of the others those that
/// its own pruning takes; one value a weight, empty where none does.
[[nodiscard]] std::vector<std::uint8_t> zeroMask(const TensorView& weights,
                                                 const quant::Pruning& pruning,
                                                 const quant::RemovedChannels& removed,
                                                 int channelAxis);

} // namespace quantoscope::exec
