// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace quantoscope::gui {

/// Sequential colours from hardly there (0) to striking (1) on the palette's base: their lightness
/// falls on light palettes and rises on dark ones all the way, so that any colour vision reads
/// them. Light ones after ColorBrewer's "YlOrBr" (Brewer 2003).
[[nodiscard]] QColor heatColor(double share, const QPalette& palette);

/// Black or white, whichever is read better on `background`.
[[nodiscard]] QColor readableOn(const QColor& background);

} // namespace quantoscope::gui
