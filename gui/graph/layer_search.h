// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QString>

#include <vector>

namespace quantoscope::gui {

/// Entries whose name, operator, an attribute ("strides=2x2") or weight shape ("32x3x3x3") contains
/// `text`, any case, in graph order; none for an empty text. Spaces and brackets do not matter in
/// attributes and shapes, and neither does whether extents are parted by x, ×, or commas.
[[nodiscard]] std::vector<OutlineId> searchLayers(const ModelOutline& outline, const QString& text);

/// The match behind (+1) or before (-1) `current`, wrapping round; kNoOutlineId without matches.
[[nodiscard]] OutlineId nextMatch(const std::vector<OutlineId>& matches, OutlineId current,
                                  int direction);

} // namespace quantoscope::gui
