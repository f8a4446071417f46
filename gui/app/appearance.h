// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace quantoscope::gui {

enum class Appearance { System, Light, Dark };

/// Sets the Fusion style and the application's palette.
void applyAppearance(Appearance appearance);
/// What the desktop prefers now, for whoever chose Appearance::System; empty: it does not say, then
/// the palette that the program started with does.
void setSystemPrefersDark(std::optional<bool> dark);
/// The one last chosen and kept in the settings.
[[nodiscard]] Appearance storedAppearance();
void storeAppearance(Appearance appearance);
/// "system", "light", "dark"; anything else is System.
[[nodiscard]] Appearance appearanceFromName(const QString& name);

} // namespace quantoscope::gui
