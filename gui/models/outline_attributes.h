// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

namespace quantoscope::gui {

/// The attributes of an operator that people read: numbers, lists of numbers and texts.
[[nodiscard]] std::vector<OutlineAttribute> outlineAttributes(const model::Node& node);

} // namespace quantoscope::gui
