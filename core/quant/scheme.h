// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quantoscope::quant {

enum class NumberFormat { Float32, Float16, Integer };

/// How wide a number is: INT n, FP16 or FP32.
struct Precision
{
    NumberFormat format = NumberFormat::Float32;
    int integerBits = 8; ///< meaningful for NumberFormat::Integer only

    [[nodiscard]] bool isInteger() const { return format == NumberFormat::Integer; }
    [[nodiscard]] int bits() const
    {
        return format == NumberFormat::Float32   ? 32
               : format == NumberFormat::Float16 ? 16
                                                 : integerBits;
    }
    friend bool operator==(const Precision& a, const Precision& b)
    {
        return a.format == b.format && (!a.isInteger() || a.integerBits == b.integerBits);
    }

    [[nodiscard]] static Precision float32() { return {}; }
    [[nodiscard]] static Precision float16() { return {NumberFormat::Float16, 16}; }
    [[nodiscard]] static Precision integer(int bits) { return {NumberFormat::Integer, bits}; }
};

/// "INT8", "FP16", "FP32".
[[nodiscard]] std::string toString(const Precision& precision);
/// Reads what toString writes, in any case, also "8" for INT8 and "32" for FP32.
/// Error InvalidArgument lists what is legal.
[[nodiscard]] Result<Precision> parsePrecision(std::string_view text);

enum class Granularity { PerTensor, PerChannel };

/// How a layer's weights are quantized. Legal: INT 1..8 and 16, FP16, FP32. One bit is always
/// symmetric (sign times mean magnitude).
struct WeightScheme
{
    Precision precision = Precision::integer(8);
    bool symmetric = true;
    Granularity granularity = Granularity::PerChannel;
    friend bool operator==(const WeightScheme&, const WeightScheme&) = default;
};

/// A clipping range in real units, low <= high.
struct Range
{
    float low = 0.0F;
    float high = 0.0F;
    friend bool operator==(const Range&, const Range&) = default;
};

/// How a tensor is quantized, per-tensor and static. Legal: INT 2..8 and 16, FP32.
struct ActivationScheme
{
    Precision precision = Precision::integer(8);
    bool symmetric = false;
    /// Clipping range set by hand, finite, holding zero and more than that; empty: calibrated.
    /// A symmetric scheme widens it to its larger magnitude on both sides.
    std::optional<Range> range = std::nullopt;
    friend bool operator==(const ActivationScheme&, const ActivationScheme&) = default;
};

/// A pair of precisions for a whole model, as the field writes it.
struct BitsPreset
{
    Precision weights = Precision::integer(8);
    Precision activations = Precision::integer(8);
    friend bool operator==(const BitsPreset&, const BitsPreset&) = default;
};

/// "W4A8", "W4A32" (activations in FP32), "WFP16A8".
[[nodiscard]] std::string toString(const BitsPreset& preset);
/// Reads what toString writes, in any case; without the A part activations stay in FP32 ("W8" is
/// "W8A32"). Error InvalidArgument shows examples, or says which precisions are legal.
[[nodiscard]] Result<BitsPreset> parseBits(std::string_view text);

/// Success, or InvalidArgument with what is legal.
[[nodiscard]] Status validate(const WeightScheme& scheme);
[[nodiscard]] Status validate(const ActivationScheme& scheme);

/// How an activation's clipping range follows from what calibration saw.
enum class CalibrationMethod { MinMax, Percentile, Mse, Entropy };

[[nodiscard]] std::string toString(CalibrationMethod method); ///< "min-max", "percentile", ...
/// Reads what toString writes, in any case. Error InvalidArgument lists the methods.
[[nodiscard]] Result<CalibrationMethod> parseCalibrationMethod(std::string_view text);

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
    CalibrationMethod calibration = CalibrationMethod::MinMax;
    double percentile = 99.99; ///< of |x| (symmetric) or of each tail; used by Percentile only
    /// Corrected weights and equalizations are compared by their values.
    friend bool operator==(const Configuration& a, const Configuration& b);
};

/// Whether two equalizations, which may be null, are the same.
[[nodiscard]] bool isSameEqualization(const std::shared_ptr<const Equalization>& a,
                                      const std::shared_ptr<const Equalization>& b);

/// The corrected weights that a layer has under its scheme and the equalization; null where it is
/// rounded to nearest.
[[nodiscard]] std::shared_ptr<const CorrectedWeights>
correctedWeights(const Configuration& configuration, const std::string& layer);

} // namespace quantoscope::quant
