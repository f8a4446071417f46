// SPDX-License-Identifier: GPL-3.0-or-later
// What can be looked at of a layer.
#pragma once

#include "core/base/tensor.h"
#include "core/eval/classification.h"
#include "core/quant/noise.h"
#include "core/quant/quant_params.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Noise of every layer's output against FP32, by the layer's name: accumulated along the way, or
/// its own, with everything else in FP32.
struct NoiseReport
{
    std::map<std::string, double> activationSqnrDb;
    std::int64_t images = 0; ///< pictures it was measured on
    double seconds = 0.0;
};

/// A slice of a layer's weights that could have a scale of its own.
struct ChannelRange
{
    float minimum = 0.0F; ///< of the FP32 weights
    float maximum = 0.0F;
    double sqnrDb = 0.0; ///< of the quantized weights against FP32
};

/// The weights of one layer before and after quantization.
struct WeightInspection
{
    std::string layer;
    std::vector<double> binEdges;        ///< bins + 1, in weight units
    std::vector<double> floatCounts;     ///< FP32 weights in each bin
    std::vector<double> quantizedCounts; ///< quantized weights in each bin; outliers at the ends
    std::vector<double> levels;      ///< distinct quantized values, ascending (at most kMaxLevels)
    std::vector<double> levelCounts; ///< weights on each level
    std::vector<double> errorBinEdges; ///< of quantized - FP32
    std::vector<double> errorCounts;
    double sqnrDb = 0.0;
    double minimum = 0.0, maximum = 0.0;
    std::vector<ChannelRange> channels; ///< along channelAxis
    int channelAxis = 0;
    std::shared_ptr<const Tensor> floats;
    std::shared_ptr<const Tensor> quantized; ///< the same shape
    static constexpr int kMaxLevels = 65536;
};

/// What calibration saw of a tensor, and where a configuration clips it.
struct ActivationInspection
{
    std::string tensor;
    std::vector<double> binEdges; ///< bins + 1, over [minimum, maximum]
    std::vector<double> counts;
    double minimum = 0.0, maximum = 0.0; ///< exact
    quant::QuantParams params;           ///< the grid
    quant::Range clipping;               ///< the ends of the grid
    bool isSetByHand = false;            ///< else found by the calibration method
    double clippedShare = 0.0;           ///< values outside of the grid, 0..1
    double sqnrDb = 0.0; ///< of quantizing these values, from their histogram: an estimate
};

/// A layer's output for one picture.
struct FeatureMaps
{
    std::string layer;
    std::int32_t picture = 0;
    Shape shape; ///< without the batch axis: [channels, height, width] for images
    std::vector<float> floats;
    std::vector<float> quantized;
    double sqnrDb = 0.0; ///< of this picture
};

/// How long a layer takes, with what the engine fuses into it; 0 where it is part of another one.
struct LayerTime
{
    double floatMs = 0.0;
    double quantizedMs = 0.0;
};

/// How long the model takes for one picture on this machine, as it ships: in FP32, and as exported
/// with integer kernels (the inference engine's own; not the emulation that figures come from).
struct TimeReport
{
    double floatMs = 0.0; ///< medians
    double quantizedMs = 0.0;
    std::map<std::string, LayerTime> layers; ///< by name; means
    std::int64_t runs = 0;                   ///< of each
};

/// What the model says of a picture that is not among the validation pictures.
struct TriedPicture
{
    std::filesystem::path file;
    eval::TopFive floats;    ///< Classification only
    eval::TopFive quantized; ///< likewise
    double sqnrDb = 0.0;     ///< of the outputs
};

} // namespace quantoscope::session
