// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"
#include "gui/jobs/newest_report.h"

#include <QTimer>

#include <memory>

namespace quantoscope::gui {

/// A sensitivity sweep that runs beside edits. Stopping keeps what was measured, and the sweep goes
/// on from there.
class SensitivityJob : public BackgroundWork
{
    Q_OBJECT

public:
    explicit SensitivityJob(session::Session& session, QObject* parent = nullptr);

    void start(const session::SensitivityRequest& request);
    /// Takes the stopped sweep up again. Does nothing when there is none, or it is finished.
    void goOn();
    void stop() override;
    /// Takes over a sweep measured earlier on the same model and images; does nothing where there
    /// is one already.
    void adopt(session::SensitivityPtr report);
    /// Stops, and forgets what was measured: the model or the pictures changed.
    void reset();

    /// How far the sweep came; null before the first trial.
    [[nodiscard]] const session::SensitivityPtr& report() const { return m_report; }

Q_SIGNALS:
    void reportChanged(const quantoscope::session::SensitivityPtr& report);

private:
    using Latest = NewestReport<session::SensitivityReport>;
    void run(const session::SensitivityRequest& request, const session::SensitivityPtr& former);
    void done(const Result<session::SensitivityPtr>& result);
    void takeLatest();
    void setReport(session::SensitivityPtr report);

    session::Session& m_session;
    session::SensitivityPtr m_report;
    std::shared_ptr<Latest> m_latest;   ///< what the running job reported last
    QTimer m_delay;                     ///< gathers reports that come fast
    Job<session::SensitivityPtr> m_job; // last: ends before what it reads
};

} // namespace quantoscope::gui
