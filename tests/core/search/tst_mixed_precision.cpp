// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/mixed_precision.h"
#include "tests/core/search/precision_problems.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::search;
using tests::forEveryAssignment;
using tests::randomLayers;

namespace {

constexpr CostKind kKinds[] = {CostKind::WeightBits, CostKind::SizeBytes, CostKind::Bops};

PrecisionProblem problemOf(const std::vector<LayerOptions>& layers,
                           CostKind kind = CostKind::WeightBits)
{
    return *PrecisionProblem::create(layers, kind);
}

} // namespace

class TestMixedPrecision : public QObject
{
    Q_OBJECT

private slots:
    void frontEqualsBruteForce();
    void budgetsEqualBruteForce();
    void largeFrontsAreMonotoneAndNearTheBound();
    void hullIsConvex();
    void thinnedFrontsStayCorrect();
    void averageBits();
    void pinsAndProfilesAreKept();
    void impossibleBudgetsSayWhatIsPossible();
    void refusesIllegalChoices_data();
    void refusesIllegalChoices();
};

void TestMixedPrecision::frontEqualsBruteForce()
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        const auto problem = problemOf(randomLayers(5, {2, 3, 4, 8}, seed), kKinds[seed % 3]);
        const auto front = precisionFront(problem);
        std::size_t undominated = 0;
        forEveryAssignment(problem, [&](const FrontPoint& point) {
            bool isBeaten = false;
            forEveryAssignment(problem, [&](const FrontPoint& other) {
                isBeaten = isBeaten || (other.cost <= point.cost && other.loss < point.loss) ||
                           (other.cost < point.cost && other.loss <= point.loss);
            });
            const bool isThere = std::ranges::find(front, point) != front.end();
            undominated += isBeaten ? 0 : 1;
            QCOMPARE(isThere, !isBeaten);
        });
        QCOMPARE(front.size(), undominated);
    }
}

void TestMixedPrecision::budgetsEqualBruteForce()
{
    for (unsigned seed = 20; seed < 26; ++seed) {
        const auto problem = problemOf(randomLayers(6, {1, 2, 4, 6}, seed), kKinds[seed % 3]);
        const auto front = precisionFront(problem);
        for (int part = 0; part <= 10; ++part) {
            const std::int64_t limit =
                front.front().cost + (front.back().cost - front.front().cost) * part / 10;
            const double lossLimit = front[front.size() * static_cast<std::size_t>(part) / 11].loss;
            double least = std::numeric_limits<double>::infinity();
            std::int64_t cheapest = std::numeric_limits<std::int64_t>::max();
            forEveryAssignment(problem, [&](const FrontPoint& point) {
                least = point.cost <= limit ? std::min(least, point.loss) : least;
                cheapest = point.loss <= lossLimit ? std::min(cheapest, point.cost) : cheapest;
            });
            const auto byCost = withinCost(front, limit);
            QVERIFY(byCost);
            QVERIFY(byCost->cost <= limit);
            QCOMPARE(byCost->loss, least);
            const auto byLoss = withinLoss(front, lossLimit);
            QVERIFY(byLoss);
            QVERIFY(byLoss->loss <= lossLimit);
            QCOMPARE(byLoss->cost, cheapest);
        }
    }
}

/// 60 layers, six widths: no assignment lies below the convex hull, and at every one of 200 budgets
/// the front is within 1 % of the front of which nothing is thinned out.
void TestMixedPrecision::largeFrontsAreMonotoneAndNearTheBound()
{
    const auto problem = problemOf(randomLayers(60, {2, 3, 4, 5, 6, 8}, 40));
    const auto front = precisionFront(problem);
    const auto hull = convexFront(problem);
    const auto whole = precisionFront(problem, std::numeric_limits<std::size_t>::max());
    QVERIFY(front.size() > 500 && whole.size() > front.size());
    for (std::size_t i = 0; i < front.size(); ++i) {
        QCOMPARE(*problem.point(front[i].bits), front[i]);
        QVERIFY(i == 0 || (front[i].cost > front[i - 1].cost && front[i].loss < front[i - 1].loss));
    }
    QCOMPARE(front.front().cost, hull.front().cost);
    QCOMPARE(front.back().loss, hull.back().loss);
    for (int part = 0; part <= 200; ++part) {
        const std::int64_t limit =
            hull.front().cost + (hull.back().cost - hull.front().cost) * part / 200;
        const auto found = withinCost(front, limit);
        QVERIFY(found && found->cost <= limit);
        const auto next = std::ranges::upper_bound(hull, limit, {}, &FrontPoint::cost);
        const FrontPoint& former = *std::prev(next);
        const double bound = next == hull.end()
                                 ? former.loss
                                 : former.loss + (next->loss - former.loss) *
                                                     static_cast<double>(limit - former.cost) /
                                                     static_cast<double>(next->cost - former.cost);
        QVERIFY(found->loss >= bound * (1.0 - 1e-9));
        const double best = withinCost(whole, limit)->loss;
        QVERIFY2(found->loss <= 1.01 * best, qPrintable(QString::number(found->loss / best)));
    }
}

