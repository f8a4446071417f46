// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/job.h"
#include "gui/jobs/stage_text.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

/// Works until it is told to stop, as the session's functions do.
Result<int> untilStopped(const JobContext& context, std::atomic_bool& running)
{
    running = true;
    while (!context.cancelled()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    running = false;
    return cancelledError();
}

} // namespace

class JobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishes()
    {
        Job<int> job;
        QSignalSpy started(&job, &JobBase::started);
        QSignalSpy ended(&job, &JobBase::ended);
        std::optional<Result<int>> result;
        const Qt::HANDLE guiThread = QThread::currentThreadId();
        std::atomic<Qt::HANDLE> workThread{nullptr};
        job.start(
            [&](const JobContext&, const JobPort&) -> Result<int> {
                workThread = QThread::currentThreadId();
                return 42;
            },
            [&](const Result<int>& value) {
                QCOMPARE(QThread::currentThreadId(), guiThread);
                result = value;
            });
        QVERIFY(job.isRunning());
        QTRY_VERIFY(result.has_value());
        QCOMPARE(**result, 42);
        QVERIFY(!job.isRunning());
        QVERIFY(workThread.load() != guiThread);
        QCOMPARE(started.count(), 1);
        QCOMPARE(ended.count(), 1);
    }

    void handsFailuresOn()
    {
        Job<void> job;
        std::optional<Status> result;
        job.start(
            [](const JobContext&, const JobPort&) -> Status {
                return fail(ErrorCode::InvalidData, "row 3", "labels.csv");
            },
            [&](const Status& status) { result = status; });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error().code, ErrorCode::InvalidData);
        QCOMPARE(result->error().where, std::string("labels.csv"));
    }

    void endsOnceWhenCancelled()
    {
        Job<int> job;
        std::atomic_bool running = false;
        int deliveries = 0;
        ErrorCode code = ErrorCode::EngineFailure;
        job.start([&](const JobContext& context,
                      const JobPort&) { return untilStopped(context, running); },
                  [&](const Result<int>& result) {
                      ++deliveries;
                      code = result.error().code;
                  });
        QTRY_VERIFY(running.load());
        job.cancel();
        QTRY_COMPARE(deliveries, 1);
        QCOMPARE(code, ErrorCode::Cancelled);
        QTest::qWait(50);
        QCOMPARE(deliveries, 1);
    }

    void newerStartOvertakes()
    {
        Job<int> job;
        std::atomic_bool running = false;
        QList<int> results;
        const auto done = [&](const Result<int>& result) { results.append(result.value_or(-1)); };
        job.start([&](const JobContext& context,
                      const JobPort&) { return untilStopped(context, running); },
                  done);
        QTRY_VERIFY(running.load());
        job.start([](const JobContext&, const JobPort&) -> Result<int> { return 2; }, done);
        QTRY_COMPARE(results, QList<int>{2});
        QTRY_VERIFY(!running.load());
        QTest::qWait(50);
        QCOMPARE(results, QList<int>{2});
    }

    void abandonedResultIsDropped()
    {
        Job<int> job;
        std::atomic_bool running = false;
        bool delivered = false;
        job.start([&](const JobContext& context,
                      const JobPort&) { return untilStopped(context, running); },
                  [&](const Result<int>&) { delivered = true; });
        QTRY_VERIFY(running.load());
        job.abandon();
        QVERIFY(!job.isRunning());
        QTRY_VERIFY(!running.load());
        QTest::qWait(50);
        QVERIFY(!delivered);
    }

    void destructorStopsAndWaits()
    {
        std::atomic_bool running = false;
        bool delivered = false;
        auto job = std::make_unique<Job<int>>();
        job->start([&](const JobContext& context,
                       const JobPort&) { return untilStopped(context, running); },
                   [&](const Result<int>&) { delivered = true; });
        QTRY_VERIFY(running.load());
        QElapsedTimer clock;
        clock.start();
        job.reset();
        QVERIFY(!running.load());
        QVERIFY2(clock.elapsed() < 1000, "stopping took too long");
        QTest::qWait(50);
        QVERIFY(!delivered);
    }

    void reportsProgressThinned()
    {
        Job<int> job;
        QList<std::int64_t> seen;
        connect(&job, &JobBase::progressChanged, this,
                [&](const Progress& progress) { seen.append(progress.done); });
        bool done = false;
        job.start(
            [](const JobContext& context, const JobPort&) -> Result<int> {
                for (int i = 1; i <= 100000; ++i) {
                    context.progress(Stage::RunningFloat, i, 100000);
                }
                return 0;
            },
            [&](const Result<int>&) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(seen.size() >= 2);
        QVERIFY2(seen.size() < 1000, "progress floods the GUI thread");
        QCOMPARE(seen.front(), 1);
        QCOMPARE(seen.back(), 100000);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void portDeliversBeforeTheResult()
    {
        Job<int> job;
        QStringList order;
        job.start(
            [&](const JobContext&, const JobPort& port) -> Result<int> {
                port.post([&] { order.append(QStringLiteral("part")); });
                return 0;
            },
            [&](const Result<int>&) { order.append(QStringLiteral("result")); });
        QTRY_COMPARE(order, (QStringList{QStringLiteral("part"), QStringLiteral("result")}));
    }

    void everyStageHasAName()
    {
        QSet<QString> names;
        for (int stage = 0; stage <= static_cast<int>(Stage::Exporting); ++stage) {
            names.insert(stageText(static_cast<Stage>(stage)));
        }
        QCOMPARE(names.size(), static_cast<int>(Stage::Exporting) + 1);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(JobTest)
#include "tst_job.moc"
