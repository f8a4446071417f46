// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

class QWidget;

namespace quantoscope::gui {

/// All a person can read in a window, or open in it: labels, buttons, menus, titles, headers,
/// entries of lists, tool tips.
[[nodiscard]] QSet<QString> textsOf(const QWidget& window);

} // namespace quantoscope::gui
