// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace quantoscope::gui {

/// A menu entry's text as people read it elsewhere: without its access key, be it marked in a word
/// ("&Open") or in brackets behind it, as in Chinese and Japanese ("打开(&O)…").
[[nodiscard]] QString actionText(const QString& menuText);

/// Keys for one of up to ten entries of a kind: a prefix, then the digit `number`, 0 for the tenth.
[[nodiscard]] QKeySequence chord(QKeyCombination prefix, qsizetype number);

} // namespace quantoscope::gui
