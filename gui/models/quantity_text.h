// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/shape.h"
#include "core/search/interval.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace quantoscope::gui {

/// Numbers as people read them, in the user's locale. Missing values are an en dash.
[[nodiscard]] QString missingText();
[[nodiscard]] QString bytesText(std::int64_t bytes);         ///< "4.65 MB", powers of 1000
[[nodiscard]] QString countText(std::int64_t count);         ///< "4.65 M", "320"
[[nodiscard]] QString decibelText(std::optional<double> db); ///< "31.4 dB", "exact" without noise
[[nodiscard]] QString percentText(std::optional<double> fraction, int decimals = 1); ///< "88.4 %"
/// "−0.4 ± 0.6", or "−0.4" where nothing is open: percentage points with their 95 % interval. Where
/// its sides differ the longer one is shown.
[[nodiscard]] QString intervalText(const search::Interval& fraction);
[[nodiscard]] QString numberText(double value, int significant = 4);
[[nodiscard]] QString shapeText(const Shape& shape); ///< "N × 3 × 224 × 224"
[[nodiscard]] QString durationText(double seconds);  ///< "0.8 s", "1 min 20 s"

} // namespace quantoscope::gui
