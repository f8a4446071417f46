// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gui/jobs/job.h"

#include <QObject>

namespace quantoscope::gui {

/// Work that a job does beside edits, as the rest of the window sees it. Lives on the GUI thread.
class BackgroundWork : public QObject
{
    Q_OBJECT

public:
    virtual void stop() = 0;
    [[nodiscard]] bool isRunning() const
    {
        return m_followed != nullptr && m_followed->isRunning();
    }

Q_SIGNALS:
    void runningChanged(bool running);
    void progressChanged(const quantoscope::Progress& progress);
    void failed(const quantoscope::Error& error);

protected:
    using QObject::QObject;

    /// Tells of what a job does from now on. \param job of the class itself
    void follow(JobBase& job);
    /// Tells of a failure, but not of having been stopped. \return whether there is a result
    template <typename T>
    [[nodiscard]] bool isDone(const Result<T>& result)
    {
        if (!result && result.error().code != ErrorCode::Cancelled) {
            Q_EMIT failed(result.error());
        }
        return result.has_value();
    }

private:
    JobBase* m_followed = nullptr;
};

} // namespace quantoscope::gui
