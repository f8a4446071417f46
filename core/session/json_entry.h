// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace quantoscope::session {

using Json = nlohmann::ordered_json;

/// One JSON object of the file with the place it stands at, for messages.
class Entry
{
public:
    Entry(const Json& json, std::string origin, std::string place)
        : m_json(json), m_origin(std::move(origin)), m_place(std::move(place))
    {
    }

    [[nodiscard]] tl::unexpected<Error> wrong(const std::string& message) const
    {
        const std::string place = m_place.empty() ? "" : m_place + ": ";
        return fail(ErrorCode::InvalidData, place + message, m_origin);
    }

    [[nodiscard]] Status checkKeys(std::initializer_list<std::string_view> known) const
    {
        if (!m_json.is_object()) {
            return wrong("an object in braces is expected, not " + m_json.dump());
        }
        for (const auto& item : m_json.items()) {
            if (std::ranges::find(known, item.key()) == known.end()) {
                return wrong("\"" + item.key() + "\" is not known; use " + joined(known));
            }
        }
        return {};
    }

    [[nodiscard]] Result<std::string> text(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || !found->is_string()) {
            return wrong("\"" + std::string(key) + "\" must be there and be text");
        }
        return found->get<std::string>();
    }

    [[nodiscard]] Result<bool> boolean(const char* key, bool fallback) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end()) {
            return fallback;
        }
        if (!found->is_boolean()) {
            return wrong("\"" + std::string(key) + "\" must be true or false, not " +
                         found->dump());
        }
        return found->get<bool>();
    }

    /// The value itself, or null when the key is missing.
    [[nodiscard]] const Json* value(const char* key) const
    {
        const auto found = m_json.find(key);
        return found == m_json.end() ? nullptr : &*found;
    }

    [[nodiscard]] Entry child(const Json& json, const std::string& key) const
    {
        return {json, m_origin, m_place.empty() ? key : m_place + " \"" + key + "\""};
    }

private:
    static std::string joined(std::initializer_list<std::string_view> words)
    {
        std::string text;
        for (const std::string_view word : words) {
            text += (text.empty() ? "" : ", ") + std::string(word);
        }
        return text;
    }

    const Json& m_json;
    std::string m_origin;
    std::string m_place;
};

/// A failure of another room, with this entry as its place.
template <typename T>
tl::unexpected<Error> wrongValue(const Entry& entry, const Result<T>& result)
{
    return entry.wrong(result.error().message);
}

} // namespace quantoscope::session
