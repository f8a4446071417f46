// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/activation_quantizer.h"
#include "core/quant/float_format.h"
#include "core/quant/quantize.h"
#include "golden_data.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

using nlohmann::json;

/// What tests/data/formats_make_golden.py wrote.
const json& goldenFormats()
{
    static const json all = [] {
        std::ifstream file(QUANTOSCOPE_TEST_DATA "/formats_golden.json");
        return json::parse(file, nullptr, false);
    }();
    return all;
}

WeightScheme schemeOf(const json& c)
{
    WeightScheme scheme;
    scheme.precision = *parsePrecision(c["precision"].get<std::string>());
    scheme.groupSize = c["group"].get<int>();
    scheme.granularity = scheme.groupSize > 0 ? Granularity::PerGroup : Granularity::PerChannel;
    const auto method = c["method"].get<std::string>();
    if (method == "mx") {
        scheme.granularity = Granularity::MxBlocks;
        scheme.groupSize = 0;
    }
    scheme.scale = method == "powerOfTwo" ? ScaleKind::PowerOfTwo : ScaleKind::Real;
    scheme.range = method == "percentile" ? WeightRange::Percentile
                   : method == "mse"      ? WeightRange::Mse
                                          : WeightRange::MinMax;
    scheme.percentile = 95.0;
    return scheme;
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private slots:
    void casts_data();
    void casts();
    void specialNumbers();
    void blocks_data();
    void blocks();
    void axes_data();
    void axes();
    void namedAxesHaveOneMeaning();
    void missingAxes();
    void plainSchemesHaveOneMeaning_data();
    void plainSchemesHaveOneMeaning();
    void bytes();
    void dynamicRanges();
};

void TestFormats::casts_data()
{
    QTest::addColumn<QByteArray>("format");
    QVERIFY(!goldenFormats().is_discarded());
    for (const auto& item : goldenFormats()["casts"].items()) {
        QTest::newRow(item.key().c_str()) << QByteArray::fromStdString(item.key());
    }
}

/// Golden: numpy and ml_dtypes, bit for bit: every value of the format, the middles between
/// neighbours, their neighbours on both sides, overflow. Sources: IEEE 754-2019 (FP16); Intel,
/// "BFLOAT16 - Hardware Numerics Definition", 2018 (BF16); OCP 8-bit Floating Point Specification
/// (OFP8) 1.0 (FP8); OCP Microscaling Formats (MX) 1.0, table 5 (FP4).
void TestFormats::casts()
{
    QFETCH(QByteArray, format);
    const json& c = goldenFormats()["casts"][format.toStdString()];
    const auto precision = parsePrecision(format.toStdString());
    QVERIFY(precision);
    const FloatFormat shape = floatFormat(precision->format);
    const auto x = c["x"].get<std::vector<std::uint32_t>>();
    const auto y = c["y"].get<std::vector<std::uint32_t>>();
    QVERIFY(x.size() > 40);
    std::vector<float> values;
    for (std::size_t i = 0; i < x.size(); ++i) {
        values.push_back(std::bit_cast<float>(x[i]));
        QCOMPARE(std::bit_cast<std::uint32_t>(roundToFormat(values[i], shape)), y[i]);
        if (c.contains("bits")) {
            QCOMPARE(int{bitPattern(std::bit_cast<float>(y[i]), precision->format)},
                     c["bits"][i].get<int>());
        }
    }
    std::vector<float> all(values.size());
    roundToFormat(values, shape, 1.0F, all.data());
    for (std::size_t i = 0; i < y.size(); ++i) {
        QCOMPARE(std::bit_cast<std::uint32_t>(all[i]), y[i]);
    }
}

