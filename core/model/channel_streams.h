// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layers.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::model {

/// Why the channels of a stream cannot be scaled, or removed, without changing what the network
/// computes.
enum class StreamObstacle {
    ClippedActivation, ///< Clip, such as ReLU6: its upper limit does not scale with its input
    OtherActivation,   ///< sigmoid-like, or another one that is not positively homogeneous; where
                       ///< channels are removed, one that does not make 0 of 0
    BatchNorm,         ///< a BatchNormalization that is not folded stands behind the weights
    OtherOperator,     ///< something other than layers with weights reads or makes the channels
    ModelOutput,
    ModelInput,
    SharedWeights, ///< several layers have the same constant
};

/// Channels that layers with weights write and others read, with nothing between them but what
/// commutes with scaling each channel by a positive number: Relu, LeakyRelu, PRelu, pooling, sums
/// of tensors that are all part of the stream. Dividing a channel in all writers (and in their
/// biases) and multiplying it in all readers by the same number changes no output.
struct ChannelStream
{
    /// Layer indices, one or more of each. StreamUse::Smoothing: layers without weights may be
    /// among the writers (Layer::hasAffine).
    std::vector<std::size_t> writers, readers;
    /// StreamUse::Removing: depthwise layers that the channels pass through one by one.
    std::vector<std::size_t> followers;
    std::vector<TensorId> tensors; ///< between its ends
    std::int64_t channels = 0;
    /// Whether one layer writes it and the others read exactly what that makes.
    bool isDirect = false;
    std::optional<StreamObstacle> obstacle; ///< empty: it can be scaled
    std::string where;                      ///< name of the layer or tensor that is in the way
};

/// What is to be done to the channels of streams.
enum class StreamUse {
    Scaling, ///< depthwise layers end a stream and begin another
    /// Scaling where the affine part of a normalization writes channels, too, and channels of the
    /// last axis stay together where rows are moved (movesRows()).
    Smoothing,
    /// Depthwise layers are part of a stream, and activation functions need only make 0 of 0: a
    /// channel whose filters and biases are zero in all writers and followers is zero for all
    /// readers.
    Removing,
};

/// All streams of a model, in the order of their first writers; obstacles are those met first.
/// Source of the idea: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and
/// Bias Correction", section 4.1, for pairs of layers; here any number of layers on both sides.
[[nodiscard]] std::vector<ChannelStream> channelStreams(const LayerModel& layers,
                                                        StreamUse use = StreamUse::Scaling);

} // namespace quantoscope::model
