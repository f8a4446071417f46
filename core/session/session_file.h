// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace quantoscope::session {

/// Everything that brings a piece of work back: what was open, its settings, what was tried.
struct SessionFile
{
    ModelRequest model;
    std::optional<DataRequest> data;                           ///< empty: no pictures were open
    std::shared_ptr<const quant::Configuration> configuration; ///< never null
    std::set<std::string> pinned; ///< layers whose bits a search must not change
    std::string layer;            ///< selected; may be empty
    std::string rules;            ///< JSON array, the window's own; may be empty
    std::string tried;            ///< JSON as historyJson writes it; may be empty
};

inline constexpr const char* kSessionSuffix = ".quantoscope";

/// {"format": "quantoscope-session", "version": 1, "model": {"file", "dimensions",
/// "keptBatchNorms"}, "images":
/// {"folder", "labels", "classes", "limit", "calibration", "calibrationLimit", "calibrationChoice",
/// "calibrationSeed", "preprocess"},
/// "configuration": {..}, "pinned": [..], "layer", "rules": [..], "tried": {..}}. Paths in or
/// beside the file's folder are relative to it. Written beside and renamed.
[[nodiscard]] Status writeSession(const SessionFile& session, const std::filesystem::path& file);
/// Paths come back absolute. Errors: FileNotFound; InvalidData naming the file and the entry. What
/// is in "tried" is looked at later, by historyFromJson.
[[nodiscard]] Result<SessionFile> readSession(const std::filesystem::path& file);

} // namespace quantoscope::session
