// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configuration_file.h"

#include "core/base/atomic_file.h"
#include "core/session/corrected_weights_json.h"
#include "core/session/equalization_json.h"
#include "core/session/json_entry.h"
#include "core/session/scheme_json.h"

#include <fstream>
#include <iterator>
#include <string_view>

namespace quantoscope::session {

namespace {

constexpr const char* kFormat = "quantoscope-configuration";
constexpr int kVersion = 1;

/// {"name": scheme, ...} under `key`, which may be missing.
template <typename Scheme>
Status readSchemes(const Entry& root, const char* key, Result<Scheme> (*readOne)(const Entry&),
                   std::map<std::string, Scheme>& schemes)
{
    const Json* json = root.value(key);
    if (json == nullptr) {
        return {};
    }
    const Entry section = root.child(*json, key);
    if (!json->is_object()) {
        return section.wrong("an object in braces is expected, not " + json->dump());
    }
    for (const auto& item : json->items()) {
        auto scheme = readOne(section.child(item.value(), item.key()));
        if (!scheme) {
            return failFrom(scheme);
        }
        schemes[item.key()] = *scheme;
    }
    return {};
}

Status readCorrected(const Entry& root, quant::Configuration& configuration)
{
    const Json* json = root.value("corrected");
    if (json == nullptr) {
        return {};
    }
    const Entry section = root.child(*json, "corrected");
    if (!json->is_object()) {
        return section.wrong("an object in braces is expected, not " + json->dump());
    }
    for (const auto& item : json->items()) {
        const Entry entry = section.child(item.value(), item.key());
        const auto scheme = configuration.weights.find(item.key());
        if (scheme == configuration.weights.end()) {
            return entry.wrong("corrected weights need the layer's entry in \"weights\"");
        }
        auto corrected = correctedFrom(
            entry, scheme->second, quant::equalizationOf(configuration.equalization, item.key()));
        if (!corrected) {
            return failFrom(corrected);
        }
        configuration.corrected[item.key()] = *std::move(corrected);
    }
    return {};
}

Status readRequantization(const Entry& root, quant::Configuration& configuration)
{
    if (root.value("requantization") == nullptr) {
        return {};
    }
    const auto text = root.text("requantization");
    if (!text) {
        return failFrom(text);
    }
    const auto kind = quant::parseMultiplierKind(*text);
    if (!kind) {
        return wrongValue(root, kind);
    }
    configuration.requantization = *kind;
    return {};
}

Status checkHeader(const Entry& root)
{
    const Status known = root.checkKeys({"format", "version", "calibration", "requantization",
                                         "weights", "activations", "equalization", "corrected"});
    if (!known) {
        return known;
    }
    const Json* format = root.value("format");
    if (format == nullptr || *format != kFormat) {
        return root.wrong("this is not a configuration: \"format\" must be \"" +
                          std::string(kFormat) + "\"");
    }
    const Json* version = root.value("version");
    if (version == nullptr || *version != kVersion) {
        return root.wrong("\"version\" must be " + std::to_string(kVersion) + ", not " +
                          (version == nullptr ? std::string("missing") : version->dump()));
    }
    return {};
}

Result<quant::Configuration> configurationFrom(const Json& json, const std::string& origin)
{
    const Entry root(json, origin, {});
    if (const Status right = checkHeader(root); !right) {
        return failFrom(right);
    }
    quant::Configuration configuration;
    const auto calibration = calibrationFrom(root);
    if (!calibration) {
        return failFrom(calibration);
    }
    configuration.calibration = calibration->value_or(quant::Calibration{});
    if (const Status read = readRequantization(root, configuration); !read) {
        return failFrom(read);
    }
    if (const Status read = readSchemes(root, "weights", weightFrom, configuration.weights);
        !read) {
        return failFrom(read);
    }
    if (const Status read =
            readSchemes(root, "activations", activationFrom, configuration.activations);
        !read) {
        return failFrom(read);
    }
    if (const Json* scales = root.value("equalization")) {
        auto read = equalizationFrom(root.child(*scales, "equalization"), *scales);
        if (!read) {
            return failFrom(read);
        }
        configuration.equalization = *std::move(read);
    }
    if (const Status read = readCorrected(root, configuration); !read) {
        return failFrom(read);
    }
    return configuration;
}

} // namespace

std::string toJson(const quant::Configuration& configuration)
{
    Json json{{"format", kFormat}, {"version", kVersion}};
    json["calibration"] = calibrationJson(configuration.calibration);
    if (configuration.requantization != quant::MultiplierKind::Float) {
        json["requantization"] = quant::toString(configuration.requantization);
    }
    json["weights"] = Json::object();
    for (const auto& [layer, scheme] : configuration.weights) {
        json["weights"][layer] = weightJson(scheme);
    }
    json["activations"] = Json::object();
    for (const auto& [tensor, scheme] : configuration.activations) {
        json["activations"][tensor] = activationJson(scheme);
    }
    if (configuration.equalization) {
        json["equalization"] = equalizationJson(*configuration.equalization);
    }
    for (const auto& [layer, unused] : configuration.corrected) {
        if (const auto corrected = quant::correctedWeights(configuration, layer)) {
            json["corrected"][layer] = correctedJson(*corrected);
        }
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<quant::Configuration> configurationFromJson(const std::string& text,
                                                   const std::string& origin)
{
    try {
        return configurationFrom(Json::parse(text), origin);
    } catch (const Json::exception& error) {
        const std::string_view reason = error.what();
        const std::size_t start = reason.find("] ");
        return fail(ErrorCode::InvalidData,
                    "this is not JSON: " + std::string(start == std::string_view::npos
                                                           ? reason
                                                           : reason.substr(start + 2)),
                    origin);
    }
}

Result<quant::Configuration> readConfiguration(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::error_code ignored;
    if (!stream || std::filesystem::is_directory(file, ignored)) {
        return fail(ErrorCode::FileNotFound, "the configuration cannot be opened", file.string());
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return configurationFromJson(text, file.string());
}

Status writeConfiguration(const quant::Configuration& configuration,
                          const std::filesystem::path& file)
{
    return writeFile(file, toJson(configuration));
}

} // namespace quantoscope::session
