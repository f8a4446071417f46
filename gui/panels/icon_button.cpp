// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/icon_button.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QStringBuilder>
#include <QToolButton>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

QToolButton* addIconButton(QHBoxLayout& layout, const QString& icon, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(QIcon(u":/icons/"_s % icon % u".svg"_s));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    layout.addWidget(button);
    return button;
}

} // namespace quantoscope::gui
