// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <QFuture>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <utility>

class QThreadPool;

namespace quantoscope::gui {

/// Threads of the window's jobs; more than the machine has cores, because jobs wait for one another
/// inside the session.
[[nodiscard]] QThreadPool& jobThreadPool();

class JobBase;

/// How running work hands something to the GUI thread before it is done. Copyable, callable from
/// the thread that runs the work; what a newer start or the job's end overtakes is dropped.
class JobPort
{
public:
    JobPort(JobBase& job, quint64 generation) : m_job(&job), m_generation(generation) {}
    void post(std::function<void()> delivery) const;

private:
    JobBase* m_job;
    quint64 m_generation;
};

/// What does not depend on the result's type. Lives on the GUI thread. Starting anew stops the work
/// before and drops its result; the destructor cancels and waits.
class JobBase : public QObject
{
    Q_OBJECT

public:
    explicit JobBase(QObject* parent = nullptr);
    ~JobBase() override;

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Asks the work to stop; it still ends with a result (ErrorCode::Cancelled if it obeyed).
    void cancel();
    /// Cancels, and drops the result.
    void abandon();

Q_SIGNALS:
    void started();
    /// About 25 times a second at most.
    void progressChanged(const quantoscope::Progress& progress);
    void ended();

protected:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(const JobContext&, const JobPort&)>;
    void launch(Work work);

private:
    friend class JobPort;
    void postFrom(quint64 generation, Delivery delivery);
    void finish(quint64 generation, const Delivery& delivery);

    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_running = false;
    QList<QFuture<void>> m_futures;
};

/// Runs one function in the background and hands its Result to the GUI thread exactly once.
template <typename T>
class Job : public JobBase
{
public:
    using Function = std::function<Result<T>(const JobContext&, const JobPort&)>;
    using Done = std::function<void(const Result<T>&)>;
    using JobBase::JobBase;

    /// `function` runs on another thread; `done` on this one, unless a newer start overtakes it.
    void start(Function function, Done done)
    {
        launch([function = std::move(function), done = std::move(done)](
                   const JobContext& context, const JobPort& port) -> Delivery {
            auto result = std::make_shared<Result<T>>(function(context, port));
            return [result, done] { done(*result); };
        });
    }
};

} // namespace quantoscope::gui
