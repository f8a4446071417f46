// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/channel_streams.h"
#include "core/quant/scheme.h"

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

struct EqualizationReport
{
    /// The base with its equalization; corrected weights are dropped, they were made for others.
    quant::Configuration configuration;
    std::vector<EqualizedStream> streams;
    std::vector<EqualizedLayerNoise> layers;
};

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
/// \param base its ranges set by hand count, and its schemes for the noise
[[nodiscard]] EqualizationReport equalized(const model::LayerModel& layers,
                                           const quant::Configuration& base);

} // namespace quantoscope::session
