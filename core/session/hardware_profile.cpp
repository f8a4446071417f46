// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/hardware_profile.h"

#include "core/session/bundled_profiles.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace quantoscope::session {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "quantoscope-hardware-profile";
constexpr int kVersion = 1;
constexpr std::array kKeys{"format",
                           "version",
                           "id",
                           "name",
                           "weightBits",
                           "weightBitsByOp",
                           "source",
                           "weightFormats",
                           "activationFormats",
                           "blocks",
                           "anyWeightAxis",
                           "dynamicRanges",
                           "activationBits",
                           "asymmetricWeights",
                           "asymmetricActivations",
                           "perChannelWeights",
                           "floatOperators",
                           "default"};
constexpr std::array kDefaultKeys{"bits", "symmetricActivations", "perTensorWeights"};

tl::unexpected<Error> wrong(const std::string& origin, const std::string& message)
{
    return fail(ErrorCode::InvalidData, message, origin);
}

Status checkHeader(const Json& json, const std::string& origin)
{
    if (!json.is_object() || !json.contains("format") || json["format"] != kFormat) {
        return wrong(origin, "this is no hardware profile: \"format\" must be \"" +
                                 std::string(kFormat) + "\"");
    }
    if (!json.contains("version") || json["version"] != kVersion) {
        return wrong(origin, "\"version\" must be " + std::to_string(kVersion) + ", not " +
                                 json.value("version", Json("missing")).dump());
    }
    for (const auto& item : json.items()) {
        if (std::ranges::find(kKeys, item.key()) == kKeys.end()) {
            return wrong(origin, "\"" + item.key() + "\" is not known in version " +
                                     std::to_string(kVersion));
        }
    }
    return {};
}

Result<std::string> textOf(const Json& json, const char* key, const std::string& origin)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string() || found->get<std::string>().empty()) {
        return wrong(origin, "\"" + std::string(key) + "\" must be there and be text");
    }
    return found->get<std::string>();
}

