// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/precision_search.h"
#include "tests/core/search/precision_problems.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace quantoscope;
using namespace quantoscope::search;
using tests::forEveryAssignment;
using tests::randomLayers;

namespace {

/// A network whose layers' noises do not add up quite as predicted: neighbours that are both coarse
/// amplify each other, and the whole is 1.6 times as noisy.
double trueLoss(const FrontPoint& point)
{
    double factor = 1.6;
    for (std::size_t i = 1; i < point.bits.size(); ++i) {
        factor *= point.bits[i] <= 3 && point.bits[i - 1] <= 3 ? 1.25 : 1.0;
    }
    return factor * point.loss;
}

double trueDrop(const FrontPoint& point)
{
    return 1.0 - std::exp(-20.0 * trueLoss(point));
}

PrecisionProblem problemOf(std::size_t layers, unsigned seed)
{
    return *PrecisionProblem::create(randomLayers(layers, {2, 3, 4, 6}, seed),
                                     CostKind::WeightBits);
}

/// Evaluates proposals a few at a time until `count` points are known.
bool evaluate(PrecisionSearch& search, std::size_t count)
{
    while (search.evaluated().size() < count) {
        const auto next =
            search.proposals(std::min<std::size_t>(4, count - search.evaluated().size()));
        if (next.empty()) {
            return false;
        }
        for (const FrontPoint& point : next) {
            if (!search.take(point.bits, trueLoss(point), trueDrop(point))) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

class TestPrecisionSearch : public QObject
{
    Q_OBJECT

private slots:
    void proposalsAreNewAndWithinTheBudget();
    void beatsThePredictedPointUnderABudget();
    void findsTheCheapestWithinADrop();
    void expectedDropVanishesWithTheLoss();
    void withoutGoalCoversTheFront();
    void measurementsCorrectThePrediction();
    void endsWhenEverythingIsKnown();
    void refusesStrangers();
};

void TestPrecisionSearch::proposalsAreNewAndWithinTheBudget()
{
    const auto problem = problemOf(20, 1);
    const std::int64_t budget = problem.costOfAverage(4.0);
    PrecisionSearch search(problem, {budget, {}});
    const auto first = search.proposals(30);
    QCOMPARE(first.size(), std::size_t{30});
    QCOMPARE(first.front(), *withinCost(search.front(), budget));
    std::set<Assignment> known;
    for (const FrontPoint& point : first) {
        QVERIFY(point.cost <= budget);
        QVERIFY(known.insert(point.bits).second);
        QVERIFY(search.take(point.bits, trueLoss(point), trueDrop(point)));
    }
    for (const FrontPoint& point : search.proposals(30)) {
        QVERIFY(point.cost <= budget);
        QVERIFY(known.insert(point.bits).second);
    }
}

/// Where the additive model errs, evaluating its proposals finds better than its first choice, and
/// comes within 10 % of the best of all 16384 assignments after 40 of them.
void TestPrecisionSearch::beatsThePredictedPointUnderABudget()
{
    int better = 0;
    for (unsigned seed = 0; seed < 10; ++seed) {
        const auto problem = problemOf(7, seed);
        const std::int64_t budget = problem.costOfAverage(3.5);
        double least = std::numeric_limits<double>::infinity();
        forEveryAssignment(problem, [&](const FrontPoint& point) {
            least = point.cost <= budget ? std::min(least, trueLoss(point)) : least;
        });
        PrecisionSearch search(problem, {budget, {}});
        const double predicted = trueLoss(search.proposals(1).front());
        QVERIFY(evaluate(search, 40));
        QVERIFY(search.best() && search.best()->predicted.cost <= budget);
        QVERIFY(search.best()->loss <= predicted);
        QVERIFY2(search.best()->loss <= 1.1 * least,
                 qPrintable(QString::number(search.best()->loss / least)));
        better += search.best()->loss < 0.999 * predicted ? 1 : 0;
    }
    QVERIFY2(better >= 3, qPrintable(QString::number(better)));
}

void TestPrecisionSearch::findsTheCheapestWithinADrop()
{
    for (unsigned seed = 30; seed < 36; ++seed) {
        const auto problem = problemOf(7, seed);
        constexpr double kDrop = 0.05;
        std::int64_t cheapest = std::numeric_limits<std::int64_t>::max();
        std::int64_t dearest = 0;
        forEveryAssignment(problem, [&](const FrontPoint& point) {
            cheapest = trueDrop(point) <= kDrop ? std::min(cheapest, point.cost) : cheapest;
            dearest = std::max(dearest, point.cost);
        });
        if (cheapest > dearest) {
            continue; // no assignment of this network meets it
        }
        PrecisionSearch search(problem, {{}, kDrop});
        evaluate(search, 40); // may end sooner, when nothing else is expected to meet the goal
        const auto best = search.best();
        QVERIFY(best);
        QVERIFY(best->drop <= kDrop);
        QVERIFY2(
            static_cast<double>(best->predicted.cost) <= 1.03 * static_cast<double>(cheapest),
            qPrintable(QString::number(best->predicted.cost) + u' ' + QString::number(cheapest)));
    }
}

/// Between the least loss evaluated and no loss the expected drop goes down to none.
void TestPrecisionSearch::expectedDropVanishesWithTheLoss()
{
    PrecisionSearch search(problemOf(20, 3), {});
    QVERIFY(!search.expectedDrop(1.0));
    const FrontPoint middle = search.front()[search.front().size() / 2];
    QVERIFY(search.take(middle.bits, middle.loss, 0.04));
    QCOMPARE(*search.expectedDrop(middle.loss), 0.04);
    QCOMPARE(*search.expectedDrop(middle.loss * 10.0), 0.04);
    QCOMPARE(*search.expectedDrop(middle.loss / 4.0), 0.01);
    QCOMPARE(*search.expectedDrop(0.0), 0.0);
}

void TestPrecisionSearch::withoutGoalCoversTheFront()
{
    PrecisionSearch search(problemOf(20, 3), {});
    const auto points = search.proposals(9);
    QCOMPARE(points.size(), std::size_t{9});
    QCOMPARE(points[0], search.front().front());
    QCOMPARE(points[1], search.front().back());
    std::vector<double> heights;
    for (const FrontPoint& point : points) {
        heights.push_back(std::log(point.loss));
    }
    std::ranges::sort(heights);
    const double whole = heights.back() - heights.front();
    for (std::size_t i = 1; i < heights.size(); ++i) {
        QVERIFY(heights[i] - heights[i - 1] < 0.3 * whole); // halved thrice, give or take
    }
    QVERIFY(evaluate(search, 12));
    const auto measured = search.measuredFront();
    QVERIFY(measured.size() >= 9);
    for (std::size_t i = 1; i < measured.size(); ++i) {
        QVERIFY(measured[i].predicted.cost > measured[i - 1].predicted.cost);
        QVERIFY(measured[i].loss < measured[i - 1].loss);
    }
    QVERIFY(!search.best());
}

/// The mean error of predicted losses, in the logarithm, over the whole front.
void TestPrecisionSearch::measurementsCorrectThePrediction()
{
    PrecisionSearch search(problemOf(20, 4), {});
    const auto error = [&] {
        double sum = 0.0;
        for (const FrontPoint& point : search.front()) {
            sum += std::abs(std::log(search.correctedLoss(point.loss) / trueLoss(point)));
        }
        return sum / static_cast<double>(search.front().size());
    };
    QVERIFY(!search.expectedDrop(0.1));
    const double before = error();
    QVERIFY(evaluate(search, 4));
    const double some = error();
    QVERIFY(evaluate(search, 24));
    QVERIFY2(some < 0.7 * before, qPrintable(QString::number(some / before)));
    QVERIFY2(error() < 0.4 * before, qPrintable(QString::number(error() / before)));
    const auto& front = search.front();
    for (std::size_t i = 1; i < front.size(); ++i) {
        QVERIFY(search.correctedLoss(front[i].loss) <= search.correctedLoss(front[i - 1].loss));
        QVERIFY(*search.expectedDrop(front[i].loss) <= *search.expectedDrop(front[i - 1].loss));
    }
}

void TestPrecisionSearch::endsWhenEverythingIsKnown()
{
    for (const PrecisionGoal& goal : {PrecisionGoal{}, PrecisionGoal{{}, 0.5}}) {
        PrecisionSearch search(
            *PrecisionProblem::create(randomLayers(2, {4, 8}, 5), CostKind::Bops), goal);
        QVERIFY(!evaluate(search, 100));
        QVERIFY(search.evaluated().size() <= 4);
        QVERIFY(search.evaluated().size() >= search.front().size());
    }
    const auto problem = problemOf(3, 6);
    PrecisionSearch impossible(problem, {std::int64_t{1}, {}});
    QVERIFY(impossible.proposals(5).empty());
}

void TestPrecisionSearch::refusesStrangers()
{
    PrecisionSearch search(problemOf(3, 7), {});
    QVERIFY(!search.take({2, 2}, 1.0, 0.0));
    QVERIFY(!search.take({2, 2, 5}, 1.0, 0.0));
    QVERIFY(!search.take({2, 2, 2}, -1.0, 0.0));
    QVERIFY(!search.take({2, 2, 2}, 1.0, std::numeric_limits<double>::quiet_NaN()));
    QVERIFY(search.take({2, 2, 2}, 0.0, 0.0));
    QCOMPARE(search.evaluated().size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestPrecisionSearch)
#include "tst_precision_search.moc"
