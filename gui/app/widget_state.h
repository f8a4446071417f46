// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace quantoscope::gui {

/// Sets what a user chose or typed in `to` as it is in `from`: texts of fields, numbers, check
/// marks, chosen entries, splitters, the columns of tables and how far they are scrolled. Both were
/// made by the same code, so that children go by their class and their number among those of that
/// class. Widgets with the property "showsModel" are left alone, with their children.
void copyWidgetState(const QWidget& from, QWidget& to);

} // namespace quantoscope::gui
