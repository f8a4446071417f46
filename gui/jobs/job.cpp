// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/job.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <mutex>

namespace quantoscope::gui {

namespace {

constexpr int kJobThreads = 8;
constexpr qint64 kProgressIntervalMs = 40;

/// Thins progress reports: the first, every 40 ms, and the end of each stage get through.
class ProgressFilter
{
public:
    ProgressFilter() { m_clock.start(); }

    bool lets(const Progress& progress)
    {
        const bool newStage = progress.stage != m_stage || !m_seenAny;
        const bool stageDone = progress.total > 0 && progress.done >= progress.total;
        if (!newStage && !stageDone && m_clock.elapsed() < kProgressIntervalMs) {
            return false;
        }
        m_seenAny = true;
        m_stage = progress.stage;
        m_clock.restart();
        return true;
    }

private:
    QElapsedTimer m_clock;
    Stage m_stage = Stage::ReadingModel;
    bool m_seenAny = false;
};

} // namespace

QThreadPool& jobThreadPool()
{
    static QThreadPool pool;
    static std::once_flag once;
    std::call_once(once, [] { pool.setMaxThreadCount(kJobThreads); });
    return pool;
}

void JobPort::post(std::function<void()> delivery) const
{
    m_job->postFrom(m_generation, std::move(delivery));
}

JobBase::JobBase(QObject* parent) : QObject(parent) {}

JobBase::~JobBase()
{
    m_stop.request_stop();
    ++m_generation; // nothing is delivered or emitted any more: receivers may be half destroyed
    for (QFuture<void>& future : m_futures) {
        future.waitForFinished();
    }
}

void JobBase::cancel()
{
    m_stop.request_stop();
}

void JobBase::abandon()
{
    m_stop.request_stop();
    ++m_generation;
    if (m_running) {
        m_running = false;
        Q_EMIT ended();
    }
}

void JobBase::launch(Work work)
{
    m_stop.request_stop();
    m_stop = std::stop_source{};
    const quint64 generation = ++m_generation;
    m_futures.removeIf([](const QFuture<void>& future) { return future.isFinished(); });

    JobContext context{m_stop.get_token(), {}};
    context.report = [this, generation,
                      filter = std::make_shared<ProgressFilter>()](const Progress& progress) {
        if (filter->lets(progress)) {
            postFrom(generation, [this, progress] { Q_EMIT progressChanged(progress); });
        }
    };
    m_running = true;
    Q_EMIT started();
    m_futures.append(QtConcurrent::run(&jobThreadPool(), [this, generation, context,
                                                          work = std::move(work)] {
        Delivery delivery = work(context, JobPort(*this, generation));
        QMetaObject::invokeMethod(
            this,
            [this, generation, delivery = std::move(delivery)] { finish(generation, delivery); },
            Qt::QueuedConnection);
    }));
}

void JobBase::postFrom(quint64 generation, Delivery delivery)
{
    QMetaObject::invokeMethod(
        this,
        [this, generation, delivery = std::move(delivery)] {
            if (generation == m_generation) {
                delivery();
            }
        },
        Qt::QueuedConnection);
}

void JobBase::finish(quint64 generation, const Delivery& delivery)
{
    if (generation != m_generation) {
        return;
    }
    m_running = false;
    Q_EMIT ended();
    delivery();
}

} // namespace quantoscope::gui
