// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/results.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace quantoscope::gui {

class Workbench;

/// The session file that is open: whether it has changes, how it is saved, and a copy of them on
/// disk every few seconds so that a crash loses none.
class SessionKeeper : public QObject
{
    Q_OBJECT

public:
    explicit SessionKeeper(Workbench& workbench, QObject* parent = nullptr);
    /// Removes the copy: what ends in order needs no recovery.
    ~SessionKeeper() override;

    /// The open session file; empty: what is open has not been saved as one.
    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] bool isModified() const;
    void save(const QString& file);
    /// A session file was opened, or (empty) something else.
    void setFile(const QString& file);

    /// Changes of a session that a crash left behind.
    struct Recovered
    {
        QString copy;    ///< session file with them
        QString session; ///< the file they belong to
    };
    /// The newest, if there is one; only where things are kept between runs.
    [[nodiscard]] std::optional<Recovered> findRecovered();
    /// Opens what findRecovered() found as changes of its session.
    void recover(const Recovered& found);
    static void discard(const Recovered& found);

    /// Writes the copy now if there are changes; for tests and the timer.
    void writeCopy();

Q_SIGNALS:
    void changed();
    void saved(const QString& file);
    void failed(const quantoscope::Error& error);

private:
    [[nodiscard]] QString copyFile() const;
    void removeCopy();

    Workbench& m_workbench;
    QString m_file;
    std::optional<Recovered> m_recovering;           ///< being opened
    std::shared_ptr<const session::DataInfo> m_data; ///< the images open now
    bool m_hasOtherImages = false;                   ///< opened since the file was
    QTimer m_timer;
    std::unique_ptr<QLockFile> m_lock; ///< of the copy, while this program lives
};

} // namespace quantoscope::gui
