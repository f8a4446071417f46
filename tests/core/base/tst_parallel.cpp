// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

using namespace quantoscope;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void everyIndexOnce_data();
    void everyIndexOnce();
    void oneIndexAtATimePerWorker();
    void nested();
    void firstFailureOfAll();
};

void TestParallel::everyIndexOnce_data()
{
    QTest::addColumn<qulonglong>("count");
    for (const unsigned long long count : {0ULL, 1ULL, 2ULL, 3ULL, 1000ULL, 100000ULL}) {
        QTest::addRow("%llu", count) << count;
    }
}

void TestParallel::everyIndexOnce()
{
    QFETCH(qulonglong, count);
    std::vector<std::atomic<int>> calls(count);
    std::atomic<bool> inRange{true};
    parallelFor(count, [&](std::size_t index, unsigned worker) {
        ++calls[index];
        if (worker >= workerCount()) {
            inRange = false;
        }
    });
    QVERIFY(inRange);
    for (const auto& called : calls) {
        if (called != 1) {
            QCOMPARE(called.load(), 1);
        }
    }
}

/// The worker's number keeps scratch buffers apart: no two bodies run under one number at once.
void TestParallel::oneIndexAtATimePerWorker()
{
    std::vector<std::atomic<int>> running(workerCount());
    std::atomic<bool> alone{true};
    parallelFor(10000, [&](std::size_t, unsigned worker) {
        if (++running[worker] != 1) {
            alone = false;
        }
        --running[worker];
    });
    QVERIFY(alone);
}

void TestParallel::nested()
{
    std::atomic<int> calls{0};
    std::atomic<bool> inRange{true};
    parallelFor(8, [&](std::size_t, unsigned outer) {
        parallelFor(50, [&](std::size_t, unsigned inner) {
            ++calls;
            if (outer >= workerCount() || inner >= workerCount()) {
                inRange = false;
            }
        });
    });
    QCOMPARE(calls.load(), 400);
    QVERIFY(inRange);
}

/// Which thread fails first does not matter: the lowest index tells.
void TestParallel::firstFailureOfAll()
{
    std::vector<std::atomic<int>> calls(1000);
    const auto failsFrom = [&](std::size_t first) {
        return parallelTry(calls.size(), [&, first](std::size_t index, unsigned) -> Status {
            ++calls[index];
            return index < first ? Status{}
                                 : fail(ErrorCode::InvalidArgument, std::to_string(index));
        });
    };
    QVERIFY(failsFrom(calls.size()));
    const Status failed = failsFrom(700);
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, std::string("700"));
    QVERIFY(std::ranges::all_of(calls, [](const auto& called) { return called == 2; }));
    QVERIFY(parallelTry(0, [](std::size_t, unsigned) -> Status {
        return fail(ErrorCode::InvalidArgument, "called");
    }));
}

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
