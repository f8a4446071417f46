// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/appearance.h"
#include "gui/app/system_appearance.h"

#include <QApplication>
#include <QDBusVariant>
#include <QPalette>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace quantoscope::gui;

/// The settings portal of a desktop, as the XDG Desktop Portal's interface file has it.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;
    bool wasAsked = false;

public Q_SLOTS:
    QDBusVariant Read(const QString& space, const QString& key)
    {
        wasAsked = space == QStringLiteral("org.freedesktop.appearance") &&
                   key == QStringLiteral("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

/// On a bus of its own, with a real bus daemon between the two.
class SystemAppearanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty()) {
            QSKIP("dbus-daemon is not on this machine (package dbus-daemon or dbus)");
        }
        m_daemon.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                QStringLiteral("--print-address=1")});
        QVERIFY(m_daemon.waitForReadyRead(10000));
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QDBusConnection desktop =
            QDBusConnection::connectToBus(m_address, QStringLiteral("desktop"));
        QVERIFY(desktop.isConnected());
        QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                       QDBusConnection::ExportAllSlots |
                                           QDBusConnection::ExportAllSignals));
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("program"));
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void followsTheDesktop()
    {
        applyAppearance(Appearance::System);
        const SystemAppearance system(
            QDBusConnection::connectToBus(m_address, QStringLiteral("program")));
        QTRY_VERIFY(m_portal.wasAsked);
        QTRY_VERIFY(isDark());
        tell("org.freedesktop.appearance", 2);
        QTRY_VERIFY(!isDark());
        tell("org.freedesktop.appearance", 1);
        QTRY_VERIFY(isDark());
        tell("org.gnome.desktop.interface", 2); // another setting of that name
        QTest::qWait(100);
        QVERIFY(isDark());
        // Who chose light keeps it; the desktop's wish counts again when it is asked for.
        applyAppearance(Appearance::Light);
        tell("org.freedesktop.appearance", 2);
        tell("org.freedesktop.appearance", 1);
        QTest::qWait(100);
        QVERIFY(!isDark());
        applyAppearance(Appearance::System);
        QVERIFY(isDark());
        tell("org.freedesktop.appearance", 0); // no preference: as at the start
        QTRY_VERIFY(!isDark());
    }

    void doesWithoutABus()
    {
        applyAppearance(Appearance::System);
        const SystemAppearance system(QDBusConnection(QStringLiteral("none")));
        QVERIFY(!isDark());
    }

private:
    static bool isDark()
    {
        return QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    }

    void tell(const char* space, uint scheme)
    {
        Q_EMIT m_portal.SettingChanged(QString::fromLatin1(space), QStringLiteral("color-scheme"),
                                       QDBusVariant(scheme));
    }

    QProcess m_daemon;
    QString m_address;
    Portal m_portal;
};

QTEST_MAIN(SystemAppearanceTest)
#include "tst_system_appearance.moc"
