// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/quantize.h"
#include "golden_data.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

WeightScheme scheme(int bits, bool symmetric = true,
                    Granularity granularity = Granularity::PerChannel)
{
    return {Precision::integer(bits), symmetric, granularity};
}

/// Slice of element `index` along `axis`.
std::size_t sliceOf(const Shape& shape, int axis, std::size_t index)
{
    for (std::size_t i = shape.size() - 1; i > static_cast<std::size_t>(axis); --i) {
        index /= static_cast<std::size_t>(shape[i]);
    }
    return index % static_cast<std::size_t>(shape[static_cast<std::size_t>(axis)]);
}

} // namespace

class TestWeights : public QObject
{
    Q_OBJECT

private slots:
    void followsItsDefinition_data();
    void followsItsDefinition();
    void xnorOfThePaper();
    void zeroSlices();
    void minimumScalesRaise();
    void float32Copies();
    void wrongWeightsAreRefused();
    void bytes_data();
    void bytes();
};

void TestWeights::followsItsDefinition_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("symmetric");
    QTest::addColumn<int>("axis");
    for (const int bits : {2, 3, 4, 5, 6, 7, 8, 16}) {
        for (const bool symmetric : {true, false}) {
            for (const int axis : {-1, 0, 1, 2}) {
                QTest::addRow("INT%d %s axis %d", bits, symmetric ? "symmetric" : "asymmetric",
                              axis)
                    << bits << symmetric << axis;
            }
        }
    }
}

/// Slice by slice: the grid chooseScale gives for the slice's range, the codes quantizeLinear gives
/// (both are compared with onnxruntime on their own), half a step of error at most.
void TestWeights::followsItsDefinition()
{
    QFETCH(int, bits);
    QFETCH(bool, symmetric);
    QFETCH(int, axis);
    const Tensor w{{6, 5, 11}, golden::data("heavy", 30 + static_cast<unsigned>(bits), 330)};
    const auto granularity = axis < 0 ? Granularity::PerTensor : Granularity::PerChannel;
    const auto quantized = quantizeWeights(w, scheme(bits, symmetric, granularity), axis);
    QVERIFY(quantized);
    const QuantParams& p = quantized->params;
    QCOMPARE(p.axis, axis);

    const std::size_t slices = axis < 0 ? 1 : static_cast<std::size_t>(w.shape[axis]);
    QCOMPARE(p.scales.size(), slices);
    const auto slice = [&](std::size_t i) { return axis < 0 ? 0 : sliceOf(w.shape, axis, i); };
    std::vector<Range> ranges(slices);
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        Range& range = ranges[slice(i)];
        range = {std::min(range.low, w.values[i]), std::max(range.high, w.values[i])};
    }
    for (std::size_t s = 0; s < slices; ++s) {
        const auto chosen = chooseScale(ranges[s], integerLimits(bits, symmetric), symmetric);
        QCOMPARE(p.scales[s], chosen.scale);
        QCOMPARE(p.zeroPoints[s], chosen.zeroPoint);
    }
    QVERIFY(quantizeLinear(w, p) == quantized->codes);
    QVERIFY(dequantizeLinear(w.shape, quantized->codes, p)->values == quantized->values.values);
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        const float error = std::fabs(quantized->values.values[i] - w.values[i]);
        // An asymmetric range moves by up to half a step when its zero point is rounded.
        QVERIFY(error <= p.scales[slice(i)] * (symmetric ? 0.5001F : 1.0001F));
    }
    std::vector<float> values(w.values.size());
    const auto params =
        quantizeWeightsInto(w, scheme(bits, symmetric, granularity), axis, {}, values);
    QVERIFY(params == p);
    QVERIFY(values == quantized->values.values);
}

