// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/channel_streams.h"
#include "core/quant/noise.h"
#include "core/quant/scheme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Why no bias can move from the layers that write some channels to those that read them.
enum class AbsorptionObstacle {
    NoRelu,          ///< what stands between them is not a Relu alone: none, ReLU6, pooling, ..
    SeveralReaders,  ///< not one layer writes and one reads exactly what that makes
    SharedWeights,   ///< several layers have the same constant
    Padding,         ///< the reader pads zeros, which are not less than before
    NoBias,          ///< one of the layers has no bias for each channel
    RangeSetByHand,  ///< such a range would no longer fit
    NothingToAbsorb, ///< no channel is above its ReLU's zero nearly always
};

/// What became of the biases between some layers.
struct AbsorbedPair
{
    std::vector<std::string> writers, readers;  ///< names of layers; one each where it is done
    std::optional<AbsorptionObstacle> obstacle; ///< why they stay as they are
    std::int64_t channels = 0;                  ///< whose bias moved, at least in part
    float largest = 0.0F;                       ///< of what moved
};

struct AbsorptionReport
{
    /// Outputs in FP32 may not differ by more than that.
    static constexpr double kLeastSqnrDb = 40.0;

    /// The base with biases absorbed; without corrected weights, which were made for others. The
    /// base itself, without shifts, where isRefused or nothing is absorbed.
    quant::Configuration configuration;
    std::vector<AbsorbedPair> pairs;
    std::int64_t images = 0; ///< calibration pictures
    /// Of the outputs in FP32 with biases absorbed, against the model as opened, over these.
    double floatSqnrDb = quant::kNoNoiseDb;
    bool isRefused = false; ///< because that is below kLeastSqnrDb
    double seconds = 0.0;

    [[nodiscard]] std::int64_t absorbedChannels() const;
};

/// What structure alone says: empty where biases can be absorbed over a stream.
[[nodiscard]] std::optional<AbsorptionObstacle>
absorptionObstacle(const model::LayerModel& layers, const model::ChannelStream& stream);

/// The same scales with no bias absorbed; null where nothing is left.
[[nodiscard]] std::shared_ptr<const quant::Equalization>
withoutShifts(const std::shared_ptr<const quant::Equalization>& equalization);
/// The same where nothing is absorbed over some streams alone.
[[nodiscard]] std::shared_ptr<const quant::Equalization>
withoutShifts(const std::shared_ptr<const quant::Equalization>& equalization,
              const model::LayerModel& layers, const std::vector<model::ChannelStream>& which);
/// Whether biases are absorbed in it (may be null).
[[nodiscard]] bool hasShifts(const std::shared_ptr<const quant::Equalization>& equalization);

} // namespace quantoscope::session
