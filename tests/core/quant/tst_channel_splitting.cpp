// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/channel_splitting.h"
#include "core/quant/corrected_weights.h"
#include "core/quant/slices.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <random>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

Tensor randomTensor(const Shape& shape, unsigned seed)
{
    std::mt19937 generator(seed);
    std::student_t_distribution<float> heavyTailed(3.0F);
    Tensor tensor{shape, std::vector<float>(static_cast<std::size_t>(elementCount(shape)))};
    std::ranges::generate(tensor.values, [&] { return heavyTailed(generator); });
    return tensor;
}

WeightScheme splitScheme(int bits, Granularity granularity, double share, bool symmetric = true)
{
    WeightScheme scheme{Precision::integer(bits), symmetric, granularity};
    scheme.split = share;
    return scheme;
}

using Channels = std::vector<std::int32_t>;

} // namespace

/// Zhao et al. 2019, "Improving Neural Network Quantization without Retraining using Outlier
/// Channel Splitting".
class TestChannelSplitting : public QObject
{
    Q_OBJECT

private slots:
    void countIsRoundedUp();
    void textsComeBack();
    void legality();
    void halvesAddUpToTheCode();
    void largestWeightIsSplit();
    void halvesOfHalvesAreSplit();
    void scalesOfChannelsSplitWhatGainsMost();
    void zerosStayWhole();
    void halvesAddUpToTheWeight();
    void copiesAreOnTheGridAndAddUp_data();
    void copiesAreOnTheGridAndAddUp();
    void outliersCostLess();
    void clippedRangesHold();
    void isNotCorrected();
};

/// ceil(r * C); 0.1 * 30 is 3 although it is a little more in doubles.
void TestChannelSplitting::countIsRoundedUp()
{
    QCOMPARE(addedChannels(16, 0.05), 1);
    QCOMPARE(addedChannels(96, 0.05), 5);
    QCOMPARE(addedChannels(30, 0.1), 3);
    QCOMPARE(addedChannels(100, 0.0), 0);
}

void TestChannelSplitting::textsComeBack()
{
    for (const char* text : {"none", "0.05", "1"}) {
        const auto share = parseSplit(text);
        QVERIFY2(share, text);
        QCOMPARE(splitText(*share), std::string(text));
    }
    for (const char* text : {"", "0", "-0.1", "1.5", "nan", "5%", "half"}) {
        QVERIFY2(!parseSplit(text), text);
    }
}

void TestChannelSplitting::legality()
{
    QVERIFY(validate(splitScheme(4, Granularity::PerTensor, 0.05)));
    QVERIFY(validate(splitScheme(2, Granularity::PerChannel, 1.0, false)));
    QVERIFY(!validate(splitScheme(1, Granularity::PerTensor, 0.05)));
    QVERIFY(!validate(splitScheme(16, Granularity::PerTensor, 0.05)));
    QVERIFY(!validate(splitScheme(4, Granularity::MxBlocks, 0.05)));
    QVERIFY(!validate(splitScheme(4, Granularity::PerTensor, -0.05)));
    QVERIFY(!validate(splitScheme(4, Granularity::PerTensor, 1.05)));
    WeightScheme scheme = splitScheme(4, Granularity::PerTensor, 0.05);
    scheme.pruning = nOfMPruning(2, 4);
    QVERIFY(validate(scheme).error().message.find("not both") != std::string::npos);
    scheme = splitScheme(4, Granularity::PerTensor, 0.05);
    scheme.scale = ScaleKind::PowerOfTwo;
    QVERIFY(!validate(scheme));
    scheme.scale = ScaleKind::Real;
    QCOMPARE(withPrecision(scheme, Precision::integer(8)).split, 0.05);
    QCOMPARE(withPrecision(scheme, Precision::float8E4M3()).split, 0.0);
}

/// Zhao et al. 2019, section 3.3: Q((w - step / 2) / 2) + Q((w + step / 2) / 2) = Q(w), with ties
/// upwards, as the identity (Hermite's) has it.
void TestChannelSplitting::halvesAddUpToTheCode()
{
    const auto rounded = [](double w) { return static_cast<std::int32_t>(std::floor(w + 0.5)); };
    for (int i = -4000; i <= 4000; ++i) {
        const double w = i / 64.0; // in steps
        const SplitCode parts = splitCode(rounded(w));
        QCOMPARE(parts.kept + parts.added, rounded(w));
        QCOMPARE(parts.kept, rounded((w - 0.5) / 2));
        QCOMPARE(parts.added, rounded((w + 0.5) / 2));
    }
}

