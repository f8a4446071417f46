// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHBoxLayout;
class QToolButton;

namespace quantoscope::gui {

/// Adds a flat button with one of the program's icons; its tool tip is its accessible name, too.
QToolButton* addIconButton(QHBoxLayout& layout, const QString& icon, const QString& toolTip);

} // namespace quantoscope::gui
