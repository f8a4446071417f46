// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/equalization.h"
#include "core/session/json_entry.h"

#include <memory>

namespace quantoscope::session {

/// {"layer": {"outputScales": [..], "inputScales": [..], "outputShifts": [..], "inputShifts":
/// [..]},
/// ..}; lists that are empty are left out, and "smoothQuantAlpha" where SmoothQuant did not choose
/// inputScales.
[[nodiscard]] Json equalizationJson(const quant::Equalization& equalization);
/// InvalidData naming the entry. Whether it fits a model is for Session::check.
[[nodiscard]] Result<std::shared_ptr<const quant::Equalization>>
equalizationFrom(const Entry& section, const Json& json);

} // namespace quantoscope::session
