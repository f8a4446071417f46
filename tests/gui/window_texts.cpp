// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_texts.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>

namespace quantoscope::gui {

namespace {

void addHeader(const QHeaderView& header, QSet<QString>& texts)
{
    for (int i = 0; header.model() != nullptr && i < header.count(); ++i) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
            texts << header.model()->headerData(i, header.orientation(), role).toString();
        }
    }
}

void addSpecial(const QWidget& widget, QSet<QString>& texts)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        texts << label->text();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        texts << button->text();
    } else if (const auto* box = qobject_cast<const QGroupBox*>(&widget)) {
        texts << box->title();
    } else if (const auto* dock = qobject_cast<const QDockWidget*>(&widget)) {
        texts << dock->windowTitle();
    } else if (const auto* menu = qobject_cast<const QMenu*>(&widget)) {
        texts << menu->title();
    } else if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) {
        texts << field->placeholderText();
    } else if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        addHeader(*header, texts);
    } else if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < combo->count(); ++i) {
            texts << combo->itemText(i) << combo->itemData(i, Qt::ToolTipRole).toString();
        }
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts << tabs->tabText(i);
        }
    }
}

} // namespace

QSet<QString> textsOf(const QWidget& window)
{
    QSet<QString> texts;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        texts << widget->toolTip() << widget->accessibleName();
        addSpecial(*widget, texts);
    }
    for (const auto* action : window.findChildren<QAction*>()) {
        texts << action->text() << action->toolTip() << action->statusTip();
    }
    texts.remove(QString());
    return texts;
}

} // namespace quantoscope::gui
