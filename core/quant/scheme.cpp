// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/scheme.h"

#include "core/quant/corrected_weights.h"
#include "core/quant/equalization.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace quantoscope::quant {

namespace {

constexpr std::string_view kLegalPrecisions = "INT1 to INT8, INT16, FP16 and FP32";

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

bool isLegalWidth(int bits, int smallest)
{
    return (bits >= smallest && bits <= 8) || bits == 16;
}

std::optional<int> readWidth(std::string_view digits)
{
    if (digits.empty() || digits.size() > 2 || digits.front() == '0' ||
        digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    int width = 0;
    for (const char digit : digits) {
        width = width * 10 + (digit - '0');
    }
    return width;
}

std::string presetPart(const Precision& precision)
{
    switch (precision.format) {
    case NumberFormat::Float32:
        return "32";
    case NumberFormat::Float16:
        return "FP16";
    case NumberFormat::Integer:
        break;
    }
    return std::to_string(precision.integerBits);
}

constexpr std::array<std::pair<CalibrationMethod, std::string_view>, 4> kMethodNames{{
    {CalibrationMethod::MinMax, "min-max"},
    {CalibrationMethod::Percentile, "percentile"},
    {CalibrationMethod::Mse, "mse"},
    {CalibrationMethod::Entropy, "entropy"},
}};

} // namespace

std::string toString(const Precision& precision)
{
    switch (precision.format) {
    case NumberFormat::Float32:
        return "FP32";
    case NumberFormat::Float16:
        return "FP16";
    case NumberFormat::Integer:
        break;
    }
    return "INT" + std::to_string(precision.integerBits);
}

Result<Precision> parsePrecision(std::string_view text)
{
    const std::string upper = upperCase(text);
    if (upper == "FP32" || upper == "32") {
        return Precision::float32();
    }
    if (upper == "FP16") {
        return Precision::float16();
    }
    std::string_view digits = upper;
    if (digits.starts_with("INT")) {
        digits.remove_prefix(3);
    }
    const std::optional<int> width = readWidth(digits);
    if (width && isLegalWidth(*width, 1)) {
        return Precision::integer(*width);
    }
    return fail(ErrorCode::InvalidArgument, "\"" + std::string(text) +
                                                "\" is not a precision; use one of " +
                                                std::string(kLegalPrecisions));
}

std::string toString(const BitsPreset& preset)
{
    return "W" + presetPart(preset.weights) + "A" + presetPart(preset.activations);
}

Result<BitsPreset> parseBits(std::string_view text)
{
    const std::string upper = upperCase(text);
    if (!upper.starts_with('W')) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + std::string(text) +
                        "\" is not a pair of bit-widths; write W4A8, W8 (activations in FP32), "
                        "W4A32 or WFP16A8");
    }
    const std::size_t split = upper.find('A');
    const auto weights = parsePrecision(
        std::string_view(upper).substr(1, split == std::string::npos ? split : split - 1));
    if (!weights) {
        return fail(ErrorCode::InvalidArgument, weights.error().message, std::string(text));
    }
    BitsPreset preset{*weights, Precision::float32()};
    if (split == std::string::npos) {
        return preset;
    }
    const auto activations = parsePrecision(std::string_view(upper).substr(split + 1));
    if (!activations) {
        return fail(ErrorCode::InvalidArgument, activations.error().message, std::string(text));
    }
    preset.activations = *activations;
    if (const Status legal = validate(ActivationScheme{*activations, false}); !legal) {
        return fail(ErrorCode::InvalidArgument, legal.error().message, std::string(text));
    }
    return preset;
}

Status validate(const WeightScheme& scheme)
{
    if (!scheme.precision.isInteger()) {
        return {};
    }
    if (!isLegalWidth(scheme.precision.integerBits, 1)) {
        return fail(ErrorCode::InvalidArgument, "weights cannot be " + toString(scheme.precision) +
                                                    "; use one of " +
                                                    std::string(kLegalPrecisions));
    }
    if (scheme.precision.integerBits == 1 && !scheme.symmetric) {
        return fail(ErrorCode::InvalidArgument,
                    "1-bit weights are a sign times a mean magnitude; choose the symmetric scheme");
    }
    return {};
}

Status validate(const ActivationScheme& scheme)
{
    const Precision& precision = scheme.precision;
    const bool legal = precision.format == NumberFormat::Float32 ||
                       (precision.isInteger() && isLegalWidth(precision.integerBits, 2));
    if (!legal) {
        return fail(ErrorCode::InvalidArgument, "activations cannot be " + toString(precision) +
                                                    "; use one of INT2 to INT8, INT16 and FP32");
    }
    const auto& range = scheme.range;
    if (range && !(std::isfinite(range->low) && std::isfinite(range->high) && range->low <= 0.0F &&
                   range->high >= 0.0F && range->low < range->high)) {
        return fail(ErrorCode::InvalidArgument,
                    "the clipping range " + std::to_string(range->low) + " to " +
                        std::to_string(range->high) +
                        " is not usable; choose finite limits with zero between them");
    }
    return {};
}

std::string toString(CalibrationMethod method)
{
    const auto found =
        std::ranges::find(kMethodNames, method, [](const auto& e) { return e.first; });
    return std::string(found->second);
}

Result<CalibrationMethod> parseCalibrationMethod(std::string_view text)
{
    const std::string upper = upperCase(text);
    for (const auto& [method, name] : kMethodNames) {
        if (upper == upperCase(name)) {
            return method;
        }
    }
    return fail(ErrorCode::InvalidArgument,
                "\"" + std::string(text) +
                    "\" is not a calibration method; use min-max, percentile, mse or entropy");
}

bool operator==(const Configuration& a, const Configuration& b)
{
    return a.weights == b.weights && a.activations == b.activations &&
           a.calibration == b.calibration && a.percentile == b.percentile &&
           isSameEqualization(a.equalization, b.equalization) &&
           std::ranges::equal(a.corrected, b.corrected, [](const auto& left, const auto& right) {
               return left.first == right.first &&
                      (left.second == right.second || *left.second == *right.second);
           });
}

bool isSameEqualization(const std::shared_ptr<const Equalization>& a,
                        const std::shared_ptr<const Equalization>& b)
{
    return a == b || (a && b && *a == *b);
}

std::shared_ptr<const CorrectedWeights> correctedWeights(const Configuration& configuration,
                                                         const std::string& layer)
{
    const auto found = configuration.corrected.find(layer);
    const auto scheme = configuration.weights.find(layer);
    const bool isUsed = found != configuration.corrected.end() &&
                        scheme != configuration.weights.end() &&
                        found->second->scheme == scheme->second &&
                        isSameEqualization(found->second->equalization, configuration.equalization);
    return isUsed ? found->second : nullptr;
}

} // namespace quantoscope::quant
