// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hardware_profiles.h"

#include "gui/models/hardware_facts.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace quantoscope::gui {

HardwareProfiles::HardwareProfiles(QObject* parent) : QAbstractListModel(parent)
{
    for (const session::HardwareProfile& profile : session::bundledHardwareProfiles()) {
        m_entries.push_back({QString::fromStdString(profile.id), profile});
    }
    m_bundled = static_cast<int>(m_entries.size());
}

int HardwareProfiles::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_entries.size());
}

const HardwareProfiles::Entry& HardwareProfiles::entry(int row) const
{
    return m_entries[static_cast<std::size_t>(row - 1)];
}

QVariant HardwareProfiles::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const session::HardwareProfile* profile = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return profile ? QString::fromStdString(profile->name) : tr("any hardware");
    case Qt::ToolTipRole:
        return profile ? QVariant(hardwareHelp(*profile)) : QVariant();
    case kKeyRole:
        return profile ? entry(index.row()).key : QString();
    default:
        return {};
    }
}

const session::HardwareProfile* HardwareProfiles::at(int row) const
{
    return row > 0 && row < rowCount() ? &entry(row).profile : nullptr;
}

bool HardwareProfiles::isOwn(int row) const
{
    return row > m_bundled && row < rowCount();
}

int HardwareProfiles::rowOf(const QString& key) const
{
    if (key.isEmpty()) {
        return 0;
    }
    const auto place = std::ranges::find(m_entries, key, &Entry::key);
    return place == m_entries.end() ? -1 : 1 + static_cast<int>(place - m_entries.begin());
}

QString HardwareProfiles::chosenKey() const
{
    return m_chosen == 0 ? QString() : entry(m_chosen).key;
}

void HardwareProfiles::choose(int row)
{
    if (row >= 0 && row < rowCount() && row != m_chosen) {
        m_chosen = row;
        Q_EMIT chosenChanged();
    }
}

Status HardwareProfiles::add(const QString& file)
{
    const QString key = QFileInfo(file).absoluteFilePath();
    auto profile = session::findHardwareProfile(key.toStdString());
    if (!profile) {
        return failFrom(profile);
    }
    const auto twin = std::ranges::find_if(m_entries, [&](const Entry& other) {
        return other.key != key && other.profile.id == profile->id;
    });
    if (twin != m_entries.end()) {
        return fail(ErrorCode::InvalidData,
                    "has the id \"" + profile->id + "\", which " + twin->profile.name +
                        " has already; give it another one",
                    key.toStdString());
    }
    if (const int row = rowOf(key); row > 0) {
        m_entries[static_cast<std::size_t>(row - 1)].profile = *std::move(profile);
        Q_EMIT dataChanged(index(row), index(row));
        if (row == m_chosen) {
            Q_EMIT chosenChanged();
        }
        return {};
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.push_back({key, *std::move(profile)});
    endInsertRows();
    Q_EMIT filesChanged();
    return {};
}

std::vector<Error> HardwareProfiles::restore(const QStringList& files)
{
    std::vector<Error> errors;
    m_unreadable = files;
    for (const QString& file : files) {
        if (const Status added = add(file)) {
            m_unreadable.removeAll(file);
        } else {
            errors.push_back(added.error());
        }
    }
    return errors;
}

void HardwareProfiles::remove(int row)
{
    if (!isOwn(row)) {
        return;
    }
    const int chosen = m_chosen;
    if (chosen == row) {
        choose(0);
    }
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + (row - 1));
    m_chosen = chosen > row ? chosen - 1 : m_chosen;
    endRemoveRows();
    Q_EMIT filesChanged();
}

QStringList HardwareProfiles::files() const
{
    QStringList files = m_unreadable;
    for (int row = m_bundled + 1; row < rowCount(); ++row) {
        files << entry(row).key;
    }
    return files;
}

} // namespace quantoscope::gui