void TestFormats::specialNumbers()
{
    for (const auto format :
         {NumberFormat::Float16, NumberFormat::BFloat16, NumberFormat::Float8E4M3,
          NumberFormat::Float8E5M2, NumberFormat::Float4E2M1}) {
        const FloatFormat shape = floatFormat(format);
        constexpr float kInfinity = std::numeric_limits<float>::infinity();
        QCOMPARE(roundToFormat(kInfinity, shape), shape.largest);
        QCOMPARE(roundToFormat(-kInfinity, shape), -shape.largest);
        QVERIFY(std::isnan(roundToFormat(std::numeric_limits<float>::quiet_NaN(), shape)));
        QVERIFY(std::signbit(roundToFormat(-0.0F, shape)));
    }
    // OCP OFP8 1.0, table 1, and MX 1.0, table 5.
    QCOMPARE(floatFormat(NumberFormat::Float8E4M3).largest, 448.0F);
    QCOMPARE(floatFormat(NumberFormat::Float8E5M2).largest, 57344.0F);
    QCOMPARE(floatFormat(NumberFormat::Float4E2M1).largest, 6.0F);
}

void TestFormats::blocks_data()
{
    QTest::addColumn<int>("index");
    const json& cases = goldenFormats()["blocks"];
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QTest::addRow("%s %s axis %d group %d", cases[i]["method"].get<std::string>().c_str(),
                      cases[i]["precision"].get<std::string>().c_str(), cases[i]["axis"].get<int>(),
                      cases[i]["group"].get<int>())
            << static_cast<int>(i);
    }
}

/// Golden: numpy and ml_dtypes by the definitions of OCP MX 1.0, section 6.3 (MX blocks, scale
/// E8M0), and of Li et al. 2016, "Ternary Weight Networks", section 3 (threshold 0.7 * mean |w|,
/// scale the mean of what is above). Scales may
/// differ in the last place (division in double or float), values in as many units of the last
/// place of the scale; a weight beside a tie could fall to the other side, and none does.
void TestFormats::blocks()
{
    QFETCH(int, index);
    const json& c = goldenFormats()["blocks"][static_cast<std::size_t>(index)];
    const Tensor w{{6, 5, 11}, golden::data("heavy", c["seed"].get<unsigned>(), 330)};
    const int axis = c["axis"].get<int>();
    const WeightScheme scheme = schemeOf(c);
    const auto quantized = quantizeWeights(w, scheme, axis);
    QVERIFY2(quantized, quantized ? "" : quantized.error().message.c_str());
    const auto scales = c["scales"].get<std::vector<double>>();
    QCOMPARE(quantized->params.scales.size(), scales.size());
    QCOMPARE(quantized->params.blockSize, scheme.blockSize());
    for (std::size_t i = 0; i < scales.size(); ++i) {
        const double scale = double{quantized->params.scales[i]};
        QVERIFY(std::abs(scale - scales[i]) <= 1.2e-7 * scales[i]);
    }
    const auto values = c["values"].get<std::vector<double>>();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = double{quantized->values.values[i]};
        QVERIFY(std::abs(value - values[i]) <= 3e-7 * std::abs(values[i]));
    }
    std::vector<float> into = w.values;
    const auto params = quantizeWeightsInto({w.shape, into}, scheme, axis, {}, into);
    QVERIFY(params == quantized->params);
    QVERIFY(into == quantized->values.values);
}

void TestFormats::axes_data()
{
    QTest::addColumn<int>("index");
    const json& cases = goldenFormats()["axes"];
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QTest::addRow("%s %s axis %d group %d", cases[i]["method"].get<std::string>().c_str(),
                      cases[i]["precision"].get<std::string>().c_str(), cases[i]["axis"].get<int>(),
                      cases[i]["group"].get<int>())
            << static_cast<int>(i);
    }
}

