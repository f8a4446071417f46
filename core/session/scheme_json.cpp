// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scheme_json.h"

#include <array>
#include <string_view>
#include <utility>

namespace quantoscope::session {

namespace {

using quant::Granularity;
using quant::RangeSource;

template <typename T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

constexpr Words<Granularity, 4> kGranularities{{{Granularity::PerTensor, "per-tensor"},
                                                {Granularity::PerChannel, "per-channel"},
                                                {Granularity::PerGroup, "per-group"},
                                                {Granularity::MxBlocks, "mx"}}};
constexpr Words<quant::ScaleKind, 2> kScales{
    {{quant::ScaleKind::Real, "real"}, {quant::ScaleKind::PowerOfTwo, "power-of-two"}}};
constexpr Words<quant::WeightRange, 3> kRanges{{{quant::WeightRange::MinMax, "min-max"},
                                                {quant::WeightRange::Mse, "mse"},
                                                {quant::WeightRange::Percentile, "percentile"}}};
constexpr Words<RangeSource, 3> kSources{{{RangeSource::Static, "static"},
                                          {RangeSource::Dynamic, "dynamic"},
                                          {RangeSource::DynamicPerToken, "dynamic-per-token"}}};

template <typename T, std::size_t N>
std::string wordOf(const Words<T, N>& words, T value)
{
    for (const auto& [each, word] : words) {
        if (each == value) {
            return std::string(word);
        }
    }
    return {};
}

/// Sets a value from its word; leaves it where the key is missing.
template <typename T, std::size_t N>
Status readWord(const Entry& entry, const char* key, const Words<T, N>& words, T& value)
{
    if (entry.value(key) == nullptr) {
        return {};
    }
    const auto text = entry.text(key);
    if (!text) {
        return failFrom(text);
    }
    std::string legal;
    for (const auto& [each, word] : words) {
        if (*text == word) {
            value = each;
            return {};
        }
        legal += (legal.empty() ? "" : ", ") + std::string(word);
    }
    return entry.wrong("\"" + *text + "\" is not a " + key + "; use one of " + legal);
}

Result<quant::Precision> readPrecision(const Entry& entry)
{
    const auto text = entry.text("precision");
    if (!text) {
        return failFrom(text);
    }
    auto precision = quant::parsePrecision(*text);
    if (!precision) {
        return wrongValue(entry, precision);
    }
    return precision;
}

Status readPercentile(const Entry& entry, double& percentile)
{
    const Json* json = entry.value("percentile");
    if (json == nullptr) {
        return {};
    }
    if (!json->is_number()) {
        return entry.wrong("\"percentile\" must be a number, not " + json->dump());
    }
    percentile = json->get<double>();
    return {};
}

Status readWhole(const Entry& entry, const std::string& key, int& number)
{
    const Json* json = entry.value(key.c_str());
    if (json == nullptr) {
        return {};
    }
    if (!json->is_number_integer() || json->get<double>() < 0 || json->get<double>() > 1e6) {
        return entry.wrong("\"" + key + "\" must be a whole number, not " + json->dump());
    }
    number = json->get<int>();
    return {};
}

Status readSplit(const Entry& entry, double& split)
{
    const Json* json = entry.value("split");
    if (json == nullptr) {
        return {};
    }
    if (!json->is_number()) {
        return entry.wrong("\"split\" must be a number, not " + json->dump());
    }
    split = json->get<double>();
    return {};
}

Status readPruning(const Entry& entry, quant::Pruning& pruning)
{
    if (entry.value("pruning") == nullptr) {
        return {};
    }
    const auto text = entry.text("pruning");
    if (!text) {
        return failFrom(text);
    }
    const auto read = quant::parsePruning(*text);
    if (!read) {
        return wrongValue(entry, read);
    }
    pruning = *read;
    return {};
}

/// "range": [low, high], which may be missing.
Result<std::optional<quant::Range>> readRange(const Entry& entry)
{
    const Json* json = entry.value("range");
    if (json == nullptr) {
        return std::optional<quant::Range>();
    }
    const bool isPair = json->is_array() && json->size() == 2 && json->front().is_number() &&
                        json->back().is_number();
    if (!isPair) {
        return entry.wrong(
            "\"range\" must be two numbers in brackets, the lower limit first, not " +
            json->dump());
    }
    return std::optional(quant::Range{json->front().get<float>(), json->back().get<float>()});
}

template <typename Scheme>
Result<Scheme> checked(const Entry& entry, const Scheme& scheme)
{
    if (const Status legal = quant::validate(scheme); !legal) {
        return wrongValue(entry, legal);
    }
    return scheme;
}

} // namespace

Json weightJson(const quant::WeightScheme& scheme)
{
    Json json{{"precision", quant::toString(scheme.precision)},
              {"symmetric", scheme.symmetric},
              {"granularity", wordOf(kGranularities, scheme.granularity)}};
    if (scheme.groupSize != 0) {
        json["groupSize"] = scheme.groupSize;
    }
    if (scheme.axis >= 0) {
        json["axis"] = scheme.axis;
    }
    if (scheme.scale != quant::ScaleKind::Real) {
        json["scale"] = wordOf(kScales, scheme.scale);
    }
    if (scheme.range != quant::WeightRange::MinMax) {
        json["range"] = wordOf(kRanges, scheme.range);
    }
    if (scheme.percentile != quant::WeightScheme{}.percentile) {
        json["percentile"] = scheme.percentile;
    }
    if (scheme.pruning.isSet()) {
        json["pruning"] = quant::toString(scheme.pruning);
    }
    if (scheme.split != 0.0) {
        json["split"] = scheme.split;
    }
    return json;
}

Json activationJson(const quant::ActivationScheme& scheme)
{
    Json json{{"precision", quant::toString(scheme.precision)}, {"symmetric", scheme.symmetric}};
    if (scheme.range) {
        json["range"] = {scheme.range->low, scheme.range->high};
    }
    if (scheme.source != RangeSource::Static) {
        json["source"] = wordOf(kSources, scheme.source);
    }
    if (scheme.calibration) {
        json["calibration"] = calibrationJson(*scheme.calibration);
    }
    return json;
}

Result<quant::WeightScheme> weightFrom(const Entry& entry)
{
    const Status known =
        entry.checkKeys({"precision", "symmetric", "granularity", "groupSize", "axis", "scale",
                         "range", "percentile", "pruning", "split"});
    const auto precision = readPrecision(entry);
    const auto symmetric = entry.boolean("symmetric", true);
    if (!known) {
        return failFrom(known);
    }
    if (!precision) {
        return failFrom(precision);
    }
    if (!symmetric) {
        return failFrom(symmetric);
    }
    quant::WeightScheme scheme{*precision, *symmetric};
    for (const Status& read :
         {readWord(entry, "granularity", kGranularities, scheme.granularity),
          readWhole(entry, "groupSize", scheme.groupSize), readWhole(entry, "axis", scheme.axis),
          readWord(entry, "scale", kScales, scheme.scale),
          readWord(entry, "range", kRanges, scheme.range), readPercentile(entry, scheme.percentile),
          readPruning(entry, scheme.pruning), readSplit(entry, scheme.split)}) {
        if (!read) {
            return failFrom(read);
        }
    }
    return checked(entry, scheme);
}

Json calibrationJson(const quant::Calibration& calibration)
{
    return {{"method", quant::toString(calibration.method)},
            {"percentile", calibration.percentile}};
}

Result<std::optional<quant::Calibration>> calibrationFrom(const Entry& parent)
{
    const Json* json = parent.value("calibration");
    if (json == nullptr) {
        return std::optional<quant::Calibration>();
    }
    const Entry entry = parent.child(*json, "calibration");
    if (const Status known = entry.checkKeys({"method", "percentile"}); !known) {
        return failFrom(known);
    }
    quant::Calibration calibration;
    if (entry.value("method") != nullptr) {
        const auto text = entry.text("method");
        if (!text) {
            return failFrom(text);
        }
        const auto method = quant::parseCalibrationMethod(*text);
        if (!method) {
            return wrongValue(entry, method);
        }
        calibration.method = *method;
    }
    if (const Json* percentile = entry.value("percentile")) {
        calibration.percentile = percentile->is_number() ? percentile->get<double>() : 0.0;
        if (!quant::validate(calibration)) {
            return entry.wrong("\"percentile\" must be a number above 50 and at most 100, not " +
                               percentile->dump());
        }
    }
    return std::optional(calibration);
}

Result<quant::ActivationScheme> activationFrom(const Entry& entry)
{
    const Status known =
        entry.checkKeys({"precision", "symmetric", "range", "source", "calibration"});
    if (!known) {
        return failFrom(known);
    }
    const auto range = readRange(entry);
    if (!range) {
        return failFrom(range);
    }
    const auto precision = readPrecision(entry);
    const auto symmetric = entry.boolean("symmetric", false);
    if (!precision) {
        return failFrom(precision);
    }
    if (!symmetric) {
        return failFrom(symmetric);
    }
    const auto calibration = calibrationFrom(entry);
    if (!calibration) {
        return failFrom(calibration);
    }
    quant::ActivationScheme scheme{*precision, *symmetric, *range};
    scheme.calibration = *calibration;
    if (const Status read = readWord(entry, "source", kSources, scheme.source); !read) {
        return failFrom(read);
    }
    return checked(entry, scheme);
}

} // namespace quantoscope::session
