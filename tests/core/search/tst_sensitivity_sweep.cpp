// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/noise.h"
#include "core/search/margins.h"
#include "core/search/sensitivity_json.h"
#include "core/search/sensitivity_sweep.h"
#include "core/search/stratified_order.h"
#include "tests/core/search/sample_run.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <set>

using namespace quantoscope;
using namespace quantoscope::search;

namespace {

/// Effects of every trial on every picture: [trial][picture].
using Effects = std::vector<std::vector<PictureEffect>>;

SensitivityPlan planFor(std::size_t layers, std::int64_t pictures)
{
    SensitivityPlan plan;
    for (std::size_t i = 0; i < layers; ++i) {
        plan.layers.push_back("layer" + std::to_string(i));
    }
    plan.costs.assign(layers, 0.25);
    plan.bits = {8, 4};
    plan.pictures = pictures;
    return plan;
}

/// Layers whose noise spreads over some 30 dB (8 bits: 24 dB less), pictures that differ threefold.
Effects randomEffects(std::size_t layers, std::size_t pictures, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    std::vector<double> difficulty(pictures);
    std::ranges::generate(difficulty, [&] { return 0.5 * normal(generator); });
    Effects effects(2 * layers);
    std::vector<double> level(layers);
    std::ranges::generate(level, [&] { return 1.7 * normal(generator); });
    for (std::size_t trial = 0; trial < effects.size(); ++trial) {
        for (std::size_t i = 0; i < pictures; ++i) {
            const double noise = std::exp(level[trial % layers] - (trial < layers ? 0.0 : 5.5) +
                                          difficulty[i] + 0.5 * normal(generator));
            effects[trial].push_back({100.0, noise, noise / 50.0, noise > 20.0 ? -1 : 0});
        }
    }
    return effects;
}

TrialSums sumsOf(const SensitivitySweep& sweep, const SensitivityTask& task, const Effects& effects)
{
    TrialSums sums;
    const auto first = static_cast<std::size_t>(sweep.firstPicture(task));
    for (std::size_t i = 0; i < static_cast<std::size_t>(sweep.pictureCount(task)); ++i) {
        sums.add(effects[task.trial][first + i]);
    }
    return sums;
}

/// Runs up to `limit` batches of a sweep; false when one was refused.
bool run(SensitivitySweep& sweep, const Effects& effects,
         std::int64_t limit = std::numeric_limits<std::int64_t>::max())
{
    for (std::int64_t i = 0; i < limit; ++i) {
        const auto task = sweep.next();
        if (!task) {
            break;
        }
        if (!sweep.take(*task, sumsOf(sweep, *task, effects))) {
            return false;
        }
    }
    return true;
}

std::set<std::size_t> topOf(const SensitivitySweep& sweep)
{
    const auto order = sweep.ranking();
    const std::size_t count = std::min(sweep.state().plan.topCount, order.size());
    return {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count)};
}

PictureEffect effectOf(std::span<const float> before, std::span<const float> after)
{
    quant::NoiseSums sums;
    sums.add(before, after);
    return {sums.signal, sums.noise, 0.0, 0};
}

} // namespace

/// The racing of Maron and Moore 1997.
class TestSensitivitySweep : public QObject
{
    Q_OBJECT

private slots:
    void exactSumsEveryPicture();
    void coarseMapComesFirst();
    void racingKeepsToItsBudget();
    void racingFindsTheSampleNetworksTop();
    void leaveOneOutRanksTheOtherWay();
    void tiesEndExact();
    void goesOnFromJson();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void refusesBrokenStates_data();
    void refusesBrokenStates();
    void overflowStaysANumber();
};

void TestSensitivitySweep::exactSumsEveryPicture()
{
    const Effects effects = randomEffects(7, 50, 1);
    auto sweep = SensitivitySweep::create(planFor(7, 50));
    QVERIFY(sweep);
    QVERIFY(run(*sweep, effects));
    QVERIFY(std::abs(sweep->passesDone() - sweep->passesOfExact()) < 1e-9);
    QCOMPARE(sweep->passesOfExact(), 2 * 7 * 0.25);
    for (std::size_t trial = 0; trial < effects.size(); ++trial) {
        double noise = 0.0;
        double kl = 0.0;
        int top1 = 0;
        for (const PictureEffect& effect : effects[trial]) {
            noise += effect.noise;
            kl += effect.kl;
            top1 += effect.top1;
        }
        const TrialSums& sums = sweep->state().trials[trial].sums;
        QCOMPARE(sums.images, std::int64_t{50});
        QVERIFY(std::abs(sums.logitSqnrDb() - 10.0 * std::log10(5000.0 / noise)) < 1e-9);
        QVERIFY(std::abs(sums.meanKl() - kl / 50.0) < 1e-12);
        QCOMPARE(sums.top1Difference(), top1 / 50.0);
    }
}

