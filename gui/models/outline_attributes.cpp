// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/outline_attributes.h"

#include <QByteArray>

#include <optional>
#include <type_traits>
#include <variant>

namespace quantoscope::gui {

namespace {

std::string text(const std::string& value)
{
    return value;
}

std::string text(std::int64_t value)
{
    return std::to_string(value);
}

std::string text(float value)
{
    return QByteArray::number(static_cast<double>(value), 'g', 6).toStdString();
}

template <typename Value>
std::string text(const std::vector<Value>& values)
{
    std::string joined;
    for (const Value& value : values) {
        joined += (joined.empty() ? "" : "x") + text(value);
    }
    return joined;
}

/// Tensors and sub-graphs have no short text.
std::optional<std::string> valueText(const model::Attribute& attribute)
{
    return std::visit(
        [](const auto& value) -> std::optional<std::string> {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, model::Constant> ||
                          std::is_same_v<Value, model::OpaqueGraph>) {
                return std::nullopt;
            } else {
                return text(value);
            }
        },
        attribute);
}

} // namespace

std::vector<OutlineAttribute> outlineAttributes(const model::Node& node)
{
    std::vector<OutlineAttribute> attributes;
    for (const auto& [name, attribute] : node.attributes) {
        if (const std::optional<std::string> value = valueText(attribute)) {
            attributes.push_back({name, *value});
        }
    }
    return attributes;
}

} // namespace quantoscope::gui
