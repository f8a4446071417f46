// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QString>

#include <vector>

namespace quantoscope::gui {

/// Entries whose name or operator contains `text`, any case, in graph order; none for an empty
/// text.
[[nodiscard]] std::vector<OutlineId> searchLayers(const ModelOutline& outline, const QString& text);

/// The match behind (+1) or before (-1) `current`, wrapping round; kNoOutlineId without matches.
[[nodiscard]] OutlineId nextMatch(const std::vector<OutlineId>& matches, OutlineId current,
                                  int direction);

} // namespace quantoscope::gui
