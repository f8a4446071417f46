// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/interval.h"

#include <QTest>

#include <cmath>

using namespace quantoscope::search;

namespace {

constexpr std::int64_t kWithoutEnd = 1'000'000'000'000;

bool isNear(double a, double b)
{
    return std::abs(a - b) < 5e-5;
}

} // namespace

class TestInterval : public QObject
{
    Q_OBJECT

private slots:
    void publishedScoreIntervals_data();
    void publishedScoreIntervals();
    void narrowsToTheExactShare();
    void differenceByHand();
    void differenceWithoutFlipsIsNotCertain();
    void differenceEndsExact();
};

/// Table I of Newcombe 1998, Statistics in Medicine 17, 857-872, method 3 (score), four decimals.
void TestInterval::publishedScoreIntervals_data()
{
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("seen");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("81/263") << 81 << 263 << 0.2553 << 0.3662;
    QTest::newRow("15/148") << 15 << 148 << 0.0624 << 0.1605;
    QTest::newRow("0/20") << 0 << 20 << 0.0 << 0.1611;
    QTest::newRow("1/29") << 1 << 29 << 0.0061 << 0.1718;
}

void TestInterval::publishedScoreIntervals()
{
    QFETCH(int, hits);
    QFETCH(int, seen);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval found = shareOf(hits, seen, kWithoutEnd);
    QVERIFY2(isNear(found.low, low), qPrintable(QString::number(found.low)));
    QVERIFY2(isNear(found.high, high), qPrintable(QString::number(found.high)));
}

void TestInterval::narrowsToTheExactShare()
{
    QCOMPARE(shareOf(0, 0, 10), (Interval{0.5, 0.0, 1.0}));
    double former = 1.0;
    for (const int seen : {16, 32, 64, 128, 256, 499, 500}) {
        const Interval found = shareOf(seen / 4, seen, 500);
        QVERIFY(found.high - found.low < former);
        former = found.high - found.low;
    }
    QCOMPARE(shareOf(125, 500, 500), (Interval{0.25, 0.25, 0.25}));
    QCOMPARE(shareOf(1, 1, 1), (Interval{1.0, 1.0, 1.0}));
}

/// Score limits of 2/20 and 5/20 without end are (0.0279, 0.3010) and (0.1119, 0.4687); so
/// -0.15 - hypot(0.1 - 0.0279, 0.4687 - 0.25) and -0.15 + hypot(0.3010 - 0.1, 0.25 - 0.1119).
void TestInterval::differenceByHand()
{
    const Interval found = differenceOf({2, 5, 20, kWithoutEnd});
    QVERIFY(isNear(found.value, -0.15));
    QVERIFY(std::abs(found.low - (-0.3803)) < 2e-4);
    QVERIFY(std::abs(found.high - 0.0939) < 2e-4);
}

/// No flip among 16: each side may still hold z^2 / (16 + z^2) = 0.1936.
void TestInterval::differenceWithoutFlipsIsNotCertain()
{
    const Interval found = differenceOf({0, 0, 16, kWithoutEnd});
    QVERIFY(isNear(found.low, -0.1936) && isNear(found.high, 0.1936));
    QCOMPARE(differenceOf({0, 0, 0, 5}), (Interval{0.0, -1.0, 1.0}));
}

void TestInterval::differenceEndsExact()
{
    QCOMPARE(differenceOf({3, 8, 500, 500}), (Interval{-0.01, -0.01, -0.01}));
}

QTEST_APPLESS_MAIN(TestInterval)
#include "tst_interval.moc"
