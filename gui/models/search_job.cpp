// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/search_job.h"

#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kReportIntervalMs = 80;
}

SearchJob::SearchJob(session::Session& session, QObject* parent)
    : BackgroundWork(parent), m_session(session)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kReportIntervalMs);
    connect(&m_delay, &QTimer::timeout, this, &SearchJob::takeLatest);
    follow(m_job);
}

void SearchJob::start(const session::SearchRequest& request)
{
    reset();
    run(request, nullptr);
}

void SearchJob::goOn(int evaluations)
{
    if (!isRunning() && m_report) {
        session::SearchRequest request = m_report->request;
        request.evaluations = evaluations;
        run(request, m_report);
    }
}

void SearchJob::stop()
{
    m_job.cancel();
}

void SearchJob::reset()
{
    m_job.abandon();
    m_delay.stop();
    m_latest.reset();
    setReport(nullptr);
}

void SearchJob::run(const session::SearchRequest& request, const session::SearchReportPtr& former)
{
    m_latest = std::make_shared<Latest>();
    m_job.start(
        [this, request, former, latest = m_latest](const JobContext& context, const JobPort& port) {
            return m_session.searchMixedPrecision(
                request, former, context,
                [this, latest, port](const session::SearchReportPtr& report) {
                    if (latest->put(report)) {
                        port.post([this] { m_delay.start(); });
                    }
                });
        },
        [this](const Result<session::SearchReportPtr>& result) { done(result); });
}

void SearchJob::done(const Result<session::SearchReportPtr>& result)
{
    m_delay.stop();
    if (isDone(result)) {
        setReport(*result);
    } else {
        takeLatest();
    }
}

void SearchJob::takeLatest()
{
    if (session::SearchReportPtr report = m_latest ? m_latest->take() : nullptr) {
        setReport(std::move(report));
    }
}

void SearchJob::setReport(session::SearchReportPtr report)
{
    m_report = std::move(report);
    Q_EMIT reportChanged(m_report);
}

} // namespace quantoscope::gui
