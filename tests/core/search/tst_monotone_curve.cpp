// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/monotone_curve.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace quantoscope::search;

class TestMonotoneCurve : public QObject
{
    Q_OBJECT

private slots:
    void withoutPairs();
    void goesThroughWhatAscends();
    void poolsViolators();
    void neverDescends();
};

void TestMonotoneCurve::withoutPairs()
{
    QCOMPARE(MonotoneCurve(1.0).at(-3.5), -3.5);
    QCOMPARE(MonotoneCurve(0.0).at(-3.5), 0.0);
    MonotoneCurve curve(1.0);
    curve.add(std::numeric_limits<double>::quiet_NaN(), 1.0);
    curve.add(1.0, std::numeric_limits<double>::infinity());
    QVERIFY(curve.isEmpty());
}

void TestMonotoneCurve::goesThroughWhatAscends()
{
    MonotoneCurve curve(1.0);
    curve.add(2.0, 5.0);
    curve.add(0.0, 1.0);
    QCOMPARE(curve.at(0.0), 1.0);
    QCOMPARE(curve.at(2.0), 5.0);
    QCOMPARE(curve.at(0.5), 2.0);
    QCOMPARE(curve.at(-1.0), 0.0); // slope 1 outside
    QCOMPARE(curve.at(4.0), 7.0);
}

/// Heights 1, 3, 2, 2.5, 6 at 0 .. 4: the middle three violate and pool to their mean 2.5; heights
/// 4 and 0 at one x pool to 2.
void TestMonotoneCurve::poolsViolators()
{
    MonotoneCurve curve(0.0);
    const double heights[] = {1.0, 3.0, 2.0, 2.5, 6.0};
    for (int i = 0; i < 5; ++i) {
        curve.add(i, heights[i]);
    }
    for (const double x : {1.0, 1.7, 2.0, 3.0}) {
        QCOMPARE(curve.at(x), 2.5);
    }
    QCOMPARE(curve.at(0.5), 1.75);
    QCOMPARE(curve.at(9.0), 6.0);
    MonotoneCurve same(1.0);
    same.add(1.0, 4.0);
    same.add(1.0, 0.0);
    QCOMPARE(same.at(1.0), 2.0);
    QCOMPARE(same.at(3.0), 4.0);
}

void TestMonotoneCurve::neverDescends()
{
    std::mt19937 generator(1);
    std::normal_distribution<double> normal;
    MonotoneCurve curve(0.5);
    double least = 1e9;
    double most = -1e9;
    for (int i = 0; i < 60; ++i) {
        const double x = normal(generator);
        const double y = x + 2.0 * normal(generator);
        least = std::min(least, y);
        most = std::max(most, y);
        curve.add(x, y);
        for (double at = -4.0; at < 4.0; at += 0.1) {
            QVERIFY(curve.at(at) <= curve.at(at + 0.1) + 1e-12);
        }
    }
    QVERIFY(curve.at(0.0) > least && curve.at(0.0) < most);
}

QTEST_APPLESS_MAIN(TestMonotoneCurve)
#include "tst_monotone_curve.moc"