/// By hand: filters in rows. The channel of 8 goes to 4 and 4, below 5; then that of 5.
void TestChannelSplitting::largestWeightIsSplit()
{
    const Tensor w{{2, 4},
                   {1, -8, 2, 3, //
                    5, 1, 2, 0}};
    const auto chosen = [&](double share) {
        return chooseSplits(w, splitScheme(4, Granularity::PerTensor, share), 0).parents;
    };
    QCOMPARE(chosen(0.25), Channels({1}));
    QCOMPARE(chosen(0.5), Channels({1, 0}));
    // Of MatMul weights [inputs, outputs] the rows are the channels.
    const Tensor transposed{{4, 2}, {1, 5, -8, 1, 2, 2, 3, 0}};
    QCOMPARE(chooseSplits(transposed, splitScheme(4, Granularity::PerTensor, 0.5), 1).parents,
             Channels({1, 0}));
}

/// 16 goes to 8 and 8, then both to 4: the copy is split before the channel of 3.
void TestChannelSplitting::halvesOfHalvesAreSplit()
{
    const Tensor w{{1, 3}, {16, 3, 1}};
    const ChannelSplits splits = chooseSplits(w, splitScheme(4, Granularity::PerTensor, 1.0), 0);
    QCOMPARE(splits.parents, Channels({0, 0, 3}));
    QCOMPARE(splits.originals(3), Channels({0, 0, 0}));
    QCOMPARE(splits.halvings(3), std::vector<int>({2, 0, 0}));
    QCOMPARE(halvedWeights(w, splits, 0).values, std::vector<float>({4, 3, 1, 4, 4, 4}));
    const ChannelSplits once{{0, 0}};
    QCOMPARE(once.halvings(3), std::vector<int>({1, 0, 0})); // halves and quarters
}

/// Filters of ranges 8, 6 and 6: splitting the first channel takes 64 - 16 off the squares,
/// splitting the second 2 * (36 - 9).
void TestChannelSplitting::scalesOfChannelsSplitWhatGainsMost()
{
    const Tensor w{{3, 3},
                   {8, 1, 0, //
                    0, 6, 1, //
                    1, -6, 0}};
    QCOMPARE(chooseSplits(w, splitScheme(4, Granularity::PerChannel, 0.3), 0).parents,
             Channels({1}));
    QCOMPARE(chooseSplits(w, splitScheme(4, Granularity::PerTensor, 0.3), 0).parents,
             Channels({0}));
}

void TestChannelSplitting::zerosStayWhole()
{
    const Tensor w{{1, 3}, {0, 0, 0}};
    QVERIFY(chooseSplits(w, splitScheme(4, Granularity::PerTensor, 1.0), 0).isEmpty());
    QVERIFY(quantizeWeights(w, splitScheme(4, Granularity::PerTensor, 1.0), 0));
}

/// Without quantization the copies' weights add up to the channel's, exactly: halving is exact.
void TestChannelSplitting::halvesAddUpToTheWeight()
{
    const Tensor w = randomTensor({8, 10, 3, 3}, 5);
    const ChannelSplits splits = chooseSplits(w, splitScheme(4, Granularity::PerTensor, 0.5), 0);
    const Tensor halves = halvedWeights(w, splits, 0);
    QVERIFY((halves.shape == Shape{8, 15, 3, 3}));
    const Channels originals = splits.originals(10);
    std::vector<float> sums(w.values.size(), 0.0F);
    for (std::size_t i = 0; i < halves.values.size(); ++i) {
        const std::size_t copy = i / 9 % 15;
        const std::size_t channel =
            copy < 10 ? copy : static_cast<std::size_t>(originals[copy - 10]);
        sums[(i / 135 * 10 + channel) * 9 + i % 9] += halves.values[i];
    }
    QCOMPARE(sums, w.values);
}

void TestChannelSplitting::copiesAreOnTheGridAndAddUp_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("symmetric");
    QTest::addColumn<bool>("perTensor");
    QTest::addColumn<int>("channelAxis");
    for (const int bits : {2, 4, 8}) {
        for (const bool symmetric : {true, false}) {
            for (const bool perTensor : {true, false}) {
                for (const int axis : {0, 1}) {
                    QTest::addRow("%d bits, %s, %s, axis %d", bits, symmetric ? "symmetric" : "not",
                                  perTensor ? "tensor" : "channel", axis)
                        << bits << symmetric << perTensor << axis;
                }
            }
        }
    }
}

