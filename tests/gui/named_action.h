// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QWidget>

namespace quantoscope::gui {

/// The command of that text, access key left out; null where there is none.
inline QAction* namedAction(const QWidget& window, const QString& text)
{
    for (QAction* each : window.findChildren<QAction*>()) {
        if (QString(each->text()).remove(QLatin1Char('&')) == text) {
            return each;
        }
    }
    return nullptr;
}

} // namespace quantoscope::gui
