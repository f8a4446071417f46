// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/calibration_method.h"
#include "core/quant/precision.h"
#include "core/quant/pruning.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quantoscope::quant {

/// What shares a scale: the tensor, an output channel, a group of weights of one output channel, or
/// an MX block. Groups and blocks lie along what a layer sums over (input channel and kernel
/// position, in memory order); the last one of a channel may be shorter. Channels and groups can
/// lie along another axis (WeightScheme::axis).
enum class Granularity { PerTensor, PerChannel, PerGroup, MxBlocks };

/// Values of a block that share an exponent. Source: OCP Microscaling Formats (MX) 1.0.
inline constexpr int kMxBlockSize = 32;

/// Real scales, or scales rounded up to a power of two, so that scaling is a shift.
enum class ScaleKind { Real, PowerOfTwo };

/// How a weight range is found: minimum and maximum; the clipping ratio with the least squared
/// error; a percentile.
enum class WeightRange { MinMax, Mse, Percentile };

/// How a layer's weights are quantized. Legal: every precision. One bit is sign times mean
/// magnitude, ternary as in Li et al. 2016; these and floating-point formats are symmetric. MX
/// blocks hold INT8, FP8 or FP4; power-of-two scales are for INT2 and wider, weight ranges for
/// scaled formats but 1 bit, ternary and MX. One bit has no zero, so it cannot be pruned; what is
/// pruned is exactly zero in all other formats, FP32 included. Channels are split where
/// takesSplitting().
struct WeightScheme
{
    Precision precision = Precision::integer(8);
    bool symmetric = true;
    Granularity granularity = Granularity::PerChannel;
    int groupSize = 0; ///< weights that share a scale, 2..65536; PerGroup only, else 0
    /// Axis of the weight tensor as ONNX has it, at most 7; -1: as Granularity says. PerChannel:
    /// one scale for each of its indices. PerGroup: groups lie along it at every position of the
    /// other axes, the last one may be shorter. Source: ONNX operator DequantizeLinear, version 21.
    int axis = -1;
    ScaleKind scale = ScaleKind::Real;
    WeightRange range = WeightRange::MinMax;
    double percentile = 99.9; ///< of |w| (symmetric) or of each tail; WeightRange::Percentile only
    Pruning pruning = {};     ///< what becomes zero before the rest is quantized
    /// Input channels added by splitting those with outliers, as a share of the layer's own, at
    /// most 1; 0: none. See core/quant/channel_splits.h.
    double split = 0.0;
    friend bool operator==(const WeightScheme&, const WeightScheme&) = default;

    /// Values of a channel that share a scale; 0: all of it.
    [[nodiscard]] int blockSize() const
    {
        return granularity == Granularity::MxBlocks ? kMxBlockSize : groupSize;
    }
    /// Groups at every position of the other axes, not of an output channel's flattened weights.
    [[nodiscard]] bool hasGroupsAlongAxis() const
    {
        return granularity == Granularity::PerGroup && axis >= 0;
    }
    /// FP32 with every weight.
    [[nodiscard]] bool isFloat32() const
    {
        return precision.format == NumberFormat::Float32 && !pruning.isSet();
    }
    /// One scale for the tensor or for each output channel, by which a sum can be multiplied.
    /// \param channelAxis axis of the output channels
    [[nodiscard]] bool scalesOutputs(int channelAxis) const
    {
        return blockSize() == 0 && (axis < 0 || axis == channelAxis);
    }
    /// INT n with one real scale for a tensor or an output channel, no axis named.
    [[nodiscard]] bool hasPlainIntegerGrid() const
    {
        return precision.isInteger() && blockSize() == 0 && axis < 0 && scale == ScaleKind::Real;
    }
    /// Whether there is a range to choose: formats with scales but 1 bit, ternary and MX blocks.
    [[nodiscard]] bool hasRange() const;
    /// Whether channels can be split: INT2 to INT8 with one real scale for a tensor or an output
    /// channel, and every weight kept.
    [[nodiscard]] bool takesSplitting() const
    {
        return hasPlainIntegerGrid() && precision.integerBits >= 2 && precision.integerBits <= 8 &&
               !pruning.isSet();
    }
    /// Whether weights can be corrected. Those of split channels are rounded to nearest.
    [[nodiscard]] bool canBeCorrected() const { return !isFloat32() && split == 0.0; }
};

/// The scheme with another precision, and with whatever else must change to stay legal: zero points
/// go where the format has none, MX blocks become groups of 32 where the format has no MX form,
/// nothing is pruned where the format has no zero, and no channels are split where it takes none.
[[nodiscard]] WeightScheme withPrecision(WeightScheme scheme, const Precision& precision);

/// A clipping range in real units, low <= high.
struct Range
{
    float low = 0.0F;
    float high = 0.0F;
    friend bool operator==(const Range&, const Range&) = default;
};

/// Where an activation's clipping range comes from: calibration (static), or each picture at run
/// time, for its whole tensor or for every token (position of all axes but the last).
enum class RangeSource { Static, Dynamic, DynamicPerToken };

/// How a tensor is quantized. Legal: INT 2..16, FP8, FP16, FP32; FP8 has a scale and no zero
/// point; dynamic ranges are for INT and FP8.
struct ActivationScheme
{
    Precision precision = Precision::integer(8);
    bool symmetric = false; ///< floating-point formats always are
    /// Clipping range set by hand, finite, holding zero and more than that; empty: calibrated.
    /// A symmetric scheme widens it to its larger magnitude on both sides.
    std::optional<Range> range = std::nullopt;
    RangeSource source = RangeSource::Static;
    /// How a calibrated range is found; empty: as Configuration::calibration says.
    std::optional<Calibration> calibration = std::nullopt;
    friend bool operator==(const ActivationScheme&, const ActivationScheme&) = default;

