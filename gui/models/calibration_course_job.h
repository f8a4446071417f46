// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/background_work.h"
#include "gui/models/configuration_document.h"

namespace quantoscope::gui {

/// Measures, beside edits, how ranges and results change with the number of calibration images.
class CalibrationCourseJob : public BackgroundWork
{
    Q_OBJECT

public:
    CalibrationCourseJob(session::Session& session, ConfigurationDocument& document,
                         QObject* parent = nullptr);

    /// Of the current configuration. \param withResults runs the validation images, too
    void start(bool withResults);
    /// What was measured until then stays.
    void stop() override { m_job.cancel(); }
    /// Stops, and forgets what was measured: the model or the pictures changed.
    void reset();

    /// As far as it came; null before the walk over the calibration images is done.
    [[nodiscard]] const session::CalibrationCoursePtr& course() const { return m_course; }
    /// Whether it was measured on the configuration as it is now.
    [[nodiscard]] bool isCurrent() const;

Q_SIGNALS:
    void courseChanged();

private:
    void setCourse(session::CalibrationCoursePtr course);

    session::Session& m_session;
    ConfigurationDocument& m_document;
    ConfigurationPtr m_configuration; ///< of the course
    session::CalibrationCoursePtr m_course;
    Job<session::CalibrationCoursePtr> m_job; // last: ends before what it reads
};

} // namespace quantoscope::gui
