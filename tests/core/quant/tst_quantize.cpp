// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/quantize.h"
#include "golden_data.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

QuantParams paramsOf(const nlohmann::json& c)
{
    return {c["scales"].get<std::vector<float>>(), c["zeroPoints"].get<std::vector<std::int32_t>>(),
            c["qmin"], c["qmax"], c["axis"]};
}

QuantParams perTensor(float scale, std::int32_t zero, std::int32_t qmin, std::int32_t qmax)
{
    return {{scale}, {zero}, qmin, qmax, -1};
}

} // namespace

class TestQuantize : public QObject
{
    Q_OBJECT

private slots:
    void linearOfOnnxRuntime_data();
    void linearOfOnnxRuntime();
    void specialValues();
    void valuesAreNeverNegativeZero();
    void inPlace();
    void longRunsAndTails();
    void wrongParametersAreRefused_data();
    void wrongParametersAreRefused();
    void emptyTensors();
};

void TestQuantize::linearOfOnnxRuntime_data()
{
    QTest::addColumn<int>("index");
    const auto& cases = golden::section("linear");
    QVERIFY(cases.size() >= 60);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
    }
}

/// Golden: QuantizeLinear and DequantizeLinear of onnxruntime and of onnx's reference evaluator;
/// exact.
void TestQuantize::linearOfOnnxRuntime()
{
    QFETCH(int, index);
    const auto& c = golden::section("linear")[static_cast<std::size_t>(index)];
    const Tensor x{c["shape"].get<Shape>(), c["x"].get<std::vector<float>>()};
    const QuantParams p = paramsOf(c);
    const auto expectedCodes = c["codes"].get<std::vector<std::int32_t>>();
    const auto expectedValues = c["values"].get<std::vector<float>>();

    const auto codes = quantizeLinear(x, p);
    QVERIFY(codes);
    QCOMPARE(*codes, expectedCodes);
    const auto values = dequantizeLinear(x.shape, *codes, p);
    QVERIFY(values);
    QCOMPARE(values->shape, x.shape);
    QVERIFY(values->values == expectedValues);
    const auto faked = fakeQuantize(x, p);
    QVERIFY(faked);
    QCOMPARE(faked->shape, x.shape);
    QVERIFY(faked->values == expectedValues);
}

void TestQuantize::specialValues()
{
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    constexpr float kDenormal = std::numeric_limits<float>::denorm_min();
    const Tensor x{{8}, {kNan, -kNan, kInfinity, -kInfinity, kDenormal, -kDenormal, 3e38F, -3e38F}};
    const auto codes = quantizeLinear(x, perTensor(1e-10F, 3, 0, 255));
    QVERIFY(codes);
    QCOMPARE(*codes, (std::vector<std::int32_t>{3, 3, 255, 0, 3, 3, 255, 0}));
    const auto values = fakeQuantize(x, perTensor(0.5F, 3, 0, 255));
    QVERIFY(values);
    QVERIFY(values->values == (std::vector<float>{0, 0, 126, -1.5F, 0, 0, 126, -1.5F}));
}

void TestQuantize::valuesAreNeverNegativeZero()
{
    const Tensor x{{4}, {-0.0F, -0.1F, -0.5F, 0.0F}};
    const auto values = fakeQuantize(x, perTensor(1.0F, 0, -127, 127));
    QVERIFY(values);
    for (const float value : values->values) {
        QVERIFY(value == 0.0F && !std::signbit(value));
    }
}

void TestQuantize::inPlace()
{
    for (const int axis : {-1, 0, 1, 2}) {
        Tensor x{{5, 7, 3}, golden::data("heavy", 3, 105)};
        const std::size_t slices = axis < 0 ? 1 : static_cast<std::size_t>(x.shape[axis]);
        QuantParams p{{}, std::vector<std::int32_t>(slices, 2), -8, 7, axis};
        for (std::size_t s = 0; s < slices; ++s) {
            p.scales.push_back(0.1F + 0.05F * static_cast<float>(s));
        }
        const auto expected = fakeQuantize(x, p);
        QVERIFY(expected);
        const float* const storage = x.values.data();
        QVERIFY(fakeQuantizeInto(x, p, x.values));
        QCOMPARE(x.values.data(), storage);
        QVERIFY(x.values == expected->values);
    }
}

