// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/noise_tracing.h"

namespace quantoscope::gui {

namespace {
constexpr std::int64_t kOwnNoiseImages = 16;
}

NoiseTracing::NoiseTracing(session::Session& session, ConfigurationDocument& document,
                           QObject* parent)
    : QObject(parent), m_session(session), m_document(document)
{
    connect(&document, &ConfigurationDocument::changed, this, &NoiseTracing::forget);
}

void NoiseTracing::measureOwn()
{
    m_ownJob.start(
        [&session = m_session,
         configuration = m_document.configuration()](const JobContext& context, const JobPort&) {
            return session.measureOwnNoise(*configuration, kOwnNoiseImages, context);
        },
        [this](const Result<Report>& report) { take(report, m_own); });
}

void NoiseTracing::tracePicture(int picture, const QString& name)
{
    m_pictureName = name;
    m_pictureJob.start(
        [&session = m_session, configuration = m_document.configuration(),
         picture](const JobContext& context, const JobPort&) {
            return session.measurePictureNoise(*configuration, picture, context);
        },
        [this](const Result<Report>& report) { take(report, m_picture); });
}

void NoiseTracing::take(const Result<Report>& report, Report& into)
{
    if (report) {
        into = *report;
        Q_EMIT changed();
    } else if (report.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(report.error());
    }
}

void NoiseTracing::cancel()
{
    m_ownJob.cancel();
    m_pictureJob.cancel();
}

void NoiseTracing::forget()
{
    m_ownJob.abandon();
    m_pictureJob.abandon();
    if (m_own || m_picture) {
        m_own.reset();
        m_picture.reset();
        Q_EMIT changed();
    }
}

} // namespace quantoscope::gui
