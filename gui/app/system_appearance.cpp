// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/system_appearance.h"

#include "gui/app/appearance.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <optional>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kSpace = u"org.freedesktop.appearance"_s;
const QString kKey = u"color-scheme"_s;

/// 1 prefers dark, 2 light, 0 and what is not known neither. Read() wraps the value twice.
std::optional<bool> prefersDark(const QDBusVariant& value)
{
    QVariant inner = value.variant();
    while (inner.canConvert<QDBusVariant>()) {
        inner = inner.value<QDBusVariant>().variant();
    }
    const uint scheme = inner.toUInt();
    return scheme == 1 || scheme == 2 ? std::optional(scheme == 1) : std::nullopt;
}

} // namespace

SystemAppearance::SystemAppearance(const QDBusConnection& bus, QObject* parent) : QObject(parent)
{
    if (bus.isConnected()) {
        ask(bus);
    }
}

void SystemAppearance::ask(QDBusConnection bus)
{
    qRegisterMetaType<QDBusVariant>(); // else the first connect does not know the slot's parameter
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    read << kSpace << kKey;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) {
            settingChanged(kSpace, kKey, reply.value());
        }
        answer->deleteLater();
    });
}

void SystemAppearance::settingChanged(const QString& space, const QString& key,
                                      const QDBusVariant& value)
{
    if (space == kSpace && key == kKey) {
        setSystemPrefersDark(prefersDark(value));
    }
}

} // namespace quantoscope::gui