/// Rastegari et al. 2016, section 3.1. Golden: sign(w) and mean(|w|) from numpy in double; scales
/// to float precision, codes exact.
void TestWeights::xnorOfThePaper()
{
    const auto& c = golden::section("xnor");
    const Tensor w{c["shape"].get<Shape>(), c["weights"].get<std::vector<float>>()};
    const auto check = [&](const char* means, Granularity granularity, int axis) {
        const auto quantized = quantizeWeights(w, scheme(1, true, granularity), axis);
        QVERIFY(quantized);
        QCOMPARE(quantized->codes, c["codes"].get<std::vector<std::int32_t>>());
        const auto expected = c[means].get<std::vector<double>>();
        QCOMPARE(quantized->params.scales.size(), expected.size());
        for (std::size_t s = 0; s < expected.size(); ++s) {
            QCOMPARE(quantized->params.scales[s], static_cast<float>(expected[s]));
        }
        for (std::size_t i = 0; i < w.values.size(); ++i) {
            const std::size_t slice =
                granularity == Granularity::PerTensor ? 0 : sliceOf(w.shape, axis, i);
            const float sign = w.values[i] < 0.0F ? -1.0F : 1.0F;
            QCOMPARE(quantized->values.values[i], sign * quantized->params.scales[slice]);
        }
    };
    check("perChannel", Granularity::PerChannel, 0);
    check("perAxis1", Granularity::PerChannel, 1);
    check("perTensor", Granularity::PerTensor, 0);
}

void TestWeights::zeroSlices()
{
    const Tensor w{{2, 2}, {0.0F, -0.0F, 1.0F, -3.0F}};
    const auto eight = quantizeWeights(w, scheme(8), 0);
    QVERIFY(eight);
    QCOMPARE(eight->params.scales[0], 1.0F);
    QCOMPARE(eight->codes, (std::vector<std::int32_t>{0, 0, 42, -127}));
    const auto binary = quantizeWeights(w, scheme(1), 0);
    QVERIFY(binary);
    QCOMPARE(binary->codes, (std::vector<std::int32_t>{1, 1, 1, -1}));
    QCOMPARE(binary->params.scales[0], std::numeric_limits<float>::min());
    QVERIFY(std::fabs(binary->values.values[0]) < 1e-37F);
    QCOMPARE(binary->values.values[3], -2.0F);
    const auto none = quantizeWeights(Tensor{{0, 4}, {}}, scheme(4), 1);
    QVERIFY(none);
    QCOMPARE(none->params.scales, (std::vector<float>{1, 1, 1, 1}));
}

void TestWeights::minimumScalesRaise()
{
    const Tensor w{{2, 3}, {-1.0F, 0.5F, 3.0F, -2.0F, 0.0F, 2.0F}};
    const std::vector<float> bounds{0.5F, 1e-6F};
    const auto free = quantizeWeights(w, scheme(4, false), 0);
    const auto bounded = quantizeWeights(w, scheme(4, false), 0, bounds);
    QVERIFY(free && bounded);
    // Slice 0: range 4 in 15 steps is 0.267 a step; raised to 0.5, zero point round(1 / 0.5) = 2.
    QCOMPARE(free->params.scales[0], 4.0F / 15.0F);
    QCOMPARE(bounded->params.scales[0], 0.5F);
    QCOMPARE(bounded->params.zeroPoints[0], 2);
    QCOMPARE(std::vector(bounded->codes.begin(), bounded->codes.begin() + 3),
             (std::vector<std::int32_t>{0, 3, 8}));
    QCOMPARE(bounded->params.scales[1], free->params.scales[1]);
    QCOMPARE(bounded->params.zeroPoints[1], free->params.zeroPoints[1]);

    const auto symmetric = quantizeWeights(w, scheme(4), 0, bounds);
    QVERIFY(symmetric);
    QCOMPARE(symmetric->params.scales[0], 0.5F);
    QCOMPARE(symmetric->params.zeroPoints[0], 0);
    const std::vector<float> large{100.0F, 1e-6F};
    const auto binary = quantizeWeights(w, scheme(1), 0, large);
    QVERIFY(binary);
    QCOMPARE(binary->params.scales[0], 100.0F);
    QCOMPARE(binary->params.scales[1], static_cast<float>(4.0 / 3.0));
}

