// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/model_outline.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace quantoscope::gui {

/// Colours of Okabe and Ito ("Color Universal Design", 2008), which people with any colour vision
/// tell apart.
namespace okabe_ito {
inline constexpr QRgb kOrange = 0xffe69f00;
inline constexpr QRgb kSkyBlue = 0xff56b4e9;
inline constexpr QRgb kGreen = 0xff009e73;
inline constexpr QRgb kYellow = 0xfff0e442;
inline constexpr QRgb kBlue = 0xff0072b2;
inline constexpr QRgb kVermillion = 0xffd55e00;
inline constexpr QRgb kPurple = 0xffcc79a7;
} // namespace okabe_ito

/// Colour of an operator's kind: convolutions, matrix products, arithmetic, movement, other, input.
[[nodiscard]] QColor operatorColor(const OutlineEntry& entry);

/// `accent` mixed into `base`, `share` of it (0..1).
[[nodiscard]] QColor blended(const QColor& base, const QColor& accent, double share);

/// Colour of a number format from its bits: the fewer, the warmer; 32 is grey.
[[nodiscard]] QColor bitsColor(int bits, const QPalette& palette);

} // namespace quantoscope::gui
