// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

namespace quantoscope::gui {

/// Fills in the operators of an outline whose entries and edges are there.
/// \param firstLayer entry of the model's first layer
void addOperators(ModelOutline& outline, const model::LayerModel& layers, OutlineId firstLayer);

} // namespace quantoscope::gui
