// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantoscope::gui {

enum class Appearance { System, Light, Dark };

/// Sets the Fusion style and the application's palette.
void applyAppearance(Appearance appearance);
/// The one last chosen and kept in the settings.
[[nodiscard]] Appearance storedAppearance();
void storeAppearance(Appearance appearance);
/// "system", "light", "dark"; anything else is System.
[[nodiscard]] Appearance appearanceFromName(const QString& name);

} // namespace quantoscope::gui
