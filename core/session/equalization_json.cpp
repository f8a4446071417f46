// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/equalization_json.h"

#include <algorithm>
#include <array>

namespace quantoscope::session {
namespace {

struct Field
{
    const char* key;
    std::vector<float> quant::EqualizedLayer::* values;
};
constexpr std::array<Field, 4> kFields{{{"outputScales", &quant::EqualizedLayer::outputScales},
                                        {"inputScales", &quant::EqualizedLayer::inputScales},
                                        {"outputShifts", &quant::EqualizedLayer::outputShifts},
                                        {"inputShifts", &quant::EqualizedLayer::inputShifts}}};

constexpr const char* kAlpha = "smoothQuantAlpha";

Status readNumbers(const Entry& entry, const char* key, std::vector<float>& numbers)
{
    const Json* json = entry.value(key);
    if (json == nullptr) {
        return {};
    }
    const bool areNumbers =
        json->is_array() &&
        std::all_of(json->begin(), json->end(), [](const Json& each) { return each.is_number(); });
    if (!areNumbers) {
        return entry.wrong("\"" + std::string(key) + "\" must be a list of numbers");
    }
    numbers = json->get<std::vector<float>>();
    return {};
}

Status readAlpha(const Entry& entry, std::optional<double>& alpha)
{
    const Json* json = entry.value(kAlpha);
    if (json == nullptr) {
        return {};
    }
    const double value = json->is_number() ? json->get<double>() : -1.0;
    if (!(value >= 0.0 && value <= 1.0)) {
        return entry.wrong("\"" + std::string(kAlpha) + "\" must be a number from 0 to 1, not " +
                           json->dump());
    }
    alpha = value;
    return {};
}

} // namespace

Json equalizationJson(const quant::Equalization& equalization)
{
    Json json = Json::object();
    for (const auto& [name, layer] : equalization.layers) {
        Json entry = Json::object();
        for (const Field& field : kFields) {
            if (!(layer.*field.values).empty()) {
                entry[field.key] = layer.*field.values;
            }
        }
        if (layer.smoothingAlpha) {
            entry[kAlpha] = *layer.smoothingAlpha;
        }
        json[name] = std::move(entry);
    }
    return json;
}

Result<std::shared_ptr<const quant::Equalization>> equalizationFrom(const Entry& section,
                                                                    const Json& json)
{
    if (!json.is_object()) {
        return section.wrong("an object in braces is expected, not " + json.dump());
    }
    auto equalization = std::make_shared<quant::Equalization>();
    for (const auto& item : json.items()) {
        const Entry entry = section.child(item.value(), item.key());
        quant::EqualizedLayer& layer = equalization->layers[item.key()];
        Status read = entry.checkKeys(
            {kFields[0].key, kFields[1].key, kFields[2].key, kFields[3].key, kAlpha});
        for (const Field& field : kFields) {
            if (read) {
                read = readNumbers(entry, field.key, layer.*field.values);
            }
        }
        if (read) {
            read = readAlpha(entry, layer.smoothingAlpha);
        }
        if (!read) {
            return failFrom(read);
        }
    }
    return std::shared_ptr<const quant::Equalization>(std::move(equalization));
}

} // namespace quantoscope::session
