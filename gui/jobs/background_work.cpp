// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/background_work.h"

namespace quantoscope::gui {

void BackgroundWork::follow(JobBase& job)
{
    m_followed = &job;
    connect(&job, &JobBase::started, this, [this] { Q_EMIT runningChanged(true); });
    connect(&job, &JobBase::ended, this, [this] { Q_EMIT runningChanged(false); });
    connect(&job, &JobBase::progressChanged, this, &BackgroundWork::progressChanged);
}

} // namespace quantoscope::gui
