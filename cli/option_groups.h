// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

#include <optional>
#include <string>
#include <utility>

namespace CLI {
class App;
}

namespace quantoscope::cli {

// Options that several commands share.

/// The model, and which of its dynamic extents are fixed.
void addModel(CLI::App& command, session::ModelRequest& model);
/// How pictures are prepared, and the calibration pictures.
void addCalibration(CLI::App& command, session::DataRequest& data);
/// The validation pictures, and what addCalibration adds.
void addPictures(CLI::App& command, session::DataRequest& data);

/// "NAME=VALUE" split at the last '=', because names may hold one themselves.
[[nodiscard]] std::optional<std::pair<std::string, std::string>>
assignment(const std::string& text);

/// The text of a failure, as CLI11 wants it from a check.
template <typename T>
std::string complaint(const Result<T>& result)
{
    return result ? std::string{} : result.error().message;
}

} // namespace quantoscope::cli
