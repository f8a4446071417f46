// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/history_file.h"
#include "core/session/session.h"
#include "gui/jobs/job.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace quantoscope::gui {

class ConfigurationHistory;
class ModelMemory;

/// Keeps the configurations tried on a model, with their names and notes, and brings them back when
/// the model is opened again with the same images.
class HistoryMemory : public QObject
{
    Q_OBJECT

public:
    using Records = std::vector<session::TriedRecord>;

    HistoryMemory(session::Session& session, const ModelMemory& memory,
                  ConfigurationHistory& history, QObject* parent = nullptr);
    /// Has what has changed written.
    ~HistoryMemory() override;

    /// Looks for configurations of what is open, once; call when an evaluation is done.
    void restore();
    /// Writes what has changed at once; call before the list is cleared.
    void flush();
    /// What a session file brought along is restored instead of what is remembered, once.
    void setBrought(std::string json) { m_brought = std::move(json); }
    [[nodiscard]] Records records() const; ///< the configurations tried
    /// The same as they are kept; empty before there is anything to compare with.
    /// Takes some milliseconds: for a background thread.
    [[nodiscard]] std::function<std::string()> snapshot() const;

Q_SIGNALS:
    void failed(const quantoscope::Error& error);

private:
    void changed();
    void save();

    session::Session& m_session;
    const ModelMemory& m_memory;
    ConfigurationHistory& m_history;
    std::shared_ptr<const session::FloatReference> m_restored; ///< of which rows were looked for
    std::filesystem::path m_file;                              ///< theirs
    std::string m_brought;                                     ///< JSON, until it is restored
    bool m_hasRead = false; ///< what was kept is in the list, so that it may be overwritten
    QTimer m_delay;
    Job<Records> m_reading; // last: ends before what it reads
};

} // namespace quantoscope::gui
