// SPDX-License-Identifier: GPL-3.0-or-later
// Private to configuration_file.cpp: how schemes are written down. What has its usual value (real
// scales, min-max weight ranges, all weights kept, static activation ranges) is left out.
#pragma once

#include "core/quant/scheme.h"
#include "core/session/json_entry.h"

#include <optional>

namespace quantoscope::session {

/// {"precision": "INT4", "symmetric": true, "granularity": "per-group", "groupSize": 64, "axis": 1,
///  "scale": "power-of-two", "range": "percentile", "percentile": 99.9,
///  "pruning": "2:4"}; granularity is per-tensor,
/// per-channel, per-group or mx; without an axis channels are those of the outputs.
[[nodiscard]] Json weightJson(const quant::WeightScheme& scheme);
/// {"precision": "INT8", "symmetric": false, "range": [low, high], "source": "dynamic",
///  "calibration": {...}}; source is static, dynamic or dynamic-per-token.
[[nodiscard]] Json activationJson(const quant::ActivationScheme& scheme);
/// {"method": "percentile", "percentile": 99.9}.
[[nodiscard]] Json calibrationJson(const quant::Calibration& calibration);
/// What an entry has under "calibration"; nothing where it has none.
[[nodiscard]] Result<std::optional<quant::Calibration>> calibrationFrom(const Entry& parent);
/// InvalidData naming the entry and what is legal.
[[nodiscard]] Result<quant::WeightScheme> weightFrom(const Entry& entry);
[[nodiscard]] Result<quant::ActivationScheme> activationFrom(const Entry& entry);

} // namespace quantoscope::session
