// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/scheme.h"

#include <filesystem>
#include <string>

namespace quantoscope::session {

/// A configuration as JSON: {"format": "quantoscope-configuration", "version": 1, "calibration":
/// {"method", "percentile"}, "requantization": "fixed-point" (left out where it is "float"),
/// "weights": {layer: {"precision": "INT4", "symmetric": true, "granularity": "per-channel"}},
/// "activations": {tensor: {"precision": "INT8", "symmetric": false, "range": [-1, 1],
/// "calibration": {"method": "mse"}}}}; a range is one set by hand, a calibration in place of that
/// of the whole model.
[[nodiscard]] std::string toJson(const quant::Configuration& configuration);
/// Errors: InvalidData naming `origin` and the entry. Names are checked against a model by
/// Session::check.
[[nodiscard]] Result<quant::Configuration> configurationFromJson(const std::string& text,
                                                                 const std::string& origin);
[[nodiscard]] Result<quant::Configuration> readConfiguration(const std::filesystem::path& file);
/// Written beside and renamed.
[[nodiscard]] Status writeConfiguration(const quant::Configuration& configuration,
                                        const std::filesystem::path& file);

} // namespace quantoscope::session