void TestChannelSplitting::copiesAreOnTheGridAndAddUp()
{
    QFETCH(const int, bits);
    QFETCH(const bool, symmetric);
    QFETCH(const bool, perTensor);
    QFETCH(const int, channelAxis);
    const Tensor w = randomTensor({12, 20}, 7);
    const WeightScheme scheme = splitScheme(
        bits, perTensor ? Granularity::PerTensor : Granularity::PerChannel, 0.3, symmetric);
    const auto quantized = quantizeWeights(w, scheme, channelAxis);
    QVERIFY(quantized);
    const std::size_t inputs = channelAxis == 0 ? 20 : 12;
    const std::size_t added = quantized->splits.parents.size();
    QCOMPARE(added,
             static_cast<std::size_t>(addedChannels(static_cast<std::int64_t>(inputs), 0.3)));
    const QuantizedWeights copies = withAddedChannels(*quantized, channelAxis);
    QVERIFY(slicesOf(copies.values.shape, copies.codes.size(), copies.params));
    for (const std::int32_t code : copies.codes) {
        QVERIFY(code >= copies.params.qmin && code <= copies.params.qmax);
    }
    const Channels originals = quantized->splits.originals(static_cast<std::int64_t>(inputs));
    std::vector<std::int32_t> sums(w.values.size(), 0);
    const std::size_t width = channelAxis == 0 ? inputs + added : 20;
    const auto zeroAt = [&](std::size_t row, std::size_t column) {
        const auto& zeros = copies.params.zeroPoints;
        return zeros[perTensor ? 0 : channelAxis == 0 ? row : column];
    };
    for (std::size_t i = 0; i < copies.codes.size(); ++i) {
        std::size_t row = i / width;
        std::size_t column = i % width;
        std::size_t& channel = channelAxis == 0 ? column : row;
        if (channel >= inputs) {
            channel = static_cast<std::size_t>(originals[channel - inputs]);
        }
        sums[row * 20 + column] += copies.codes[i] - zeroAt(row, column);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::int32_t zero = zeroAt(i / 20, i % 20);
        QCOMPARE(sums[i] + zero, quantized->codes[i]);
        const float scale = copies.params.scales[perTensor          ? 0
                                                 : channelAxis == 0 ? i / 20
                                                                    : i % 20];
        QCOMPARE(quantized->values.values[i], static_cast<float>(sums[i]) * scale);
        // Nothing is clipped: no weight is more than half a step away (a whole one where a zero
        // point was rounded).
        QVERIFY(std::abs(quantized->values.values[i] - w.values[i]) <=
                (symmetric ? 0.5001F : 1.0F) * scale);
    }
    std::vector<float> into(w.values.size());
    const auto grid = quantizeWeightsInto(w, scheme, channelAxis, {}, into);
    QVERIFY(grid);
    QCOMPARE(into, quantized->values.values);
    QVERIFY(grid->qmax >= *std::ranges::max_element(quantized->codes));
}

/// One weight ten times the others: without splitting, at 4 bits, all of the others are lost.
void TestChannelSplitting::outliersCostLess()
{
    Tensor w = randomTensor({6, 40}, 11);
    for (float& value : w.values) {
        value = std::clamp(value, -1.0F, 1.0F);
    }
    w.values[13] = 16.0F;
    const auto errorOf = [&](double share) {
        const auto quantized = quantizeWeights(w, splitScheme(4, Granularity::PerTensor, share), 0);
        double error = 0.0;
        for (std::size_t i = 0; i < w.values.size(); ++i) {
            error += std::pow(double{quantized->values.values[i]} - double{w.values[i]}, 2);
        }
        return error;
    };
    QVERIFY(errorOf(0.1) < errorOf(0.0) / 4);
}

/// Splitting and clipping go together, as in the paper's table 3: what is clipped stays so.
void TestChannelSplitting::clippedRangesHold()
{
    const Tensor w = randomTensor({10, 50}, 13);
    for (const WeightRange range : {WeightRange::Mse, WeightRange::Percentile}) {
        WeightScheme scheme = splitScheme(4, Granularity::PerTensor, 0.1);
        scheme.range = range;
        scheme.percentile = 99.0;
        const auto quantized = quantizeWeights(w, scheme, 0);
        QVERIFY(quantized);
        const QuantizedWeights copies = withAddedChannels(*quantized, 0);
        QVERIFY(*std::ranges::max_element(copies.codes) == copies.params.qmax);
        QVERIFY(*std::ranges::min_element(copies.codes) >= copies.params.qmin);
    }
}

void TestChannelSplitting::isNotCorrected()
{
    Configuration configuration;
    auto corrected = std::make_shared<CorrectedWeights>();
    for (const double share : {0.0, 0.05}) {
        const WeightScheme scheme = splitScheme(4, Granularity::PerTensor, share);
        QCOMPARE(scheme.canBeCorrected(), share == 0.0);
        corrected->scheme = scheme;
        configuration.weights["layer"] = scheme;
        configuration.corrected["layer"] = std::make_shared<const CorrectedWeights>(*corrected);
        QCOMPARE(correctedWeights(configuration, "layer") != nullptr, share == 0.0);
    }
}

QTEST_APPLESS_MAIN(TestChannelSplitting)
#include "tst_channel_splitting.moc"
