// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"
#include "gui/models/model_outline.h"

#include <QString>

namespace quantoscope::gui {

/// Header and explanation of a column of LayerTableModel.
[[nodiscard]] QString layerColumnTitle(int column);
[[nodiscard]] QString layerColumnHelp(int column);

/// "Could overflow 16 bits in 12 of 32 channels, 32 bits in none."
[[nodiscard]] QString accumulatorText(const quant::AccumulatorFigures& figures);

/// "Conv", "DepthwiseConv", "Input": what rules and hardware profiles call it.
[[nodiscard]] std::string operatorKey(const OutlineEntry& entry);
/// "Conv", "Depthwise Conv", "Input".
[[nodiscard]] QString operatorText(const OutlineEntry& entry);
/// Name, operator, what it absorbed, and its shapes, as rich text.
[[nodiscard]] QString layerToolTip(const OutlineEntry& entry);

} // namespace quantoscope::gui
