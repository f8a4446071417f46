// SPDX-License-Identifier: GPL-3.0-or-later
// "W4A8": the formats of a whole model as a word.
#include "core/quant/legal_words.h"
#include "core/quant/scheme.h"

#include <charconv>
#include <optional>

namespace quantoscope::quant {

namespace {

constexpr std::string_view kMx = "MX";
constexpr std::string_view kDynamic = "DYN";
constexpr std::string_view kPerToken = "TOK";

std::string presetPart(const Precision& precision)
{
    return precision.isInteger()                       ? std::to_string(precision.integerBits)
           : precision.format == NumberFormat::Float32 ? "32"
                                                       : toString(precision);
}

/// Takes a number behind a mark, of which there may be none, off the end of a text.
Result<std::optional<int>> takeNumber(std::string_view& text, char mark, const std::string& wrong)
{
    const std::size_t place = text.rfind(mark);
    if (place == std::string_view::npos) {
        return std::optional<int>();
    }
    const std::string_view digits = text.substr(place + 1);
    int number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code != std::errc{} || end != digits.data() + digits.size()) {
        return fail(ErrorCode::InvalidArgument, "\"" + std::string(digits) + wrong);
    }
    text = text.substr(0, place);
    return std::optional(number);
}

/// Reads "g64" and "x1" off the end of the weights' part.
Status readGroups(std::string_view& text, BitsPreset& preset)
{
    const auto axis = takeNumber(text, 'X', "\" is not an axis; write W4g64x1A8");
    if (!axis) {
        return failFrom(axis);
    }
    const auto size = takeNumber(text, 'G', "\" is not a group size; write W4g64A8");
    if (!size) {
        return failFrom(size);
    }
    preset.axis = axis->value_or(-1);
    if (*size) {
        preset.granularity = Granularity::PerGroup;
        preset.groupSize = **size;
    }
    return {};
}

/// The weights' part: MX before a format, or G and a group size, X and an axis behind it.
Status readWeights(std::string_view text, BitsPreset& preset)
{
    if (text.starts_with(kMx)) {
        text.remove_prefix(kMx.size());
        preset.granularity = Granularity::MxBlocks;
    } else if (const Status read = readGroups(text, preset); !read) {
        return read;
    }
    const auto precision = parsePrecision(text);
    if (!precision) {
        return failFrom(precision);
    }
    preset.weights = *precision;
    WeightScheme scheme = withPrecision(WeightScheme{}, *precision);
    scheme.granularity = preset.granularity.value_or(Granularity::PerChannel);
    scheme.groupSize = preset.groupSize;
    scheme.axis = preset.axis;
    return validate(scheme);
}

Status readActivations(std::string_view text, BitsPreset& preset)
{
    if (text.ends_with(kDynamic)) {
        preset.source = RangeSource::Dynamic;
        text.remove_suffix(kDynamic.size());
    } else if (text.ends_with(kPerToken)) {
        preset.source = RangeSource::DynamicPerToken;
        text.remove_suffix(kPerToken.size());
    }
    const auto precision = parsePrecision(text);
    if (!precision) {
        return failFrom(precision);
    }
    preset.activations = *precision;
    ActivationScheme scheme{*precision, true};
    scheme.source = preset.source;
    return validate(scheme);
}

/// The letter A before the activations; "TERNARY" has one, too.
std::size_t splitPlace(std::string_view upper)
{
    constexpr std::string_view kTernary = "TERNARY";
    const std::size_t word = upper.find(kTernary);
    return upper.find('A', word == std::string_view::npos ? 0 : word + kTernary.size());
}

} // namespace

std::string toString(const BitsPreset& preset)
{
    const bool isMx = preset.granularity == Granularity::MxBlocks;
    std::string text = isMx ? "WMX" + toString(preset.weights) : "W" + presetPart(preset.weights);
    if (preset.granularity == Granularity::PerGroup) {
        text += "g" + std::to_string(preset.groupSize);
    }
    if (preset.axis >= 0) {
        text += "x" + std::to_string(preset.axis);
    }
    text += "A" + presetPart(preset.activations);
    return text + (preset.source == RangeSource::Static    ? ""
                   : preset.source == RangeSource::Dynamic ? "dyn"
                                                           : "tok");
}

Result<BitsPreset> parseBits(std::string_view text)
{
    const std::string upper = upperCase(text);
    const std::string_view whole = upper;
    if (!whole.starts_with('W')) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + std::string(text) +
                        "\" is not a pair of formats; write W4A8, W8 (activations in FP32), W4A32, "
                        "WFP8E4M3AFP8E4M3, W4g64A8, WMXFP4A8 or W8A8dyn");
    }
    const std::size_t split = splitPlace(whole);
    BitsPreset preset{Precision::integer(8), Precision::float32()};
    const bool hasActivations = split != std::string_view::npos;
    Status read = readWeights(whole.substr(1, hasActivations ? split - 1 : split), preset);
    if (read && hasActivations) {
        read = readActivations(whole.substr(split + 1), preset);
    }
    if (!read) {
        return fail(ErrorCode::InvalidArgument, read.error().message, std::string(text));
    }
    return preset;
}

} // namespace quantoscope::quant
