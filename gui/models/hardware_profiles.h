// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/hardware_profile.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace quantoscope::gui {

/// Target devices to choose from: any hardware, the bundled profiles, and those of the user's own
/// files. One of them is chosen: what it does not take is greyed out everywhere.
class HardwareProfiles : public QAbstractListModel
{
    Q_OBJECT

public:
    /// QString: empty for any hardware, the id of a bundled profile, the path of an own one.
    static constexpr int kKeyRole = Qt::UserRole;

    explicit HardwareProfiles(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const session::HardwareProfile* at(int row) const; ///< null: any hardware
    [[nodiscard]] bool isOwn(int row) const;
    [[nodiscard]] int rowOf(const QString& key) const; ///< -1: none

    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] QString chosenKey() const;
    void choose(int row);

    /// Reads a profile of the user's own, or reads it again. Errors as of findHardwareProfile;
    /// InvalidData where another profile has its id.
    [[nodiscard]] Status add(const QString& file);
    /// Reads files of an earlier run; errors of those that cannot be read, which stay in files().
    [[nodiscard]] std::vector<Error> restore(const QStringList& files);
    void remove(int row); ///< an own one; the file stays. Any hardware is chosen where it was.
    [[nodiscard]] QStringList files() const; ///< of own profiles

Q_SIGNALS:
    void chosenChanged(); ///< another one, or what the chosen one takes
    void filesChanged();

private:
    struct Entry
    {
        QString key;
        session::HardwareProfile profile;
    };
    [[nodiscard]] const Entry& entry(int row) const;

    std::vector<Entry> m_entries; ///< of the rows behind the first
    QStringList m_unreadable;     ///< files of earlier runs
    int m_bundled;
    int m_chosen = 0;
};

} // namespace quantoscope::gui
