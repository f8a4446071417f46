// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/model/channel_streams.h"
#include "core/quant/scheme.h"
#include "core/session/layer_names.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What became of the channels that some layers write and others read.
struct EqualizedStream
{
    std::vector<std::string> writers, readers;     ///< names of layers
    std::optional<model::StreamObstacle> obstacle; ///< why they stay as they are
    bool hasRangeSetByHand = false; ///< they stay because such a range would no longer fit
    std::string where;              ///< layer or tensor that is in the way
    /// Largest over least range of the writers' channels.
    double spreadBefore = 1.0, spreadAfter = 1.0;

    [[nodiscard]] bool isEqualized() const { return !obstacle && !hasRangeSetByHand; }
};

/// A layer with quantized weights that equalization changes.
struct EqualizedLayerNoise
{
    std::string name;
    double sqnrBeforeDb = 0.0, sqnrAfterDb = 0.0; ///< of its weights, rounded to nearest
};

/// What equalization, or absorption of biases, is to work on.
struct EqualizationRequest
{
    quant::Configuration base; ///< its ranges set by hand count
    /// Only what all layers that write and read some channels are of is changed; the rest stays as
    /// the base's equalization has it. Empty: all layers, and nothing of it stays.
    LayerChoice layers = {};
};

struct EqualizationReport
{
    /// The base with its equalization; corrected weights of layers that it changes are dropped,
    /// they were made for others.
    quant::Configuration configuration;
    std::vector<EqualizedStream> streams; ///< of the chosen layers
    std::vector<EqualizedLayerNoise> layers;
    double seconds = 0.0;
};

/// A base's equalization without what it does to the channels of some streams; null where nothing
/// is left. \param which streams that go
[[nodiscard]] std::shared_ptr<const quant::Equalization>
withoutStreams(const std::shared_ptr<const quant::Equalization>& equalization,
               const model::LayerModel& layers, const std::vector<model::ChannelStream>& which);

/// The streams that only chosen layers write and read.
[[nodiscard]] std::vector<model::ChannelStream> chosenStreams(const model::LayerModel& layers,
                                                              const LayerChoice& choice);

/// An equalization (may be null) without the scales and shifts of what only chosen layers write and
/// read; null where nothing is left.
[[nodiscard]] std::shared_ptr<const quant::Equalization>
unequalized(const std::shared_ptr<const quant::Equalization>& equalization,
            const model::LayerModel& layers, const LayerChoice& choice);

/// A stream as it is told of: its layers, and whether a structure or a range set by hand is in the
/// way of scaling it.
[[nodiscard]] EqualizedStream outcomeOf(const model::LayerModel& layers,
                                        const model::ChannelStream& stream,
                                        const quant::Configuration& base);

/// The largest of some ranges over the least that is not zero; 1 without any.
[[nodiscard]] double channelSpread(std::span<const float> ranges);

/// Checks that an equalization fits a model and changes no output: whoever reads a channel undoes
/// what is done to it where it is written, and biases move only where absorptionObstacle() sees
/// nothing in the way. InvalidArgument names the layer.
[[nodiscard]] Status checkEqualization(const model::LayerModel& layers,
                                       const quant::Equalization& equalization);

/// Scales the channels of every stream so that those who write it and those who read it have equal
/// ranges, again and again until nothing changes, as streams share layers.
/// Source: Nagel et al. 2019, "Data-Free Quantization Through Weight Equalization and Bias
/// Correction", section 4.1; where several layers write or read a stream, the largest of their
/// ranges counts.
/// Errors: Cancelled.
[[nodiscard]] Result<EqualizationReport> equalized(const model::LayerModel& layers,
                                                   const EqualizationRequest& request,
                                                   const JobContext& context);

} // namespace quantoscope::session
