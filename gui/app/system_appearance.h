// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace quantoscope::gui {

/// Asks the desktop whether it is dark, and hears when that changes: "color-scheme" of
/// "org.freedesktop.appearance" in the settings portal (org.freedesktop.portal.Settings of the XDG
/// Desktop Portal). Tells setSystemPrefersDark(). Without a bus or a portal it does nothing.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    /// \param bus the session's, unless a test has one of its own
    explicit SystemAppearance(const QDBusConnection& bus = QDBusConnection::sessionBus(),
                              QObject* parent = nullptr);

private:
    void ask(QDBusConnection bus);

private Q_SLOTS: // called by name
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

} // namespace quantoscope::gui
