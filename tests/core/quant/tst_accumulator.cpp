// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/accumulator.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

using namespace quantoscope::quant;

namespace {

/// Extremes of the partial sums of one channel for the input that drives it up, products that raise
/// it first, added up one by one.
SumReach reachOf(const std::vector<std::int32_t>& codes, InputLevels input, std::int32_t bias)
{
    SumReach reach;
    for (const bool isUp : {true, false}) {
        std::int64_t sum = 0;
        std::vector<std::int64_t> terms{bias};
        for (const std::int32_t code : codes) {
            const bool takesHigh = (code > 0) == isUp;
            terms.push_back(std::int64_t{code} * (takesHigh ? input.high : input.low));
        }
        std::ranges::sort(terms);
        if (isUp) {
            std::ranges::reverse(terms);
        }
        for (const std::int64_t term : terms) {
            sum += term;
            reach.highest = std::max(reach.highest, sum);
            reach.lowest = std::min(reach.lowest, sum);
        }
    }
    return reach;
}

} // namespace

class TestAccumulator : public QObject
{
    Q_OBJECT

private slots:
    void boundIsReached_data();
    void boundIsReached();
    void bits_data();
    void bits();
    void figures();
    void layouts();
    void biases();
};

/// Colbert et al. 2023, section 3: no input sums up to more, and one sums up to just that.
void TestAccumulator::boundIsReached_data()
{
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::addColumn<int>("bias");
    QTest::newRow("uint8") << 0 << 255 << 0;
    QTest::newRow("zero point 117") << -117 << 138 << 0;
    QTest::newRow("bias above") << -128 << 127 << 5000;
    QTest::newRow("bias below") << -128 << 127 << -5000;
    QTest::newRow("4 bits") << -7 << 8 << 1;
}

/// 3 * 8, -5 * 8, 127 * 8, ...: sums by hand, and by the extreme input in int64.
void TestAccumulator::boundIsReached()
{
    QFETCH(int, low);
    QFETCH(int, high);
    QFETCH(int, bias);
    const std::vector<std::vector<std::int32_t>> codes{
        {3, -5, 127, 0}, {-127, -127, -1, -2}, {1, 2, 3, 4}, {0, 0, 0, 0}};
    const std::vector<std::int64_t> positive{130, 0, 10, 0};
    const std::vector<std::int64_t> negative{-5, -257, 0, 0};
    QuantParams grid;
    grid.scales = {0.1F, 0.003F, 7.5F, 1.0F};
    grid.zeroPoints.assign(4, 0);
    grid.axis = 0;
    std::vector<float> values;
    for (std::size_t c = 0; c < codes.size(); ++c) {
        for (const std::int32_t code : codes[c]) {
            values.push_back(static_cast<float>(code) * grid.scales[c]);
        }
    }
    const CodeSums sums = codeSums(values, grid, {1, 4, 4, 1});
    QCOMPARE(sums.positive, positive);
    QCOMPARE(sums.negative, negative);
    QCOMPARE(sums.scales, grid.scales);
    const std::array<std::int32_t, 1> biases{bias};
    const auto reach = sumReach(sums, {low, high}, biases);
    for (std::size_t c = 0; c < codes.size(); ++c) {
        QCOMPARE(reach[c].highest, positive[c] * high + negative[c] * low + std::max(bias, 0));
        QCOMPARE(reach[c], reachOf(codes[c], {low, high}, bias));
    }
}

void TestAccumulator::bits_data()
{
    QTest::addColumn<qint64>("lowest");
    QTest::addColumn<qint64>("highest");
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing") << qint64{0} << qint64{0} << 1;
    QTest::newRow("-1") << qint64{-1} << qint64{0} << 1;
    QTest::newRow("1") << qint64{0} << qint64{1} << 2;
    QTest::newRow("just 16") << qint64{-32768} << qint64{32767} << 16;
    QTest::newRow("above 16") << qint64{0} << qint64{32768} << 17;
    QTest::newRow("below 16") << qint64{-32769} << qint64{0} << 17;
    QTest::newRow("just 32") << qint64{-2147483648LL} << qint64{2147483647} << 32;
    QTest::newRow("above 32") << qint64{0} << qint64{2147483648LL} << 33;
}

void TestAccumulator::bits()
{
    QFETCH(qint64, lowest);
    QFETCH(qint64, highest);
    QFETCH(int, expected);
    QCOMPARE(signedBits({lowest, highest}), expected);
}

void TestAccumulator::figures()
{
    const std::vector<SumReach> reach{
        {-5, 5}, {-40000, 3}, {0, 32767}, {-1, std::int64_t{1} << 40}};
    QCOMPARE(accumulatorFigures(reach), (AccumulatorFigures{42, 4, 2, 1}));
    QCOMPARE(accumulatorFigures({}), AccumulatorFigures{});
}

/// Columns of a Gemm, and a transposed convolution with two groups, [4, 2, 1]: outputs 0 and 1 sum
/// up rows 0 and 1, outputs 2 and 3 the others.
void TestAccumulator::layouts()
{
    QuantParams grid;
    grid.scales = {1.0F};
    grid.zeroPoints = {0};
    const std::vector<float> values{1, -2, 3, -4, 5, -6, 7, -8};
    const CodeSums columns = codeSums(values, grid, {4, 2, 1, 1});
    QCOMPARE(columns.positive, (std::vector<std::int64_t>{16, 0}));
    QCOMPARE(columns.negative, (std::vector<std::int64_t>{0, -20}));
    const CodeSums groups = codeSums(values, grid, {4, 2, 1, 2});
    QCOMPARE(groups.positive, (std::vector<std::int64_t>{4, 0, 12, 0}));
    QCOMPARE(groups.negative, (std::vector<std::int64_t>{0, -6, 0, -14}));
}

void TestAccumulator::biases()
{
    QCOMPARE(biasCode(1.25F, 0.5F), 2); // ties to even
    QCOMPARE(biasCode(1.75F, 0.5F), 4);
    QCOMPARE(biasCode(-3.0F, 1e-20F), -1073741824);
    QCOMPARE(biasCode(3.0F, 0.0F), 0);
}

QTEST_GUILESS_MAIN(TestAccumulator)
#include "tst_accumulator.moc"
