// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/job.h"
#include "gui/models/configuration_document.h"

#include <QString>

#include <array>

namespace quantoscope::gui {

/// Measures on request where noise comes from: what every layer makes by itself, and how it grows
/// along the way of one picture. What was measured is forgotten when the configuration changes.
class NoiseTracing : public QObject
{
    Q_OBJECT

public:
    using Report = std::shared_ptr<const session::NoiseReport>;

    NoiseTracing(session::Session& session, ConfigurationDocument& document,
                 QObject* parent = nullptr);

    void measureOwn();
    void tracePicture(int picture, const QString& name);
    void cancel();
    void forget();
    [[nodiscard]] bool isRunning() const
    {
        return m_ownJob.isRunning() || m_pictureJob.isRunning();
    }
    [[nodiscard]] std::array<JobBase*, 2> jobs() { return {&m_ownJob, &m_pictureJob}; }
    [[nodiscard]] const Report& own() const { return m_own; }         ///< null: not measured
    [[nodiscard]] const Report& picture() const { return m_picture; } ///< null: not measured
    [[nodiscard]] const QString& pictureName() const { return m_pictureName; }

Q_SIGNALS:
    void changed();
    void failed(const quantoscope::Error& error);

private:
    void take(const Result<Report>& report, Report& into);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    Report m_own;
    Report m_picture;
    QString m_pictureName;
    Job<Report> m_ownJob;
    Job<Report> m_pictureJob;
};

} // namespace quantoscope::gui