/// Every length round a vector's, against the formula with std::nearbyint.
void TestQuantize::longRunsAndTails()
{
    const std::vector<float> data = golden::data("bell", 5, 1031);
    const QuantParams p = perTensor(0.0173F, 11, -128, 127);
    for (const std::int64_t size : {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 1031}) {
        const TensorView x({size}, std::span(data).first(static_cast<std::size_t>(size)));
        const auto codes = quantizeLinear(x, p);
        const auto values = fakeQuantize(x, p);
        QVERIFY(codes && values);
        for (std::size_t i = 0; i < x.values.size(); ++i) {
            const float q = std::clamp(std::nearbyint(data[i] / 0.0173F) + 11.0F, -128.0F, 127.0F);
            QCOMPARE((*codes)[i], static_cast<std::int32_t>(q));
            QVERIFY(values->values[i] == 0.0173F * (q - 11.0F));
        }
    }
}

void TestQuantize::wrongParametersAreRefused_data()
{
    QTest::addColumn<std::vector<float>>("scales");
    QTest::addColumn<std::vector<std::int32_t>>("zeroPoints");
    QTest::addColumn<int>("qmin");
    QTest::addColumn<int>("qmax");
    QTest::addColumn<int>("axis");
    QTest::addColumn<ErrorCode>("code");
    using Floats = std::vector<float>;
    using Integers = std::vector<std::int32_t>;
    constexpr auto kShape = ErrorCode::ShapeMismatch;
    constexpr auto kArgument = ErrorCode::InvalidArgument;
    QTest::newRow("no scale") << Floats{} << Integers{} << 0 << 255 << -1 << kShape;
    QTest::newRow("two scales") << Floats{1, 1} << Integers{0, 0} << 0 << 255 << -1 << kShape;
    QTest::newRow("no zero point") << Floats{1} << Integers{} << 0 << 255 << -1 << kShape;
    QTest::newRow("no such axis") << Floats{1} << Integers{0} << 0 << 255 << 2 << kShape;
    QTest::newRow("axis length") << Floats{1, 1} << Integers{0, 0} << 0 << 255 << 1 << kShape;
    QTest::newRow("scale 0") << Floats{0} << Integers{0} << 0 << 255 << -1 << kArgument;
    QTest::newRow("scale -1") << Floats{-1} << Integers{0} << 0 << 255 << -1 << kArgument;
    QTest::newRow("scale inf") << Floats{INFINITY} << Integers{0} << 0 << 255 << -1 << kArgument;
    QTest::newRow("scale NaN") << Floats{NAN} << Integers{0} << 0 << 255 << -1 << kArgument;
    QTest::newRow("zero outside") << Floats{1} << Integers{256} << 0 << 255 << -1 << kArgument;
    QTest::newRow("empty range") << Floats{1} << Integers{0} << 1 << 0 << -1 << kArgument;
    QTest::newRow("too wide") << Floats{1} << Integers{0} << 0 << 65536 << -1 << kArgument;
}

void TestQuantize::wrongParametersAreRefused()
{
    QFETCH(std::vector<float>, scales);
    QFETCH(std::vector<std::int32_t>, zeroPoints);
    QFETCH(int, qmin);
    QFETCH(int, qmax);
    QFETCH(int, axis);
    QFETCH(ErrorCode, code);
    const Tensor x{{2, 3}, {1, 2, 3, 4, 5, 6}};
    const QuantParams p{scales, zeroPoints, qmin, qmax, axis};
    const auto codes = quantizeLinear(x, p);
    QVERIFY(!codes);
    QCOMPARE(codes.error().code, code);
    QVERIFY(!codes.error().message.empty());
    const auto values = fakeQuantize(x, p);
    QVERIFY(!values);
    QCOMPARE(values.error().code, code);
    const std::vector<std::int32_t> six(6);
    const auto real = dequantizeLinear(x.shape, six, p);
    QVERIFY(!real);
    QCOMPARE(real.error().code, code);
}

void TestQuantize::emptyTensors()
{
    const Tensor none{{0, 3}, {}};
    const auto codes = quantizeLinear(none, perTensor(1.0F, 0, -8, 7));
    QVERIFY(codes && codes->empty());
    const Tensor scalar{{}, {2.6F}};
    const auto one = quantizeLinear(scalar, perTensor(1.0F, 0, -8, 7));
    QVERIFY(one);
    QCOMPARE(*one, std::vector<std::int32_t>{3});
    const TensorView wrong({2, 2}, scalar.values);
    QVERIFY(!quantizeLinear(wrong, perTensor(1.0F, 0, -8, 7)));
    std::vector<float> tooSmall;
    const Status refused = fakeQuantizeInto(scalar, perTensor(1.0F, 0, -8, 7), tooSmall);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ShapeMismatch);
}

QTEST_APPLESS_MAIN(TestQuantize)
#include "tst_quantize.moc"
