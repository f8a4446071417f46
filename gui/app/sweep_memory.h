// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/job.h"

#include <QObject>

#include <filesystem>

namespace quantoscope::gui {

class ModelMemory;
class SensitivityJob;

/// Saves the sensitivity sweep of a model whenever it ends or is stopped, and brings it back when
/// the model is opened again with the same images.
class SweepMemory : public QObject
{
    Q_OBJECT

public:
    SweepMemory(session::Session& session, const ModelMemory& memory, SensitivityJob& sweep,
                QObject* parent = nullptr);

    /// Saves the sweep as far as it came; done by itself when it ends.
    void save();
    /// Looks for a sweep of what is open; call when the first evaluation is done.
    void restore();

Q_SIGNALS:
    void failed(const quantoscope::Error& error);

private:
    session::Session& m_session;
    const ModelMemory& m_memory;
    SensitivityJob& m_sweep;
    Job<void> m_writing; // last: end before what they read
    Job<session::SensitivityPtr> m_reading;
};

} // namespace quantoscope::gui
