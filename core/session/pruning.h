// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/channel_streams.h"
#include "core/model/layers.h"
#include "core/quant/scheme.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Why no channels of a layer's output can be removed.
enum class ChannelObstacle {
    Clip,            ///< a clip does not make 0 of 0
    Activation,      ///< its activation function does not make 0 of 0
    BatchNorm,       ///< a BatchNormalization that is not folded shifts the channels
    OtherOperator,   ///< an operator other than layers reads or makes the channels
    ModelOutput,     ///< the channels are an output of the model
    SharedWeights,   ///< several layers have the same constant
    FollowsItsInput, ///< depthwise: its channels are those of the layer before
    NotRead,         ///< no layer with weights reads the channels
};
[[nodiscard]] std::string toString(ChannelObstacle obstacle); ///< as part of a message

/// Layers whose output channels go together, since sums join them.
struct ChannelGroup
{
    std::vector<std::string> writers; ///< the layer itself and those it shares channels with
    std::vector<std::string> others;  ///< depthwise layers and readers, which lose them, too
    std::optional<ChannelObstacle> obstacle;
    std::string where; ///< layer or tensor that is in the way
};

/// What pruning channels of each layer with weights means, by layer name.
[[nodiscard]] std::map<std::string, ChannelGroup> channelGroups(const model::LayerModel& layers);

/// Checks that what a configuration prunes by channels can be: no obstacle, the same share in all
/// layers that write the channels, and formats of all layers touched that can do without them.
[[nodiscard]] Status checkChannelPruning(const model::LayerModel& layers,
                                         const quant::Configuration& configuration);

/// A layer that was to be pruned, or its channels split, and stays as it is.
struct SkippedLayer
{
    std::string name;
    std::string reason; ///< what is in the way
};

struct PruningReport
{
    quant::Configuration configuration; ///< the base with the layers' pruning
    std::vector<SkippedLayer> skipped;
};

/// Prunes some layers of a configuration (all that have weights where `names` is empty) in the same
/// way; where the configuration says nothing of a layer, its FP32 weights. Pruning channels of a
/// layer prunes those of all layers that write the same ones, and ending that ends it in all.
/// Layers named one by one
/// must all take it: InvalidArgument names the first that does not. Of a whole model, those that
/// cannot are skipped. Corrected weights count for a layer's old pruning only.
[[nodiscard]] Result<PruningReport> withPruning(const model::LayerModel& layers,
                                                const quant::Configuration& base,
                                                const quant::Pruning& pruning,
                                                const std::vector<std::string>& names = {});

} // namespace quantoscope::session