/// One batch of each trial at 4 bits, cheap layers first; then at 8 bits; only then more.
void TestSensitivitySweep::coarseMapComesFirst()
{
    SensitivityPlan plan = planFor(3, 40);
    plan.costs = {0.9, 0.2, 0.5};
    const Effects effects = randomEffects(3, 40, 2);
    auto sweep = SensitivitySweep::create(plan);
    QVERIFY(sweep);
    for (const std::size_t trial : {1UL, 2UL, 0UL, 4UL, 5UL, 3UL}) {
        QCOMPARE(*sweep->next(), (SensitivityTask{trial, 0}));
        QVERIFY(run(*sweep, effects, 1));
    }
    QCOMPARE(sweep->next()->trial, sweep->ranking().front());
    QCOMPARE(sweep->next()->firstBatch, std::int64_t{1});
}

/// 50 layers, two widths, 100 pictures at a quarter of a pass each: at most 8 passes in place of
/// 25, with the exact sweep's ten most sensitive layers, on 30 random networks.
void TestSensitivitySweep::racingKeepsToItsBudget()
{
    double passes = 0.0;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Effects effects = randomEffects(50, 100, seed);
        SensitivityPlan plan = planFor(50, 100);
        auto exact = SensitivitySweep::create(plan);
        plan.effort = SensitivityEffort::Racing;
        auto racing = SensitivitySweep::create(plan);
        QVERIFY(exact && racing);
        QVERIFY(run(*exact, effects) && run(*racing, effects));
        QCOMPARE(topOf(*racing), topOf(*exact));
        QVERIFY2(racing->passesDone() <= 8.0, qPrintable(QString::number(racing->passesDone())));
        passes += racing->passesDone() / 30.0;
    }
    qInfo("racing takes %.2f passes in the mean, exact 25", passes);
}

/// Real figures: the sample network's layers alone at 4 and 8 bits on 100 pictures.
void TestSensitivitySweep::racingFindsTheSampleNetworksTop()
{
    constexpr std::size_t kPictures = 100;
    tests::SampleRun sample(kPictures);
    SensitivityPlan plan = planFor(0, kPictures);
    plan.layers = sample.weightLayers();
    plan.costs = sample.remainingShares();
    const Tensor floats = sample.scores({});
    const auto order =
        stratifiedOrder(margins(floats, sample.labels()), static_cast<std::size_t>(plan.batch));
    const auto classes = static_cast<std::size_t>(floats.shape[1]);
    Effects effects;
    for (const int bits : {4, 8}) {
        for (std::size_t layer = 0; layer < plan.layers.size(); ++layer) {
            const Tensor scores = sample.scores(sample.onlyLayer(layer, bits));
            auto& trial = effects.emplace_back();
            for (const std::int32_t picture : order) {
                const std::size_t begin = static_cast<std::size_t>(picture) * classes;
                trial.push_back(effectOf(std::span(floats.values).subspan(begin, classes),
                                         std::span(scores.values).subspan(begin, classes)));
            }
        }
    }
    auto exact = SensitivitySweep::create(plan);
    plan.effort = SensitivityEffort::Racing;
    auto racing = SensitivitySweep::create(plan);
    QVERIFY(exact && racing);
    QVERIFY(run(*exact, effects) && run(*racing, effects));
    qInfo("racing takes %.2f passes, exact %.2f", racing->passesDone(), exact->passesDone());
    QCOMPARE(topOf(*racing), topOf(*exact));
    QVERIFY(racing->passesDone() < 0.6 * exact->passesDone());
    const double most = exact->state().trials[exact->ranking().front()].sums.logitSqnrDb();
    const double least = exact->state().trials[exact->ranking().back()].sums.logitSqnrDb();
    QVERIFY(most + 10.0 < least); // the sample's layers differ by 10 dB and more
}

void TestSensitivitySweep::leaveOneOutRanksTheOtherWay()
{
    const Effects effects = randomEffects(12, 32, 3);
    SensitivityPlan plan = planFor(12, 32);
    auto alone = SensitivitySweep::create(plan);
    plan.mode = SensitivityMode::LeaveOneOut;
    auto left = SensitivitySweep::create(plan);
    QVERIFY(alone && left);
    QVERIFY(run(*alone, effects) && run(*left, effects));
    auto reversed = left->ranking();
    std::ranges::reverse(reversed);
    QCOMPARE(alone->ranking(), reversed);
}

/// Layers that cannot be told apart get all pictures rather than a guess.
void TestSensitivitySweep::tiesEndExact()
{
    Effects effects = randomEffects(6, 64, 4);
    for (std::size_t trial = 0; trial < 6; ++trial) {
        effects[trial] = effects[0];
    }
    SensitivityPlan plan = planFor(6, 64);
    plan.effort = SensitivityEffort::Racing;
    plan.topCount = 3;
    auto sweep = SensitivitySweep::create(plan);
    QVERIFY(sweep);
    QVERIFY(run(*sweep, effects));
    for (std::size_t trial = 0; trial < 6; ++trial) {
        QCOMPARE(sweep->state().trials[trial].sums.images, std::int64_t{64});
        QCOMPARE(sweep->state().trials[6 + trial].sums.images, std::int64_t{16});
    }
}

