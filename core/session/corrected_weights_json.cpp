// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/corrected_weights_json.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace quantoscope::session {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";
constexpr std::int32_t kWidestGrid = 65535;
constexpr std::size_t kFloatDigits = 8;

std::size_t digitsFor(const quant::QuantParams& params)
{
    std::size_t digits = 1;
    for (std::int32_t levels = (params.qmax - params.qmin) >> 4; levels > 0; levels >>= 4) {
        ++digits;
    }
    return digits;
}

std::string written(const std::vector<std::int32_t>& codes, const quant::QuantParams& params)
{
    const std::size_t digits = digitsFor(params);
    std::string text(codes.size() * digits, '0');
    for (std::size_t i = 0; i < codes.size(); ++i) {
        auto value = static_cast<std::uint32_t>(codes[i] - params.qmin);
        for (std::size_t d = digits; d > 0; --d, value >>= 4) {
            text[i * digits + d - 1] = kDigits[value & 15U];
        }
    }
    return text;
}

/// Empty where the text is no list of codes on the grid.
std::optional<std::vector<std::int32_t>> readCodes(const std::string& text,
                                                   const quant::QuantParams& params)
{
    const std::size_t digits = digitsFor(params);
    if (text.empty() || text.size() % digits != 0) {
        return std::nullopt;
    }
    std::vector<std::int32_t> codes(text.size() / digits);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t digit = kDigits.find(text[i]);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        std::int32_t& code = codes[i / digits];
        code = code * 16 + static_cast<std::int32_t>(digit);
    }
    for (std::int32_t& code : codes) {
        code += params.qmin;
        if (code > params.qmax) {
            return std::nullopt;
        }
    }
    return codes;
}

/// The bits of float32 numbers, eight digits each.
std::string writtenFloats(const std::vector<float>& floats)
{
    std::string text(floats.size() * kFloatDigits, '0');
    for (std::size_t i = 0; i < floats.size(); ++i) {
        auto bits = std::bit_cast<std::uint32_t>(floats[i]);
        for (std::size_t d = kFloatDigits; d > 0; --d, bits >>= 4) {
            text[i * kFloatDigits + d - 1] = kDigits[bits & 15U];
        }
    }
    return text;
}

/// Empty where the text is no list of finite numbers.
std::optional<std::vector<float>> readFloats(const std::string& text)
{
    if (text.empty() || text.size() % kFloatDigits != 0) {
        return std::nullopt;
    }
    std::vector<float> floats;
    for (std::size_t i = 0; i < text.size(); i += kFloatDigits) {
        std::uint32_t bits = 0;
        const char* const first = text.data() + i;
        const auto [end, code] = std::from_chars(first, first + kFloatDigits, bits, 16);
        const auto value = std::bit_cast<float>(bits);
        if (code != std::errc{} || end != first + kFloatDigits || !std::isfinite(value)) {
            return std::nullopt;
        }
        floats.push_back(value);
    }
    return floats;
}

template <typename T>
std::optional<std::vector<T>> numbers(const Json* json)
{
    const bool isList =
        json != nullptr && json->is_array() &&
        std::all_of(json->begin(), json->end(), [](const Json& each) {
            return std::is_integral_v<T> ? each.is_number_integer() : each.is_number();
        });
    return isList ? std::optional(json->get<std::vector<T>>()) : std::nullopt;
}

std::optional<std::int32_t> integer(const Entry& entry, const char* key)
{
    const Json* json = entry.value(key);
    const bool isInteger = json != nullptr && json->is_number_integer();
    return isInteger ? std::optional(json->get<std::int32_t>()) : std::nullopt;
}

Status readGrid(const Entry& entry, quant::QuantParams& params)
{
    const auto qmin = integer(entry, "qmin");
    const auto qmax = integer(entry, "qmax");
    const auto axis = integer(entry, "axis");
    if (!qmin || !qmax || !axis || *axis < -1 || *qmin >= *qmax || *qmax - *qmin > kWidestGrid) {
        return entry.wrong(
            "\"qmin\" below \"qmax\" and \"axis\" (-1: per-tensor) must be integers");
    }
    auto scales = numbers<float>(entry.value("scales"));
    auto zeroPoints = numbers<std::int32_t>(entry.value("zeroPoints"));
    const bool arePositive =
        scales && !scales->empty() && std::ranges::all_of(*scales, [](float scale) {
            return std::isfinite(scale) && scale > 0.0F;
        });
    if (!arePositive || !zeroPoints || zeroPoints->size() != scales->size()) {
        return entry.wrong("\"scales\" must be positive numbers, with as many \"zeroPoints\"");
    }
    params = {*std::move(scales), *std::move(zeroPoints), *qmin, *qmax, *axis};
    return {};
}

