// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/stratified_order.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace quantoscope::search;

namespace {

/// Distinct margins in an order of their own: picture i has the rank of (i * 7919) modulo count.
std::vector<float> scatteredMargins(std::size_t count)
{
    std::vector<float> margins(count);
    for (std::size_t i = 0; i < count; ++i) {
        margins[i] = static_cast<float>((i * 7919) % count) - 0.3F * static_cast<float>(count);
    }
    return margins;
}

/// Position of every picture in the order of margins, 0 for the lowest.
std::vector<std::size_t> ranks(const std::vector<float>& margins)
{
    std::vector<std::size_t> found(margins.size());
    for (std::size_t i = 0; i < margins.size(); ++i) {
        found[i] = static_cast<std::size_t>(
            std::ranges::count_if(margins, [&](float other) { return other < margins[i]; }));
    }
    return found;
}

} // namespace

class TestStratifiedOrder : public QObject
{
    Q_OBJECT

private slots:
    void shuffleIsTheSameEverywhere();
    void everyBatchTakesOneOfEveryStratum_data();
    void everyBatchTakesOneOfEveryStratum();
    void seedsDiffer();
    void equalAndMissingMargins();
    void firstBatchesVaryLess();
};

/// mt19937 is exactly specified (ISO C++ [rand.predef]); the expected order was made with a
/// Mersenne twister written in Python after Matsumoto and Nishimura 1998.
void TestStratifiedOrder::shuffleIsTheSameEverywhere()
{
    QCOMPARE(seededShuffle(8, 1), (std::vector<std::int32_t>{1, 2, 7, 0, 5, 4, 6, 3}));
    QCOMPARE(seededShuffle(1, 1), std::vector<std::int32_t>{0});
    QVERIFY(seededShuffle(0, 1).empty());
}

void TestStratifiedOrder::everyBatchTakesOneOfEveryStratum_data()
{
    QTest::addColumn<std::size_t>("count");
    QTest::addColumn<std::size_t>("batch");
    for (const std::size_t count : {0UL, 1UL, 7UL, 16UL, 17UL, 100UL, 384UL, 500UL, 503UL}) {
        for (const std::size_t batch : {1UL, 8UL, 16UL, 64UL, 600UL}) {
            QTest::addRow("%zu pictures by %zu", count, batch) << count << batch;
        }
    }
}

void TestStratifiedOrder::everyBatchTakesOneOfEveryStratum()
{
    QFETCH(std::size_t, count);
    QFETCH(std::size_t, batch);
    const std::vector<float> margins = scatteredMargins(count);
    const std::vector<std::size_t> rank = ranks(margins);
    const std::vector<std::int32_t> order = stratifiedOrder(margins, batch);
    QCOMPARE(order, stratifiedOrder(margins, batch));
    QCOMPARE(std::set(order.begin(), order.end()).size(), count);
    QCOMPARE(order.size(), count);
    const std::size_t strata = std::min(batch, count);
    for (std::size_t begin = 0; begin + strata <= count && count > 0; begin += strata) {
        for (std::size_t i = 0; i < strata; ++i) {
            const std::size_t place = rank[static_cast<std::size_t>(order[begin + i])];
            QVERIFY(place >= i * count / strata && place < (i + 1) * count / strata);
        }
    }
}

void TestStratifiedOrder::seedsDiffer()
{
    const std::vector<float> margins = scatteredMargins(100);
    QVERIFY(stratifiedOrder(margins, 16, 1) != stratifiedOrder(margins, 16, 2));
}

void TestStratifiedOrder::equalAndMissingMargins()
{
    std::vector<float> margins(50, 1.0F);
    margins[10] = std::numeric_limits<float>::quiet_NaN();
    margins[20] = -std::numeric_limits<float>::infinity();
    const auto order = stratifiedOrder(margins, 25);
    QCOMPARE(std::set(order.begin(), order.end()).size(), std::size_t{50});
    const auto hasEither = [&](std::size_t begin) {
        return std::any_of(order.begin() + static_cast<std::ptrdiff_t>(begin),
                           order.begin() + static_cast<std::ptrdiff_t>(begin) + 25,
                           [](std::int32_t picture) { return picture == 10 || picture == 20; });
    };
    QVERIFY(hasEither(0) && hasEither(25)); // both are the lowest stratum, one a batch
}

/// The mean margin of the first 16 of 500 pictures, over 200 seeds: its spread about the true mean
/// is at most a quarter of a plain random sample's (theory for even spacing: 1/16).
void TestStratifiedOrder::firstBatchesVaryLess()
{
    const std::vector<float> margins = scatteredMargins(500);
    double truth = 0.0;
    for (const float margin : margins) {
        truth += static_cast<double>(margin) / 500.0;
    }
    double stratified = 0.0;
    double random = 0.0;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const auto spread = [&](const std::vector<std::int32_t>& order) {
            double mean = 0.0;
            for (std::size_t i = 0; i < 16; ++i) {
                mean += static_cast<double>(margins[static_cast<std::size_t>(order[i])]) / 16.0;
            }
            return (mean - truth) * (mean - truth);
        };
        stratified += spread(stratifiedOrder(margins, 16, seed));
        random += spread(seededShuffle(margins.size(), seed));
    }
    QVERIFY2(std::sqrt(stratified / random) < 0.25,
             qPrintable(QString::number(stratified / random)));
}

QTEST_APPLESS_MAIN(TestStratifiedOrder)
#include "tst_stratified_order.moc"
