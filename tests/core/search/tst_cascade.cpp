// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/cascade.h"

#include <QTest>

#include <vector>

using namespace quantoscope::search;

class TestCascade : public QObject
{
    Q_OBJECT

private slots:
    void curveByHand();
    void equalMarginsStayTogether();
    void cheapestWithinTheDrop();
    void aBetterModelThatIsWorse();
    void halvesJudgeEachOther();
};

namespace {

/// The score margin decides, as in Park et al. 2015. By hand: cheap is right on 3 of 5, better on
/// 4; costs 1 and 4.
const std::vector<CascadePicture> kFive{{0.9F, true, true},
                                        {0.1F, false, true},
                                        {0.5F, true, false},
                                        {0.3F, false, true},
                                        {0.7F, true, true}};

} // namespace

void TestCascade::curveByHand()
{
    const CascadeCurve curve = cascadeCurve(kFive, {1.0, 4.0});
    QCOMPARE(curve.cheapAccuracy, 0.6);
    QCOMPARE(curve.betterAccuracy, 0.8);
    QCOMPARE(curve.points.size(), std::size_t{6});
    const double thresholds[] = {0.0, 0.2, 0.4, 0.6, 0.8, 2.0};
    const double accuracies[] = {0.6, 0.8, 1.0, 0.8, 0.8, 0.8};
    for (std::size_t i = 0; i < 6; ++i) {
        QVERIFY(std::abs(curve.points[i].threshold - thresholds[i]) < 1e-7); // float margins
        QCOMPARE(curve.points[i].accuracy, accuracies[i]);
        QCOMPARE(curve.points[i].share, static_cast<double>(i) / 5.0);
        QCOMPARE(curve.points[i].cost, 1.0 + 4.0 * static_cast<double>(i) / 5.0);
    }
}

void TestCascade::equalMarginsStayTogether()
{
    const std::vector<CascadePicture> pictures{
        {0.5F, false, true}, {0.5F, true, false}, {1.0F, true, true}, {1.0F, true, true}};
    const CascadeCurve curve = cascadeCurve(pictures, {1.0, 2.0});
    QCOMPARE(curve.points.size(), std::size_t{3});
    QCOMPARE(curve.points[1].threshold, 0.75);
    QCOMPARE(curve.points[1].share, 0.5);
    QCOMPARE(curve.points[2].share, 1.0); // margins of 1 are below 2
}

void TestCascade::cheapestWithinTheDrop()
{
    const CascadeCurve curve = cascadeCurve(kFive, {1.0, 4.0});
    QCOMPARE(cheapestPoint(curve, 0.0), std::size_t{1}); // 0.8, as the better model alone
    QCOMPARE(cheapestPoint(curve, 0.1), std::size_t{1});
    QCOMPARE(cheapestPoint(curve, 0.2), std::size_t{0}); // the cheap model alone
}

void TestCascade::aBetterModelThatIsWorse()
{
    const std::vector<CascadePicture> pictures{{0.1F, true, false}, {0.2F, true, false}};
    const CascadeCurve curve = cascadeCurve(pictures, {1.0, 4.0});
    QCOMPARE(cheapestPoint(curve, 0.0), std::size_t{0});
}

/// Even pictures choose "rerun below 0.5" (their curve: 0 at 0, 1 from 0.5 on), odd ones none.
void TestCascade::halvesJudgeEachOther()
{
    const std::vector<CascadePicture> pictures{
        {0.2F, false, true}, {0.3F, true, true}, {0.8F, true, true}, {0.9F, true, true}};
    const CascadePoint point = crossCheckedPoint(pictures, {1.0, 2.0}, 0.0);
    // Odd ones by 0.5: one of two reruns, both right. Even ones by 0: none reruns, one right.
    QVERIFY(std::abs(point.threshold - 0.25) < 1e-7);
    QCOMPARE(point.accuracy, 0.75);
    QCOMPARE(point.share, 0.25);
    QCOMPARE(point.cost, 1.5);
}

QTEST_APPLESS_MAIN(TestCascade)
#include "tst_cascade.moc"
