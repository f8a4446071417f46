// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/command_palette.h"

#include "gui/app/action_text.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

#include <algorithm>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize(560, 380);

/// A menu's text without its mnemonic.
QString plainText(const QAction& action)
{
    return actionText(action.text());
}

} // namespace

CommandPalette::CommandPalette(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent, Qt::Popup), m_words(new QLineEdit), m_list(new QListWidget)
{
    setObjectName(u"commands"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    collect(menus.actions(), {});
    m_words->setPlaceholderText(tr("Words of a command"));
    m_words->setAccessibleName(tr("Words of a command"));
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    resize(kSize);
    const QRect over = parent->geometry();
    move(parent->mapToGlobal(QPoint((over.width() - kSize.width()) / 2, over.height() / 8)));
    fill();
    m_words->setFocus();
}

void CommandPalette::collect(const QList<QAction*>& actions, const QString& path)
{
    for (QAction* action : actions) {
        const QString name =
            path.isEmpty() ? plainText(*action) : QString(path % u" › "_s % plainText(*action));
        if (action->menu() != nullptr) {
            collect(action->menu()->actions(), name);
        } else if (action->isEnabled() && action->isVisible() && !action->isSeparator()) {
            m_commands.push_back(
                {action, name, action->shortcut().toString(QKeySequence::NativeText)});
        }
    }
}

/// Commands with all the words, in the order of the menus.
void CommandPalette::fill()
{
    const QStringList words = m_words->text().split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const Command& command = m_commands[i];
        const bool hasAll = std::ranges::all_of(words, [&](const QString& word) {
            return command.path.contains(word, Qt::CaseInsensitive);
        });
        if (hasAll) {
            const QString text = command.keys.isEmpty()
                                     ? command.path
                                     : QString(command.path % u"    "_s % command.keys);
            auto* item = new QListWidgetItem(text, m_list);
            item->setData(Qt::UserRole, i);
        }
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    const QPointer<QAction> action =
        item != nullptr ? m_commands[item->data(Qt::UserRole).toLongLong()].action : nullptr;
    close();
    if (action) {
        action->trigger();
    }
}

/// The arrow keys choose a command while the words have the focus.
bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    const auto key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_list->count() == 0) {
        return QDialog::eventFilter(watched, event);
    }
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
    return true;
}

} // namespace quantoscope::gui
