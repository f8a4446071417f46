// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QAction;
class QVBoxLayout;

namespace quantoscope::gui {

/// What the window shows while no model is open: how to begin, and what was open lately.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    /// \param start actions to begin with, the most usual first
    explicit WelcomePage(const QList<QAction*>& start, QWidget* parent = nullptr);
    void setRecent(const QStringList& files);

Q_SIGNALS:
    void recentChosen(const QString& file);

private:
    QVBoxLayout* m_recent;
};

} // namespace quantoscope::gui
