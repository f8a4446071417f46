// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/hardware_profile.h"
#include "gui/models/model_outline.h"
#include "gui/models/scheme_choices.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace quantoscope::gui {

/// "All depthwise convolutions: 8 bits, per-channel": which layers, and what they get.
struct LayerRule
{
    std::string op;     ///< as operatorKey() has it; empty: any
    QString name;       ///< a part of the layer's name, any case; empty: any
    FieldValues values; ///< fields that are not here stay as they are
    bool isEnabled = true;
    friend bool operator==(const LayerRule&, const LayerRule&) = default;
};

[[nodiscard]] bool matches(const LayerRule& rule, const OutlineEntry& layer);
/// It matches, and has something that the rule sets.
[[nodiscard]] bool changes(const LayerRule& rule, const OutlineEntry& layer);
/// "All Depthwise Conv named "block1": weights INT8, per-channel".
[[nodiscard]] QString ruleText(const LayerRule& rule);
/// "Depthwise Conv", "any layer".
[[nodiscard]] QString ruleOperatorText(const std::string& op);

/// The configuration with the enabled rules applied in order, so that later ones win.
/// InvalidArgument names the layer and the rule whose values are not legal there, or not taken by
/// the hardware.
[[nodiscard]] Result<quant::Configuration>
withRules(const quant::Configuration& configuration, const ModelOutline& outline,
          const std::vector<LayerRule>& rules,
          const std::optional<session::HardwareProfile>& profile = std::nullopt);

[[nodiscard]] QJsonObject ruleJson(const LayerRule& rule);
[[nodiscard]] LayerRule ruleFromJson(const QJsonObject& object);

} // namespace quantoscope::gui
