// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>

class QPushButton;

namespace quantoscope::gui {

/// Makes a button as wide as the widest of its texts, so that nothing moves when they change.
void keepWidestText(QPushButton& button, std::initializer_list<QString> texts);

} // namespace quantoscope::gui
