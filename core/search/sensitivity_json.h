// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/search/sensitivity.h"

#include <nlohmann/json_fwd.hpp>

namespace quantoscope::search {

/// A sweep as JSON: the plan, and for each trial [layer, bits, batches done, images, signal, noise,
/// KL, noise squares, KL squares, top-1 changes]. Doubles survive unchanged.
[[nodiscard]] nlohmann::ordered_json toJson(const SensitivityState& state);

/// Reads what toJson wrote. InvalidData naming the entry that is missing or of another kind;
/// whether the figures fit the plan is checked by SensitivitySweep::restore.
[[nodiscard]] Result<SensitivityState> sensitivityFromJson(const nlohmann::ordered_json& json);

/// "weights", "activations", "both"; "alone", "leave-one-out".
[[nodiscard]] std::string toString(SensitivityTarget target);
[[nodiscard]] std::string toString(SensitivityMode mode);
/// Reads what toString writes. InvalidArgument lists the words.
[[nodiscard]] Result<SensitivityTarget> parseSensitivityTarget(const std::string& text);
[[nodiscard]] Result<SensitivityMode> parseSensitivityMode(const std::string& text);

} // namespace quantoscope::search
