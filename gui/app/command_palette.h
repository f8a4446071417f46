// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;
class QMenuBar;

namespace quantoscope::gui {

/// Finds a command of the menus by words of its name and runs it.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// Lists what is enabled now.
    CommandPalette(const QMenuBar& menus, QWidget* parent);

    [[nodiscard]] QLineEdit& words() { return *m_words; }
    [[nodiscard]] QListWidget& list() { return *m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Command
    {
        QPointer<QAction> action;
        QString path; ///< "File › Open Model…"
        QString keys;
    };
    void collect(const QList<QAction*>& actions, const QString& path);
    void fill();
    void run();

    QList<Command> m_commands;
    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace quantoscope::gui
