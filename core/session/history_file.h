// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/results.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::session {

/// A configuration tried, with its figures and what the user wrote about it. Pictures' predictions
/// and layers' figures are not kept: evaluating the configuration again brings them back.
struct TriedRecord
{
    std::shared_ptr<const Evaluation> evaluation;
    std::string name, note;                            ///< UTF-8; may be empty
    std::optional<double> msPerPicture = std::nullopt; ///< TimeReport::quantizedMs, where measured
};

/// Configurations tried on one model and its pictures, as JSON: {"format": "quantoscope-history",
/// "version": 1, "reference": hash of the FP32 outputs and labels, "corrected": [{"codes", ..}],
/// "tried": [{"name", "note", "configuration", "corrected": {layer: index}, "figures"}]}. Written
/// beside and renamed.
[[nodiscard]] Status writeHistory(const std::vector<TriedRecord>& tried,
                                  const FloatReference& reference,
                                  const std::filesystem::path& file);
[[nodiscard]] std::string historyJson(const std::vector<TriedRecord>& tried,
                                      const FloatReference& reference);
/// Reads what writeHistory wrote. InvalidData naming the file, or where it was measured beside
/// other FP32 outputs.
[[nodiscard]] Result<std::vector<TriedRecord>> readHistory(const std::filesystem::path& file,
                                                           const FloatReference& reference);
/// The same from text; `origin` is what messages name.
[[nodiscard]] Result<std::vector<TriedRecord>> historyFromJson(const std::string& text,
                                                               const FloatReference& reference,
                                                               const std::string& origin);

} // namespace quantoscope::session