void TestWeights::float32Copies()
{
    const Tensor w{{3}, {1.5F, std::numeric_limits<float>::infinity(), -0.0F}};
    const WeightScheme full{Precision::float32(), true, Granularity::PerTensor};
    const auto copied = quantizeWeights(w, full, 0);
    QVERIFY(copied);
    QVERIFY(copied->values.values == w.values);
    QVERIFY(copied->codes.empty() && copied->params.scales.empty());
}

void TestWeights::wrongWeightsAreRefused()
{
    const Tensor w{{2, 3}, {1, 2, 3, 4, 5, 6}};
    const auto codeOf = [](const Result<QuantizedWeights>& result) {
        return result ? ErrorCode::Cancelled : result.error().code;
    };
    QCOMPARE(codeOf(quantizeWeights(w, scheme(9), 0)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(quantizeWeights(w, scheme(1, false), 0)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(quantizeWeights(w, scheme(8), 2)), ErrorCode::ShapeMismatch);
    QCOMPARE(codeOf(quantizeWeights(w, scheme(8), -1)), ErrorCode::ShapeMismatch);
    const std::vector<float> bounds(3, 0.1F);
    QCOMPARE(codeOf(quantizeWeights(w, scheme(8), 0, bounds)), ErrorCode::ShapeMismatch);
    QCOMPARE(codeOf(quantizeWeights({{4}, w.values}, scheme(8), 0)), ErrorCode::ShapeMismatch);
    for (const float bad : {NAN, INFINITY, -INFINITY}) {
        for (std::size_t at = 0; at < 6; ++at) {
            Tensor damaged = w;
            damaged.values[at] = bad;
            for (const int axis : {0, 1}) {
                QCOMPARE(codeOf(quantizeWeights(damaged, scheme(8), axis)), ErrorCode::InvalidData);
                QCOMPARE(codeOf(quantizeWeights(damaged, scheme(1), axis)), ErrorCode::InvalidData);
            }
            QCOMPARE(codeOf(quantizeWeights(damaged, {Precision::float16()}, 0)),
                     ErrorCode::InvalidData);
        }
    }
}

void TestWeights::bytes_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("symmetric");
    QTest::addColumn<bool>("perChannel");
    QTest::addColumn<int>("axis");
    QTest::addColumn<qint64>("bytes");
    // Counted by hand: values + 4 a scale + zero points.
    QTest::newRow("INT8 conv") << Shape{64, 3, 7, 7} << 8 << true << true << 0
                               << qint64(9408 + 256);
    QTest::newRow("INT8 conv, zero points")
        << Shape{64, 3, 7, 7} << 8 << false << true << 0 << qint64(9408 + 256 + 64);
    QTest::newRow("INT4 odd count") << Shape{3, 3} << 4 << true << false << 0 << qint64(5 + 4);
    QTest::newRow("INT4, 3 zero points")
        << Shape{3, 3} << 4 << false << true << 0 << qint64(5 + 12 + 2);
    QTest::newRow("INT1 packs 8 a byte")
        << Shape{2, 3, 3} << 1 << true << true << 0 << qint64(3 + 8);
    QTest::newRow("INT3") << Shape{10} << 3 << true << false << 0 << qint64(4 + 4);
    QTest::newRow("INT16 last axis")
        << Shape{5, 7} << 16 << false << true << 1 << qint64(70 + 28 + 14);
}

void TestWeights::bytes()
{
    QFETCH(Shape, shape);
    QFETCH(int, bits);
    QFETCH(bool, symmetric);
    QFETCH(bool, perChannel);
    QFETCH(int, axis);
    QFETCH(qint64, bytes);
    const auto granularity = perChannel ? Granularity::PerChannel : Granularity::PerTensor;
    QCOMPARE(storedBytes(shape, scheme(bits, symmetric, granularity), axis), std::int64_t{bytes});
    QCOMPARE(storedBytes(shape, {Precision::float32()}, axis), elementCount(shape) * 4);
    QCOMPARE(storedBytes(shape, {Precision::float16()}, axis), elementCount(shape) * 2);
}

QTEST_APPLESS_MAIN(TestWeights)
#include "tst_weights.moc"
