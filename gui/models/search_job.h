// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"
#include "gui/jobs/newest_report.h"

#include <QTimer>

#include <memory>

namespace quantoscope::gui {

/// A search for mixed precision that runs beside edits. Stopping keeps what was tried, and the
/// search goes on from there.
class SearchJob : public BackgroundWork
{
    Q_OBJECT

public:
    explicit SearchJob(session::Session& session, QObject* parent = nullptr);

    /// Forgets what was tried and searches anew.
    void start(const session::SearchRequest& request);
    /// Takes the search up again until `evaluations` configurations were run. Does nothing without
    /// a search to go on from.
    void goOn(int evaluations);
    void stop() override;
    /// Stops, and forgets what was tried: the model or the pictures changed.
    void reset();

    /// How far the search came; null before its first step.
    [[nodiscard]] const session::SearchReportPtr& report() const { return m_report; }

Q_SIGNALS:
    void reportChanged(const quantoscope::session::SearchReportPtr& report);

private:
    using Latest = NewestReport<session::SearchReport>;
    void run(const session::SearchRequest& request, const session::SearchReportPtr& former);
    void done(const Result<session::SearchReportPtr>& result);
    void takeLatest();
    void setReport(session::SearchReportPtr report);

    session::Session& m_session;
    session::SearchReportPtr m_report;
    std::shared_ptr<Latest> m_latest;    ///< what the running job reported last
    QTimer m_delay;                      ///< gathers reports that come fast
    Job<session::SearchReportPtr> m_job; // last: ends before what it reads
};

} // namespace quantoscope::gui
