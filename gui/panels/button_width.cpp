// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/button_width.h"

#include <QPushButton>

#include <algorithm>

namespace quantoscope::gui {

void keepWidestText(QPushButton& button, std::initializer_list<QString> texts)
{
    int width = 0;
    for (const QString& text : texts) {
        button.setText(text);
        width = std::max(width, button.sizeHint().width());
    }
    button.setFixedWidth(width);
}

} // namespace quantoscope::gui
