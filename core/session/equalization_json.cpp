// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/equalization_json.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

Status readScales(const Entry& entry, const char* key, std::vector<float>& scales)
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
    scales = json->get<std::vector<float>>();
    return {};
}

} // namespace

Json equalizationJson(const quant::Equalization& equalization)
{
    Json json = Json::object();
    for (const auto& [name, layer] : equalization.layers) {
        Json entry = Json::object();
        if (!layer.outputScales.empty()) {
            entry["outputScales"] = layer.outputScales;
        }
        if (!layer.inputScales.empty()) {
            entry["inputScales"] = layer.inputScales;
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
        Status read = entry.checkKeys({"outputScales", "inputScales"});
        if (read) {
            read = readScales(entry, "outputScales", layer.outputScales);
        }
        if (read) {
            read = readScales(entry, "inputScales", layer.inputScales);
        }
        if (!read) {
            return failFrom(read);
        }
    }
    return std::shared_ptr<const quant::Equalization>(std::move(equalization));
}

} // namespace quantoscope::session