bool isLegalId(const std::string& id)
{
    return std::ranges::all_of(
        id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// \param key what the list stands under, for the message
Result<std::vector<int>> bitsOf(const Json& list, const std::string& key, const std::string& origin)
{
    std::vector<int> bits;
    bool isLegal = list.is_array() && !list.empty();
    for (std::size_t i = 0; isLegal && i < list.size(); ++i) {
        const int width = list[i].is_number_integer() ? list[i].get<int>() : 0;
        isLegal =
            ((width >= 1 && width <= 16) || width == 32) && (bits.empty() || bits.back() < width);
        bits.push_back(width);
    }
    if (!isLegal) {
        return wrong(origin, key + " must list bit-widths of 1 to 16 and 32 in ascending "
                                   "order, for example [4, 8, 32]");
    }
    return bits;
}

Status readBits(const Json& json, const std::string& origin, HardwareProfile& profile)
{
    auto bits = bitsOf(json.value("weightBits", Json()), "\"weightBits\"", origin);
    if (!bits) {
        return failFrom(bits);
    }
    profile.weightBits = *std::move(bits);
    const Json byOp = json.value("weightBitsByOp", Json::object());
    if (!byOp.is_object()) {
        return wrong(origin, "\"weightBitsByOp\" must be an object, for example {\"Conv\": [8]}");
    }
    for (const auto& item : byOp.items()) {
        auto own = bitsOf(item.value(), "\"weightBitsByOp\" of \"" + item.key() + "\"", origin);
        if (!own) {
            return failFrom(own);
        }
        profile.weightBitsByOp[item.key()] = *std::move(own);
    }
    return {};
}

/// The words of a list that may be missing.
Result<std::vector<std::string>> wordsOf(const Json& json, const char* key,
                                         const std::string& origin)
{
    const Json list = json.value(key, Json::array());
    const bool isList = list.is_array() && std::ranges::all_of(list, [](const Json& each) {
                            return each.is_string();
                        });
    if (!isList) {
        return wrong(origin, "\"" + std::string(key) + "\" must be a list of words");
    }
    return list.get<std::vector<std::string>>();
}

Status readFormats(const Json& json, const char* key, const std::string& origin,
                   std::vector<quant::Precision>& formats)
{
    const auto words = wordsOf(json, key, origin);
    if (!words) {
        return failFrom(words);
    }
    for (const std::string& word : *words) {
        const auto precision = quant::parsePrecision(word);
        if (!precision) {
            return wrong(origin, "\"" + std::string(key) + "\": " + precision.error().message);
        }
        formats.push_back(*precision);
    }
    return {};
}

Status readBlocks(const Json& json, const std::string& origin, HardwareProfile& profile)
{
    const auto words = wordsOf(json, "blocks", origin);
    if (!words) {
        return failFrom(words);
    }
    for (const std::string& word : *words) {
        if (word != "per-group" && word != "mx") {
            return wrong(origin, "\"blocks\" lists \"per-group\" and \"mx\", not \"" + word + "\"");
        }
        profile.blocks.push_back(word == "mx" ? quant::Granularity::MxBlocks
                                              : quant::Granularity::PerGroup);
    }
    return {};
}

/// A yes or no that may be missing.
Status readFlag(const Json& json, const char* key, const std::string& origin, bool& flag)
{
    const Json value = json.value(key, Json(flag));
    if (!value.is_boolean()) {
        return wrong(origin, "\"" + std::string(key) + "\" must be true or false");
    }
    flag = value.get<bool>();
    return {};
}

Status readActivationBits(const Json& json, const std::string& origin, HardwareProfile& profile)
{
    if (!json.contains("activationBits")) {
        return {};
    }
    auto bits = bitsOf(json["activationBits"], "\"activationBits\"", origin);
    if (!bits) {
        return failFrom(bits);
    }
    profile.activationBits = *std::move(bits);
    return {};
}

Status readFloatOperators(const Json& json, const std::string& origin, HardwareProfile& profile)
{
    auto words = wordsOf(json, "floatOperators", origin);
    if (!words) {
        return failFrom(words);
    }
    profile.floatOperators = *std::move(words);
    return {};
}

Status readDefaults(const Json& json, const std::string& origin, HardwareProfile& profile)
{
    const Json own = json.value("default", Json::object());
    if (!own.is_object()) {
        return wrong(origin, "\"default\" must be an object, for example {\"bits\": \"W8A8\"}");
    }
    for (const auto& item : own.items()) {
        if (std::ranges::find(kDefaultKeys, item.key()) == kDefaultKeys.end()) {
            return wrong(origin, "\"" + item.key() + "\" of \"default\" is not known");
        }
    }
    if (own.contains("bits")) {
        const auto text = textOf(own, "bits", origin);
        const auto bits =
            text ? quant::parseBits(*text) : Result<quant::BitsPreset>(failFrom(text));
        if (!bits) {
            return wrong(origin, "\"bits\" of \"default\": " + bits.error().message);
        }
        profile.defaults.bits = *bits;
    }
    Status read =
        readFlag(own, "symmetricActivations", origin, profile.defaults.symmetricActivations);
    return read ? readFlag(own, "perTensorWeights", origin, profile.defaults.perTensorWeights)
                : read;
}

Result<HardwareProfile> profileFrom(const Json& json, const std::string& origin)
{
    if (const Status right = checkHeader(json, origin); !right) {
        return failFrom(right);
    }
    HardwareProfile profile;
    for (const auto& [key, target] :
         {std::pair{"id", &profile.id}, std::pair{"name", &profile.name},
          std::pair{"source", &profile.source}}) {
        auto text = textOf(json, key, origin);
        if (!text) {
            return failFrom(text);
        }
        *target = *std::move(text);
    }
    if (!isLegalId(profile.id)) {
        return wrong(origin, "\"id\" must be of lower case letters, digits and hyphens, not \"" +
                                 profile.id + "\"");
    }
    for (const Status& read :
         {readBits(json, origin, profile),
          readFormats(json, "weightFormats", origin, profile.weightFormats),
          readFormats(json, "activationFormats", origin, profile.activationFormats),
          readBlocks(json, origin, profile),
          readFlag(json, "anyWeightAxis", origin, profile.anyWeightAxis),
          readFlag(json, "dynamicRanges", origin, profile.dynamicRanges),
          readActivationBits(json, origin, profile),
          readFlag(json, "asymmetricWeights", origin, profile.asymmetricWeights),
          readFlag(json, "asymmetricActivations", origin, profile.asymmetricActivations),
          readFlag(json, "perChannelWeights", origin, profile.perChannelWeights),
          readFloatOperators(json, origin, profile), readDefaults(json, origin, profile)}) {
        if (!read) {
            return failFrom(read);
        }
    }
    return profile;
}

std::vector<HardwareProfile> readBundled()
{
    std::vector<HardwareProfile> profiles;
    for (const BundledProfile& file : kBundledProfiles) {
        auto profile = hardwareProfileFromJson(file.text, file.name);
        assert(profile && "a bundled hardware profile is broken");
        if (profile) {
            profiles.push_back(*std::move(profile));
        }
    }
    std::ranges::sort(profiles, {}, &HardwareProfile::id);
    return profiles;
}

} // namespace

const std::vector<int>& HardwareProfile::weightBitsOf(const std::string& op) const
{
    const auto own = weightBitsByOp.find(op);
    return own == weightBitsByOp.end() ? weightBits : own->second;
}

bool HardwareProfile::takesWeights(const std::string& op, const quant::Precision& precision) const
{
    if (keepsInFloat(op)) {
        return precision.format == quant::NumberFormat::Float32;
    }
    const bool isNamed = std::ranges::find(weightFormats, precision) != weightFormats.end();
    const bool hasWidth = precision.isInteger() || precision.format == quant::NumberFormat::Float32;
    const std::vector<int>& widths = weightBitsOf(op);
    return isNamed || (hasWidth && std::ranges::find(widths, precision.bits()) != widths.end());
}

bool HardwareProfile::keepsInFloat(const std::string& op) const
{
    return std::ranges::find(floatOperators, op) != floatOperators.end();
}

bool HardwareProfile::takesActivations(const std::string& op,
                                       const quant::Precision& precision) const
{
    const bool isFloat = precision.format == quant::NumberFormat::Float32;
    if (keepsInFloat(op)) {
        return isFloat;
    }
    const bool isNamed = std::ranges::find(activationFormats, precision) != activationFormats.end();
    const bool hasWidth =
        activationBits.empty() ||
        std::ranges::find(activationBits, precision.bits()) != activationBits.end();
    return isNamed || ((precision.isInteger() || isFloat) && hasWidth);
}

bool HardwareProfile::takes(quant::Granularity granularity) const
{
    const bool isBlock =
        granularity == quant::Granularity::PerGroup || granularity == quant::Granularity::MxBlocks;
    if (granularity == quant::Granularity::PerChannel) {
        return perChannelWeights;
    }
    return !isBlock || std::ranges::find(blocks, granularity) != blocks.end();
}

Result<HardwareProfile> hardwareProfileFromJson(const std::string& text, const std::string& origin)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        return wrong(origin, "this is not JSON");
    }
    return profileFrom(json, origin);
}

const std::vector<HardwareProfile>& bundledHardwareProfiles()
{
    static const std::vector<HardwareProfile> profiles = readBundled();
    return profiles;
}

Result<HardwareProfile> findHardwareProfile(const std::string& idOrFile)
{
    std::string ids;
    for (const HardwareProfile& profile : bundledHardwareProfiles()) {
        if (profile.id == idOrFile) {
            return profile;
        }
        ids += (ids.empty() ? "" : ", ") + profile.id;
    }
    std::error_code ignored;
    std::ifstream stream;
    if (std::filesystem::is_regular_file(idOrFile, ignored)) {
        stream.open(idOrFile, std::ios::binary);
    }
    if (!stream.is_open()) {
        return fail(ErrorCode::FileNotFound,
                    "is neither a bundled hardware profile nor a file that can be read; use one "
                    "of " +
                        ids,
                    "profile \"" + idOrFile + "\"");
    }
    return hardwareProfileFromJson({std::istreambuf_iterator<char>(stream), {}}, idOrFile);
}

} // namespace quantoscope::session
