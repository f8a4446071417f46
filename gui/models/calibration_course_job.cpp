// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/calibration_course_job.h"

#include <utility>

namespace quantoscope::gui {

CalibrationCourseJob::CalibrationCourseJob(session::Session& session,
                                           ConfigurationDocument& document, QObject* parent)
    : BackgroundWork(parent), m_session(session), m_document(document)
{
    follow(m_job);
}

void CalibrationCourseJob::start(bool withResults)
{
    reset();
    m_configuration = m_document.configuration();
    m_job.start(
        [this, withResults, configuration = m_configuration](const JobContext& context,
                                                             const JobPort& port) {
            return m_session.measureCalibrationCourse(
                {*configuration, {}, withResults}, context,
                [this, port](const session::CalibrationCoursePtr& course) {
                    port.post([this, course] { setCourse(course); });
                });
        },
        [this](const Result<session::CalibrationCoursePtr>& course) {
            if (isDone(course)) {
                setCourse(*course);
            }
        });
}

void CalibrationCourseJob::reset()
{
    m_job.abandon();
    m_configuration.reset();
    setCourse(nullptr);
}

bool CalibrationCourseJob::isCurrent() const
{
    return m_configuration && *m_configuration == *m_document.configuration();
}

void CalibrationCourseJob::setCourse(session::CalibrationCoursePtr course)
{
    m_course = std::move(course);
    Q_EMIT courseChanged();
}

} // namespace quantoscope::gui