    /// Whether its range comes from calibration pictures (or is set by hand).
    [[nodiscard]] bool isCalibrated() const
    {
        return precision.hasScale() && source == RangeSource::Static;
    }
    /// A static integer grid, which runs on codes and is exported as QuantizeLinear.
    [[nodiscard]] bool hasStaticGrid() const
    {
        return precision.isInteger() && source == RangeSource::Static;
    }
};

/// The scheme with another precision: dynamic ranges become static where the format has no scale.
[[nodiscard]] ActivationScheme withPrecision(ActivationScheme scheme, const Precision& precision);

/// Formats of a whole model, as the field writes them.
struct BitsPreset
{
    Precision weights = Precision::integer(8);
    Precision activations = Precision::integer(8);
    std::optional<Granularity> granularity = std::nullopt; ///< PerGroup, MxBlocks or unsaid
    int groupSize = 0;
    int axis = -1; ///< as of WeightScheme
    RangeSource source = RangeSource::Static;
    friend bool operator==(const BitsPreset&, const BitsPreset&) = default;
};

/// "W4A8", "W4A32" (activations in FP32), "WFP16A8", "WFP8E4M3AFP8E4M3", "W4g64A8" (groups of 64),
/// "W4g64x1A8" (along axis 1 of the weights), "W8x1A8" (a scale for each index of axis 1),
/// "WMXFP4E2M1A8" (MX blocks), "W8A8dyn" (ranges of each picture), "W8A8tok" (of each token).
[[nodiscard]] std::string toString(const BitsPreset& preset);
/// Reads what toString writes, in any case; without the A part activations stay in FP32 ("W8" is
/// "W8A32"). Error InvalidArgument shows examples, or says which precisions are legal.
[[nodiscard]] Result<BitsPreset> parseBits(std::string_view text);

/// Success, or InvalidArgument with what is legal.
[[nodiscard]] Status validate(const WeightScheme& scheme);
/// InvalidArgument where a weight tensor has no axis such as the scheme names.
[[nodiscard]] Status checkAxis(const WeightScheme& scheme, std::size_t rank);
[[nodiscard]] Status validate(const ActivationScheme& scheme);

[[nodiscard]] std::string toString(WeightRange range); ///< "min-max", "mse", "percentile"
/// Reads what toString writes, in any case. Error InvalidArgument lists the methods.
[[nodiscard]] Result<WeightRange> parseWeightRange(std::string_view text);

/// How a scheme finds its range: "min-max", "mse", "percentile:99.9".
[[nodiscard]] std::string rangeText(const WeightScheme& scheme);
/// The scheme with the range that such a text names, in any case; "percentile" alone keeps the
/// scheme's percentile. Error InvalidArgument where the text or the scheme is not legal.
[[nodiscard]] Result<WeightScheme> withRange(WeightScheme scheme, std::string_view text);

/// What integer kernels multiply a sum by on its way to the next grid: a float32 number, as ONNX
/// Runtime does, or an int32 and a shift (core/quant/fixed_point.h), as hardware without floating
/// point does.
enum class MultiplierKind { Float, FixedPoint };

[[nodiscard]] std::string toString(MultiplierKind kind); ///< "float", "fixed-point"
/// Reads what toString writes, in any case. Error InvalidArgument lists both.
[[nodiscard]] Result<MultiplierKind> parseMultiplierKind(std::string_view text);

struct CorrectedWeights;
struct Equalization;

/// Which settings a whole model has. Keys are layer names and tensor names; a layer or tensor that
/// is missing stays in FP32.
struct Configuration
{
    std::map<std::string, WeightScheme> weights;
    std::map<std::string, ActivationScheme> activations;
    /// By layer name; used where `weights` has the scheme they were made for.
    std::map<std::string, std::shared_ptr<const CorrectedWeights>> corrected;
    /// What is done to the FP32 weights before anything is quantized; null: nothing.
    std::shared_ptr<const Equalization> equalization;
    Calibration calibration;                               ///< of tensors whose scheme names none
    MultiplierKind requantization = MultiplierKind::Float; ///< where a model runs on codes
    /// Corrected weights and equalizations are compared by their values.
    friend bool operator==(const Configuration& a, const Configuration& b);
};

/// Whether it has ranges that come from calibration.
[[nodiscard]] bool needsCalibration(const Configuration& configuration);
/// Whether the range of a tensor is set by hand.
[[nodiscard]] bool hasRangeSetByHand(const Configuration& configuration, const std::string& tensor);

/// Whether two equalizations, which may be null, are the same.
[[nodiscard]] bool isSameEqualization(const std::shared_ptr<const Equalization>& a,
                                      const std::shared_ptr<const Equalization>& b);

/// The corrected weights that a layer has under its scheme and what the equalization does to it;
/// null where it is rounded to nearest.
[[nodiscard]] std::shared_ptr<const CorrectedWeights>
correctedWeights(const Configuration& configuration, const std::string& layer);
/// The configuration without corrected weights that no layer has under its scheme and equalization.
[[nodiscard]] Configuration withoutStaleCorrections(Configuration configuration);

} // namespace quantoscope::quant