/// Golden: scales and codes by numpy, values by DequantizeLinear, opset 21, of ONNX's reference
/// implementation, of which the order of the scales is. Tolerances as in blocks(). The channels'
/// axis, which the scheme's takes the place of, makes no difference.
void TestFormats::axes()
{
    QFETCH(int, index);
    const json& c = goldenFormats()["axes"][static_cast<std::size_t>(index)];
    const Tensor w{{6, 5, 11}, golden::data("heavy", c["seed"].get<unsigned>(), 330)};
    WeightScheme scheme = schemeOf(c);
    scheme.symmetric = c["method"] != "asymmetric";
    scheme.axis = c["axis"].get<int>();
    const auto quantized = quantizeWeights(w, scheme, scheme.axis == 0 ? 1 : 0);
    QVERIFY2(quantized, quantized ? "" : quantized.error().message.c_str());
    QCOMPARE(quantized->params.axis, scheme.axis);
    QCOMPARE(quantized->params.blocksAlongAxis, scheme.groupSize > 0);
    const auto scales = c["scales"].get<std::vector<double>>();
    QCOMPARE(quantized->params.scales.size(), scales.size());
    for (std::size_t i = 0; i < scales.size(); ++i) {
        QVERIFY(std::abs(double{quantized->params.scales[i]} - scales[i]) <= 1.2e-7 * scales[i]);
        QCOMPARE(quantized->params.zeroPoints[i], c["zeroPoints"][i].get<int>());
    }
    const auto values = c["values"].get<std::vector<double>>();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = double{quantized->values.values[i]};
        QVERIFY(std::abs(value - values[i]) <= 3e-7 * std::abs(values[i]));
    }
    std::vector<float> into = w.values;
    const auto params = quantizeWeightsInto({w.shape, into}, scheme, -1, {}, into);
    QVERIFY(params == quantized->params);
    QVERIFY(into == quantized->values.values);
    const auto count = static_cast<std::int64_t>(scales.size());
    const std::int64_t zeroPoints =
        scheme.symmetric ? 0 : (count * scheme.precision.bits() + 7) / 8;
    QCOMPARE(storedBytes(w.shape, scheme, 0),
             (330 * scheme.precision.bits() + 7) / 8 + zeroPoints +
                 count * (scheme.scale == ScaleKind::PowerOfTwo ? 1 : 4));
}

/// The output channels' axis by its number is that axis, and groups along the other axis of a
/// matrix are the groups of its flattened rows.
void TestFormats::namedAxesHaveOneMeaning()
{
    const Tensor w{{15, 22}, golden::data("bell", 62, 330)};
    for (const int axis : {0, 1}) {
        for (const int size : {0, 8}) {
            WeightScheme scheme{Precision::integer(4), false};
            scheme.groupSize = size;
            scheme.granularity = size > 0 ? Granularity::PerGroup : Granularity::PerChannel;
            const auto plain = quantizeWeights(w, scheme, axis);
            const std::int64_t bytes = storedBytes(w.shape, scheme, axis);
            scheme.axis = size > 0 ? 1 - axis : axis;
            const auto named = quantizeWeights(w, scheme, axis);
            QVERIFY(plain && named);
            QVERIFY(named->values.values == plain->values.values);
            QVERIFY(named->codes == plain->codes);
            QCOMPARE(storedBytes(w.shape, scheme, axis), bytes);
        }
    }
}

void TestFormats::missingAxes()
{
    const Tensor w{{2, 3}, golden::data("bell", 63, 6)};
    WeightScheme scheme;
    scheme.axis = 2;
    QVERIFY(validate(scheme)); // a tensor may have it
    const auto missing = quantizeWeights(w, scheme, 0);
    QVERIFY(!missing && missing.error().code == ErrorCode::InvalidArgument);
    QVERIFY(missing.error().message.find("2 axes") != std::string::npos);
    scheme.axis = 1;
    QVERIFY(!scheme.hasPlainIntegerGrid() && scheme.canBeCorrected() && !scheme.takesSplitting());
    QVERIFY(scheme.scalesOutputs(1) && !scheme.scalesOutputs(0));
    const std::vector<float> bounds(3, 0.1F);
    scheme.granularity = Granularity::PerGroup;
    scheme.groupSize = 2;
    QVERIFY(!quantizeWeights(w, scheme, 0, bounds));
}

