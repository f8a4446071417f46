// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eval/choose_samples.h"
#include "core/eval/classification.h"
#include "core/eval/dataset.h"
#include "core/quant/accumulator.h"
#include "core/quant/histogram.h"
#include "core/quant/scheme.h"
#include "core/search/interval.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::session {

/// Which pictures to use and how to prepare them.
struct DataRequest
{
    eval::DatasetRequest validation;
    /// Folder of calibration pictures; empty: some of the validation pictures.
    std::filesystem::path calibrationImages;
    std::int64_t calibrationLimit = 100; ///< at most so many calibration pictures (0: all)
    eval::SampleChoice calibrationChoice = eval::SampleChoice::First; ///< which ones
    std::uint32_t calibrationSeed = 0;                                ///< of a choice that draws
    /// Preset name, JSON file or JSON itself (from its brace on); empty: MODEL.preprocess.json
    /// beside the model if present, else torchvision.
    std::string preprocess;
    /// Takes precedence over `preprocess` when set (the window's editor).
    std::optional<eval::Preprocess> customPreprocess;
};

/// Opened pictures. Immutable.
struct DataInfo
{
    DataRequest request;
    std::shared_ptr<const eval::ImageSet> validation;
    std::shared_ptr<const eval::ImageSet> calibration;
    bool calibrationFromValidation = false; ///< no separate folder was given
    /// Where the calibration pictures stand among the validation pictures, if they are from these.
    std::vector<std::int32_t> calibrationPositions;
    std::int64_t calibrationClasses = 0; ///< with as many pictures each; 0 unless ClassBalanced
    std::string preprocessOrigin;        ///< "preset torchvision", or the file it came from
    double seconds = 0.0;                ///< decoding and fitting
};

/// What calibration saw of every activation site, by tensor name. Ranges follow from it without
/// another run.
struct CalibrationInfo
{
    std::map<std::string, quant::StreamingHistogram> histograms;
    std::int64_t images = 0;
    double seconds = 0.0;
};

/// The FP32 pass over the validation pictures.
struct FloatReference
{
    eval::AccuracyFigures accuracy;
    std::vector<eval::TopFive> predictions; ///< per picture; empty unless Classification
    Tensor outputs;                         ///< first output of every picture, [images, values]
    /// Classification only. By how much each picture's label (its FP32 top-1 class where not all
    /// pictures have a label) beats the best other class; labels are what `margins` are of.
    std::vector<float> margins;
    std::vector<std::size_t> labels;
    std::vector<std::int32_t> order; ///< in which pictures run: every batch a stratified sample
    std::int64_t sizeBytes = 0;      ///< parameters at 4 bytes
    double seconds = 0.0;            ///< of the pass itself, without compiling
};

/// How a quantized pass differs from the FP32 pass over the same pictures.
struct ComparisonFigures
{
    std::optional<double> agreement; ///< fraction with the same top-1; Classification only
    double sqnrDb = 0.0;
    double cosine = 0.0;
    std::optional<double> kl; ///< nats; Classification only
};

/// One row of the layer table. Bits are 32 for FP32.
struct LayerFigures
{
    std::string name;
    std::string op;
    std::optional<int> weightBits;     ///< empty: the layer has no weights
    std::optional<int> activationBits; ///< of its output; empty: no quantizer sits there
    std::optional<double> weightSqnrDb;
    std::optional<double> activationSqnrDb; ///< filled in by measureNoise
    std::int64_t sizeBytes = 0;             ///< weights at their bits, scales, zero points, bias
    /// How the weights are stored that pruning leaves.
    quant::SparseFormat format = quant::SparseFormat::Dense;
    double keptShare = 1.0;         ///< of the layer's weights, after pruning
    std::int64_t addedChannels = 0; ///< input channels that splitting adds
    std::int64_t macs = 0;          ///< without removed channels, with added ones
    /// Of its integer sums; empty where its weights or its input are on no static integer grid.
    std::optional<quant::AccumulatorFigures> accumulator;
};

/// A configuration tried on the validation pictures. Immutable.
struct Evaluation
{
    quant::Configuration configuration;
    eval::AccuracyFigures accuracy;
    ComparisonFigures comparison;
    std::vector<eval::TopFive> predictions; ///< per picture, in the order of the image set
    std::vector<float>
        margins; ///< per picture, of the FP32 reference's labels; Classification only
    std::vector<LayerFigures>
        layers; ///< weight layers first to last, then other layers with a quantizer, in graph order
    std::int64_t sizeBytes = 0;
    double averageWeightBits = 32.0; ///< over all quantizable weights
    double bops = 0.0; ///< bit operations of one picture: MACs * weight bits * bits of the input
    /// Share of the model's MACs that ran on codes with fixed-point multipliers, 0..1; empty where
    /// the configuration does not ask for these.
    std::optional<double> fixedPointShare;
    double seconds = 0.0; ///< of the pass itself
};

/// What is known while a pass is running: figures over the pictures done so far, and those of FP32
/// over the same pictures.
struct PartialEvaluation
{
    std::int64_t images = 0;
    std::int64_t totalImages = 0;
    eval::AccuracyFigures accuracy;
    eval::AccuracyFigures floatAccuracy;
    ComparisonFigures comparison;
    /// Top-1 over ALL pictures less that of FP32, and less that of the configuration before, as far
    /// as it is known: fractions with a 95 % confidence interval. Without labels it is the
    /// agreement with FP32 less 1, or less that of the configuration before.
    std::optional<search::Interval> againstFloat;
    std::optional<search::Interval> againstPrevious;
    double seconds = 0.0; ///< since the evaluation began
    /// The batch just done, as indices into the image set, and the model's first output for it,
    /// [pictures, values]. Both are views that end with the callback.
    std::span<const std::int32_t> pictures;
    TensorView outputs;
};
using PartialCallback = std::function<void(const PartialEvaluation&)>;

} // namespace quantoscope::session