void TestMixedPrecision::hullIsConvex()
{
    const auto hull =
        convexFront(problemOf(randomLayers(30, {2, 4, 6, 8}, 50), CostKind::SizeBytes));
    for (std::size_t i = 2; i < hull.size(); ++i) {
        const auto slope = [&](std::size_t at) {
            return (hull[at - 1].loss - hull[at].loss) /
                   static_cast<double>(hull[at].cost - hull[at - 1].cost);
        };
        QVERIFY(slope(i) <= slope(i - 1) * (1.0 + 1e-6));
    }
}

/// However few points may be kept, budgets are met exactly and hull points stay optimal.
void TestMixedPrecision::thinnedFrontsStayCorrect()
{
    const auto problem = problemOf(randomLayers(6, {2, 3, 4, 8}, 60));
    for (const std::size_t most : {1UL, 2UL, 5UL, 50UL}) {
        const auto front = precisionFront(problem, most);
        for (const FrontPoint& point : front) {
            QCOMPARE(*problem.point(point.bits), point);
        }
        for (const FrontPoint& corner : convexFront(problem)) {
            const auto found = withinCost(front, corner.cost);
            QVERIFY(found && found->cost <= corner.cost);
            QVERIFY(found->loss <= corner.loss * (1.0 + 1e-12));
        }
    }
}

void TestMixedPrecision::averageBits()
{
    const auto layers = randomLayers(9, {2, 3, 4, 5, 8}, 70);
    const auto problem = problemOf(layers);
    std::int64_t weights = 0;
    for (const LayerOptions& layer : layers) {
        weights += layer.weights;
    }
    QCOMPARE(problem.point(Assignment(9, 4))->cost, problem.costOfAverage(4.0));
    for (const double average : {2.0, 2.5, 3.3, 4.0, 7.9}) {
        const auto found = withinCost(precisionFront(problem), problem.costOfAverage(average));
        QVERIFY(found);
        QVERIFY(static_cast<double>(found->cost) <= average * static_cast<double>(weights) + 1e-6);
    }
    const auto best = withinCost(precisionFront(problem), problem.costOfAverage(4.0));
    QVERIFY(best->loss < problem.point(Assignment(9, 4))->loss);
}

void TestMixedPrecision::pinsAndProfilesAreKept()
{
    auto layers = randomLayers(6, {2, 3, 4, 8}, 80);
    layers[1].pinnedBits = 8;
    layers[4].allowedBits = {4, 8, 16};
    for (const FrontPoint& point : precisionFront(problemOf(layers, CostKind::SizeBytes))) {
        QCOMPARE(point.bits[1], 8);
        QVERIFY(point.bits[4] == 4 || point.bits[4] == 8);
    }
    QVERIFY(!problemOf(layers).point({2, 4, 2, 2, 4, 2})); // breaks the pin
    layers[4].pinnedBits = 3;
    const auto none = PrecisionProblem::create(layers, CostKind::Bops);
    QVERIFY(!none);
    QVERIFY(none.error().code == ErrorCode::InvalidArgument);
    QCOMPARE(none.error().where, layers[4].name);
}

void TestMixedPrecision::impossibleBudgetsSayWhatIsPossible()
{
    const auto front = precisionFront(problemOf(randomLayers(4, {2, 4}, 90)));
    const auto cost = withinCost(front, front.front().cost - 1);
    QVERIFY(!cost);
    QVERIFY(cost.error().message.find(std::to_string(front.front().cost)) != std::string::npos);
    QVERIFY(withinCost(front, front.front().cost));
    QVERIFY(!withinLoss(front, front.back().loss * 0.5));
    QVERIFY(withinLoss(front, front.back().loss));
}

void TestMixedPrecision::refusesIllegalChoices_data()
{
    QTest::addColumn<double>("loss");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("sizeBytes");
    QTest::newRow("negative loss") << -1.0 << 8 << 1;
    QTest::newRow("loss is no number") << std::numeric_limits<double>::quiet_NaN() << 8 << 1;
    QTest::newRow("infinite loss") << std::numeric_limits<double>::infinity() << 8 << 1;
    QTest::newRow("bits twice") << 1.0 << 4 << 1;
    QTest::newRow("no bits") << 1.0 << 0 << 1;
    QTest::newRow("negative size") << 1.0 << 8 << -1;
}

void TestMixedPrecision::refusesIllegalChoices()
{
    QFETCH(double, loss);
    QFETCH(int, bits);
    QFETCH(int, sizeBytes);
    auto layers = randomLayers(2, {4}, 100);
    layers[1].choices.push_back({bits, sizeBytes, 1, loss});
    const auto problem = PrecisionProblem::create(layers, CostKind::SizeBytes);
    QVERIFY(!problem);
    QCOMPARE(problem.error().where, layers[1].name);
}

QTEST_APPLESS_MAIN(TestMixedPrecision)
#include "tst_mixed_precision.moc"
