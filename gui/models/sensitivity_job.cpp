// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/sensitivity_job.h"

#include <utility>

namespace quantoscope::gui {

namespace {
constexpr int kReportIntervalMs = 80;
}

SensitivityJob::SensitivityJob(session::Session& session, QObject* parent)
    : BackgroundWork(parent), m_session(session)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kReportIntervalMs);
    connect(&m_delay, &QTimer::timeout, this, &SensitivityJob::takeLatest);
    follow(m_job);
}

void SensitivityJob::start(const session::SensitivityRequest& request)
{
    reset();
    run(request, nullptr);
}

void SensitivityJob::goOn()
{
    if (!isRunning() && m_report && !m_report->isFinished) {
        run(m_report->request, m_report);
    }
}

void SensitivityJob::stop()
{
    m_job.cancel();
}

void SensitivityJob::adopt(session::SensitivityPtr report)
{
    if (!isRunning() && !m_report) {
        setReport(std::move(report));
    }
}

void SensitivityJob::reset()
{
    m_job.abandon();
    m_delay.stop();
    m_latest.reset();
    setReport(nullptr);
}

void SensitivityJob::run(const session::SensitivityRequest& request,
                         const session::SensitivityPtr& former)
{
    m_latest = std::make_shared<Latest>();
    m_job.start(
        [this, request, former, latest = m_latest](const JobContext& context, const JobPort& port) {
            return m_session.measureSensitivity(
                request, former, context,
                [this, latest, port](const session::SensitivityPtr& report) {
                    if (latest->put(report)) {
                        port.post([this] { m_delay.start(); });
                    }
                });
        },
        [this](const Result<session::SensitivityPtr>& result) { done(result); });
}

void SensitivityJob::done(const Result<session::SensitivityPtr>& result)
{
    m_delay.stop();
    if (isDone(result)) {
        setReport(*result);
    } else {
        takeLatest();
    }
}

void SensitivityJob::takeLatest()
{
    if (session::SensitivityPtr report = m_latest ? m_latest->take() : nullptr) {
        setReport(std::move(report));
    }
}

void SensitivityJob::setReport(session::SensitivityPtr report)
{
    m_report = std::move(report);
    Q_EMIT reportChanged(m_report);
}

} // namespace quantoscope::gui