void TestSensitivitySweep::goesOnFromJson()
{
    const Effects effects = randomEffects(20, 70, 5);
    SensitivityPlan plan = planFor(20, 70);
    plan.effort = SensitivityEffort::Racing;
    plan.rank = SensitivityRank::Kl;
    plan.target = SensitivityTarget::Both;
    plan.topCount = 5;
    auto whole = SensitivitySweep::create(plan);
    auto stopped = SensitivitySweep::create(plan);
    QVERIFY(whole && stopped);
    QVERIFY(run(*whole, effects));
    QVERIFY(run(*stopped, effects, 45));
    const std::string text = toJson(stopped->state()).dump();
    const auto read = sensitivityFromJson(nlohmann::ordered_json::parse(text));
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    QCOMPARE(*read, stopped->state());
    auto resumed = SensitivitySweep::restore(*read);
    QVERIFY(resumed);
    QVERIFY(run(*resumed, effects));
    QCOMPARE(resumed->state(), whole->state());
}

void TestSensitivitySweep::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<int>("what");
    for (int what = 0; what < 7; ++what) {
        QTest::addRow("%d", what) << what;
    }
}

void TestSensitivitySweep::refusesWhatDoesNotFit()
{
    QFETCH(int, what);
    SensitivityPlan plan = planFor(3, 20);
    switch (what) {
    case 0:
        plan.layers[1] = plan.layers[0];
        break;
    case 1:
        plan.costs.pop_back();
        break;
    case 2:
        plan.costs[2] = 0.0;
        break;
    case 3:
        plan.bits = {8, 8};
        break;
    case 4:
        plan.bits = {0};
        break;
    case 5:
        plan.pictures = 0;
        break;
    default:
        plan.layers.clear();
        plan.costs.clear();
        break;
    }
    const auto sweep = SensitivitySweep::create(plan);
    QVERIFY(!sweep);
    QVERIFY(sweep.error().code == ErrorCode::InvalidArgument);
    auto fine = SensitivitySweep::create(planFor(3, 20));
    QVERIFY(!fine->take({0, 1}, {}));
    QVERIFY(!fine->take({9, 0}, {}));
    TrialSums three;
    three.images = 3;
    QVERIFY(!fine->take({0, 0}, three));
}

void TestSensitivitySweep::refusesBrokenStates_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::newRow("missing") << "/plan" << "";
    QTest::newRow("word") << "/mode" << "\"apart\"";
    QTest::newRow("kind") << "/layers" << "7";
    QTest::newRow("batch") << "/batch" << "\"many\"";
    QTest::newRow("short trial") << "/trials/0" << "[1, 2]";
    QTest::newRow("fraction") << "/trials/0/0" << "0.5";
    QTest::newRow("layer") << "/trials/0/0" << "2";
    QTest::newRow("images") << "/trials/0/3" << "17";
    QTest::newRow("negative energy") << "/trials/0/5" << "-1.0";
    QTest::newRow("too few effects") << "/trials/0/8" << "[1.0]";
    QTest::newRow("effects that are none") << "/trials/0/9" << "[true]";
    QTest::newRow("no trials") << "/trials" << "[]";
    QTest::newRow("bits") << "/bits" << "[8, 4, 99]";
}

void TestSensitivitySweep::refusesBrokenStates()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    auto sweep = SensitivitySweep::create(planFor(3, 20));
    QVERIFY(sweep);
    QVERIFY(run(*sweep, randomEffects(3, 20, 6), 4));
    auto json = toJson(sweep->state());
    if (value.isEmpty()) {
        json.erase("layers");
    } else {
        json[nlohmann::ordered_json::json_pointer(pointer.toStdString())] =
            nlohmann::ordered_json::parse(value.toStdString());
    }
    const auto read = sensitivityFromJson(json);
    if (read) {
        const auto restored = SensitivitySweep::restore(*read);
        QVERIFY(!restored);
        QVERIFY(restored.error().code == ErrorCode::InvalidData);
    } else {
        QVERIFY(read.error().code == ErrorCode::InvalidData);
        QVERIFY(!read.error().message.empty());
    }
}

void TestSensitivitySweep::overflowStaysANumber()
{
    TrialSums sums;
    sums.add({1.0, std::numeric_limits<double>::quiet_NaN(),
              std::numeric_limits<double>::infinity(), -1});
    QVERIFY(std::isfinite(sums.noise) && std::isfinite(sums.kls.front()));
    QVERIFY(sums.logitSqnrDb() < -100.0);
}

QTEST_GUILESS_MAIN(TestSensitivitySweep)
#include "tst_sensitivity_sweep.moc"