void TestFormats::plainSchemesHaveOneMeaning_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("symmetric");
    for (const int bits : {1, 2, 4, 8, 16}) {
        QTest::addRow("INT%d symmetric", bits) << bits << true;
        if (bits > 1) {
            QTest::addRow("INT%d asymmetric", bits) << bits << false;
        }
    }
}

/// A group as long as a channel is the channel: the way through blocks and the faster one agree bit
/// for bit. One bit: Rastegari et al. 2016, "XNOR-Net", section 3.1 (sign times mean |w|).
void TestFormats::plainSchemesHaveOneMeaning()
{
    QFETCH(int, bits);
    QFETCH(bool, symmetric);
    const Tensor w{{6, 5, 11}, golden::data("bell", 61, 330)};
    for (const int axis : {0, 1, 2}) {
        const WeightScheme plain{Precision::integer(bits), symmetric};
        WeightScheme grouped = plain;
        grouped.granularity = Granularity::PerGroup;
        grouped.groupSize = 330;
        const auto a = quantizeWeights(w, plain, axis);
        const auto b = quantizeWeights(w, grouped, axis);
        QVERIFY(a && b);
        QVERIFY(a->params.scales == b->params.scales);
        QVERIFY(a->codes == b->codes);
        QVERIFY(a->values.values == b->values.values);
    }
}

/// Counted by hand: 64 filters of 3 * 7 * 7 = 147 weights.
void TestFormats::bytes()
{
    const Shape shape{64, 3, 7, 7};
    const auto sizeOf = [&](const char* bits) {
        const BitsPreset preset = *parseBits(bits);
        WeightScheme scheme = withPrecision(WeightScheme{}, preset.weights);
        scheme.granularity = preset.granularity.value_or(Granularity::PerChannel);
        scheme.groupSize = preset.groupSize;
        return storedBytes(shape, scheme, 0);
    };
    QCOMPARE(sizeOf("WBF16"), std::int64_t{9408 * 2});
    QCOMPARE(sizeOf("WFP8E4M3"), std::int64_t{9408 + 64 * 4});
    QCOMPARE(sizeOf("WFP4"), std::int64_t{9408 / 2 + 64 * 4});
    QCOMPARE(sizeOf("WTERNARY"), std::int64_t{9408 / 4 + 64 * 4});
    QCOMPARE(sizeOf("W4g32"), std::int64_t{9408 / 2 + 64 * 5 * 4}); // 147 = 4 * 32 + 19
    QCOMPARE(sizeOf("WMXFP8"), std::int64_t{9408 + 64 * 5});        // a byte a block
    QCOMPARE(sizeOf("WMXFP4"), std::int64_t{9408 / 2 + 64 * 5});
    WeightScheme shifts{Precision::integer(8)};
    shifts.scale = ScaleKind::PowerOfTwo;
    QCOMPARE(storedBytes(shape, shifts, 0), std::int64_t{9408 + 64});
}

/// Golden: DynamicQuantizeLinear and DequantizeLinear of ONNX Runtime, which multiplies by scales
/// as we do; values beside a tie may fall to the other side, where it multiplies by a reciprocal.
void TestFormats::dynamicRanges()
{
    ActivationScheme scheme;
    scheme.source = RangeSource::Dynamic;
    const ActivationQuantizer quantizer = activationQuantizer(Range{}, scheme);
    QVERIFY(goldenFormats()["dynamic"].size() >= 4);
    for (const json& c : goldenFormats()["dynamic"]) {
        const auto x = c["x"].get<std::vector<std::uint32_t>>();
        const auto y = c["y"].get<std::vector<std::uint32_t>>();
        std::vector<float> values;
        for (const std::uint32_t bits : x) {
            values.push_back(std::bit_cast<float>(bits));
        }
        emulateQuantizer(values, quantizer, values);
        for (std::size_t i = 0; i < y.size(); ++i) {
            QCOMPARE(values[i], std::bit_cast<float>(y[i]));
        }
    }
}

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