/// Codes and their grid.
Status readWeights(const Entry& entry, quant::CorrectedWeights& corrected)
{
    const auto text = entry.text("codes");
    if (!text) {
        return failFrom(text);
    }
    if (const Status read = readGrid(entry, corrected.params); !read) {
        return read;
    }
    auto codes = readCodes(*text, corrected.params);
    if (!codes) {
        return entry.wrong("\"codes\" must be hexadecimal digits of codes from 0 to qmax - qmin");
    }
    corrected.codes = *std::move(codes);
    return {};
}

/// None where the layer's own weights are rounded.
Status readFloatWeights(const Entry& entry, quant::CorrectedWeights& corrected)
{
    if (entry.value("floats") == nullptr) {
        return {};
    }
    const auto text = entry.text("floats");
    auto floats = text ? readFloats(*text) : std::nullopt;
    if (!floats) {
        return entry.wrong("\"floats\" must be hexadecimal digits of finite float32 numbers, eight "
                           "each");
    }
    corrected.floats = *std::move(floats);
    return {};
}

} // namespace

Json correctedJson(const quant::CorrectedWeights& corrected)
{
    const quant::QuantParams& params = corrected.params;
    Json json{{"method", corrected.method}, {"bias", corrected.bias}};
    if (!corrected.codes.empty()) {
        json["qmin"] = params.qmin;
        json["qmax"] = params.qmax;
        json["axis"] = params.axis;
        json["scales"] = params.scales;
        json["zeroPoints"] = params.zeroPoints;
        json["codes"] = written(corrected.codes, params);
    } else if (!corrected.floats.empty()) {
        json["floats"] = writtenFloats(corrected.floats);
    }
    if (corrected.batchNormKept) {
        json["batchNormKept"] = true;
    }
    if (!corrected.removed.isEmpty()) {
        json["removedOutputs"] = corrected.removed.outputs;
        json["removedInputs"] = corrected.removed.inputs;
    }
    return json;
}

Result<std::shared_ptr<const quant::CorrectedWeights>>
correctedFrom(const Entry& entry, const quant::WeightScheme& scheme,
              quant::EqualizedLayer equalization)
{
    if (const Status known = entry.checkKeys({"method", "qmin", "qmax", "axis", "scales",
                                              "zeroPoints", "bias", "codes", "floats",
                                              "batchNormKept", "removedOutputs", "removedInputs"});
        !known) {
        return failFrom(known);
    }
    auto corrected = std::make_shared<quant::CorrectedWeights>();
    corrected->scheme = scheme;
    corrected->equalization = std::move(equalization);
    const auto method = entry.text("method");
    if (!method) {
        return failFrom(method);
    }
    corrected->method = *method;
    const auto isKept = entry.boolean("batchNormKept", false);
    if (!isKept) {
        return failFrom(isKept);
    }
    corrected->batchNormKept = *isKept;
    auto bias = numbers<float>(entry.value("bias"));
    if (!bias || !std::ranges::all_of(*bias, [](float value) { return std::isfinite(value); })) {
        return entry.wrong("\"bias\" must be a list of numbers");
    }
    corrected->bias = *std::move(bias);
    const Status read = scheme.hasPlainIntegerGrid() ? readWeights(entry, *corrected)
                                                     : readFloatWeights(entry, *corrected);
    if (!read) {
        return failFrom(read);
    }
    if (entry.value("removedOutputs") != nullptr || entry.value("removedInputs") != nullptr) {
        auto outputs = numbers<std::int32_t>(entry.value("removedOutputs"));
        auto inputs = numbers<std::int32_t>(entry.value("removedInputs"));
        if (!outputs || !inputs) {
            return entry.wrong(
                "\"removedOutputs\" and \"removedInputs\" must be lists of channels");
        }
        corrected->removed = {*std::move(outputs), *std::move(inputs)};
    }
    return std::shared_ptr<const quant::CorrectedWeights>(std::move(corrected));
}

} // namespace quantoscope::session
