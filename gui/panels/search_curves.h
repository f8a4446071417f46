// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "gui/models/cost_axis.h"
#include "gui/plots/search_overlay.h"

namespace quantoscope::gui {

/// A search as curves of the trade-off plot.
/// Empty against time, which a search does not measure. Qualities are those of the validation
/// pictures: of a search that judges by calibration pictures, only what it checked has one.
/// \param reference null while there is none; without its top-1 the quality is the output's SQNR
[[nodiscard]] SearchCurves searchCurves(const session::SearchReport& report,
                                        const session::FloatReference* reference,
                                        CostAxis axis = CostAxis::Size);

} // namespace quantoscope::gui
