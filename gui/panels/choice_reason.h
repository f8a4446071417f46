// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;

namespace quantoscope::gui {

/// Greys an entry of a list out and says why as its tool tip; an empty reason brings it back, with
/// `help` as its tool tip.
void setChoiceReason(QComboBox& combo, int index, const QString& reason, const QString& help = {});

} // namespace quantoscope::gui
