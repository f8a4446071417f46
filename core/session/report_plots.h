// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/report.h"

#include <string>

namespace quantoscope::session {

/// Colours as SVG takes them; also style sheet variables where a page has them.
struct PlotColors
{
    std::string text = "#1c2330", faint = "#667085", line = "#e2e6ec";
    std::string weights = "#9aa7b8", accent = "#2563c9", current = "#c2410c";
};

/// Accuracy (agreement with FP32, or SQNR of the output, where there is none) of everything tried
/// against its size, as an SVG element; empty with fewer than two points.
[[nodiscard]] std::string triedPlot(const Report& report, const PlotColors& colors);
/// SQNR of every layer's weights and output, and its bits, in graph order, as an SVG element; empty
/// without any.
[[nodiscard]] std::string noisePlot(const Report& report, const PlotColors& colors);

} // namespace quantoscope::session
