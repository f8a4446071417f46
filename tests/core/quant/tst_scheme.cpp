// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/scheme.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::quant;

class TestScheme : public QObject
{
    Q_OBJECT

private slots:
    void precisionText_data();
    void precisionText();
    void wrongPrecisionsAreNamed_data();
    void wrongPrecisionsAreNamed();
    void bitsText_data();
    void bitsText();
    void wrongBitsAreNamed_data();
    void wrongBitsAreNamed();
    void legalWeights();
    void precisionEditsStayLegal();
    void legalActivations();
    void calibrationMethods();
    void precisionEquality();
};

void TestScheme::precisionText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<int>("bits");
    for (int bits : {1, 2, 3, 4, 5, 6, 7, 8, 16}) {
        const QByteArray digits = QByteArray::number(bits);
        QTest::addRow("INT%d", bits) << QByteArray("INT") + digits << "INT" + digits << bits;
        QTest::addRow("int%d", bits) << QByteArray("int") + digits << "INT" + digits << bits;
        QTest::addRow("%d", bits) << digits << "INT" + digits << bits;
    }
    QTest::newRow("FP16") << QByteArray("FP16") << QByteArray("FP16") << 16;
    QTest::newRow("bf16") << QByteArray("bf16") << QByteArray("BF16") << 16;
    QTest::newRow("FP8") << QByteArray("FP8") << QByteArray("FP8E4M3") << 8;
    QTest::newRow("fp8e5m2") << QByteArray("fp8e5m2") << QByteArray("FP8E5M2") << 8;
    QTest::newRow("FP4") << QByteArray("FP4") << QByteArray("FP4E2M1") << 4;
    QTest::newRow("Ternary") << QByteArray("Ternary") << QByteArray("TERNARY") << 2;
    QTest::newRow("fp32") << QByteArray("fp32") << QByteArray("FP32") << 32;
    QTest::newRow("32") << QByteArray("32") << QByteArray("FP32") << 32;
}

void TestScheme::precisionText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    QFETCH(int, bits);
    const auto precision = parsePrecision(text.toStdString());
    QVERIFY(precision);
    QCOMPARE(QByteArray::fromStdString(toString(*precision)), canonical);
    QCOMPARE(precision->bits(), bits);
    const auto again = parsePrecision(canonical.toStdString());
    QVERIFY(again);
    QVERIFY(*again == *precision);
}

void TestScheme::wrongPrecisionsAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "INT", "INT0", "INT17", "INT08", "INT32", "0", "17", "99", "INT-8",
                             "8 ", "FP9", "E4M3", "INT99999999999999", "INT1x"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestScheme::wrongPrecisionsAreNamed()
{
    QFETCH(QByteArray, text);
    const auto precision = parsePrecision(text.toStdString());
    QVERIFY(!precision);
    QCOMPARE(precision.error().code, ErrorCode::InvalidArgument);
    const QByteArray message = QByteArray::fromStdString(precision.error().message);
    QVERIFY2(message.contains("\"" + text + "\""), message.constData());
    QVERIFY2(message.contains("INT1 to INT16, TERNARY, FP4E2M1, "
                              "FP8E4M3, FP8E5M2, BF16, FP16 and FP32"),
             message.constData());
}

void TestScheme::bitsText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("weights");
    QTest::addColumn<QByteArray>("activations");
    const auto row = [](const char* text, const char* canonical, const char* w, const char* a) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(canonical) << QByteArray(w)
                            << QByteArray(a);
    };
    row("W4A8", "W4A8", "INT4", "INT8");
    row("w8a8", "W8A8", "INT8", "INT8");
    row("W8", "W8A32", "INT8", "FP32");
    row("W4A32", "W4A32", "INT4", "FP32");
    row("WFP16A8", "WFP16A8", "FP16", "INT8");
    row("WFP16", "WFP16A32", "FP16", "FP32");
    row("W1A8", "W1A8", "INT1", "INT8");
    row("W16A16", "W16A16", "INT16", "INT16");
    row("W32A8", "W32A8", "FP32", "INT8");
    row("WINT4AFP32", "W4A32", "INT4", "FP32");
    row("WBF16", "WBF16A32", "BF16", "FP32");
    row("wfp8e4m3afp8e5m2", "WFP8E4M3AFP8E5M2", "FP8E4M3", "FP8E5M2");
    row("WTERNARYA8", "WTERNARYA8", "TERNARY", "INT8");
    row("WTERNARY", "WTERNARYA32", "TERNARY", "FP32");
    row("WINT4g64", "W4g64A32", "INT4", "FP32");
    row("W4G32A8", "W4g32A8", "INT4", "INT8");
    row("W4g64x1A8", "W4g64x1A8", "INT4", "INT8");
    row("w8x0", "W8x0A32", "INT8", "FP32");
    row("WTERNARYX1A8", "WTERNARYx1A8", "TERNARY", "INT8");
    row("WFP8g32x3AFP8", "WFP8E4M3g32x3AFP8E4M3", "FP8E4M3", "FP8E4M3");
    row("WMXFP4A8", "WMXFP4E2M1A8", "FP4E2M1", "INT8");
    row("WMXINT8", "WMXINT8A32", "INT8", "FP32");
    row("W8A8dyn", "W8A8dyn", "INT8", "INT8");
    row("W8A8TOK", "W8A8tok", "INT8", "INT8");
    row("WFP16AFP16", "WFP16AFP16", "FP16", "FP16");
}

void TestScheme::bitsText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    QFETCH(QByteArray, weights);
    QFETCH(QByteArray, activations);
    const auto preset = parseBits(text.toStdString());
    QVERIFY(preset);
    QCOMPARE(QByteArray::fromStdString(toString(*preset)), canonical);
    QCOMPARE(QByteArray::fromStdString(toString(preset->weights)), weights);
    QCOMPARE(QByteArray::fromStdString(toString(preset->activations)), activations);
    QVERIFY(parseBits(canonical.toStdString()) == *preset);
}

void TestScheme::wrongBitsAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("", "write W4A8");
    row("A8", "write W4A8");
    row("8", "write W4A8");
    row("W", "INT1 to INT16");
    row("WA8", "INT1 to INT16");
    row("W9A8", "weights cannot be INT9");
    row("W8A", "INT1 to INT16");
    row("W8A1", "activations cannot be INT1");
    row("W8AFP4", "activations cannot be FP4E2M1");
    row("W4g1A8", "a group of 1 weights");
    row("W4gA8", "is not a group size");
    row("W4x1g64A8", "is not an axis");
    row("W4xA8", "is not an axis");
    row("W4x8A8", "choose 0 to 7");
    row("WMXFP4x1A8", "FP4X1");
    row("WMXINT4", "MX blocks hold");
    row("W8AFP16dyn", "have no range");
    row("W8A8A8", "\"8A8\"");
}

void TestScheme::wrongBitsAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto preset = parseBits(text.toStdString());
    QVERIFY(!preset);
    QCOMPARE(preset.error().code, ErrorCode::InvalidArgument);
    const QByteArray message = QByteArray::fromStdString(preset.error().message);
    QVERIFY2(message.contains(expected), message.constData());
}

void TestScheme::legalWeights()
{
    for (int bits = -1; bits <= 33; ++bits) {
        const bool legal = (bits >= 1 && bits <= 8) || bits == 16;
        QCOMPARE(validate(WeightScheme{Precision::integer(bits), true}).has_value(), legal);
        QCOMPARE(validate(WeightScheme{Precision::integer(bits), false}).has_value(),
                 legal && bits != 1);
    }
    QVERIFY(validate(WeightScheme{Precision::float16(), false}));
    QVERIFY(validate(WeightScheme{Precision::float32(), true}));
}

/// Every edit of the precision leaves a legal scheme, from every legal one.
void TestScheme::precisionEditsStayLegal()
{
    const std::vector<std::string> names{"1",   "2",    "8",    "16",      "FP8E4M3",
                                         "FP4", "BF16", "FP32", "TERNARY", "FP16"};
    int legal = 0;
    for (const std::string& from : names) {
        for (const auto granularity : {Granularity::PerTensor, Granularity::PerChannel,
                                       Granularity::PerGroup, Granularity::MxBlocks}) {
            for (const auto scale : {ScaleKind::Real, ScaleKind::PowerOfTwo}) {
                for (const auto range :
                     {WeightRange::MinMax, WeightRange::Mse, WeightRange::Percentile}) {
                    for (const bool symmetric : {true, false}) {
                        WeightScheme scheme{*parsePrecision(from), symmetric, granularity};
                        scheme.groupSize = granularity == Granularity::PerGroup ? 64 : 0;
                        scheme.scale = scale;
                        scheme.range = range;
                        if (!validate(scheme)) {
                            continue;
                        }
                        ++legal;
                        for (const std::string& to : names) {
                            QVERIFY(validate(withPrecision(scheme, *parsePrecision(to))));
                        }
                    }
                }
            }
        }
    }
    QVERIFY(legal > 60);
}

void TestScheme::legalActivations()
{
    for (int bits = -1; bits <= 33; ++bits) {
        const bool legal = bits >= 2 && bits <= 16;
        QCOMPARE(validate(ActivationScheme{Precision::integer(bits), true}).has_value(), legal);
    }
    QVERIFY(validate(ActivationScheme{Precision::float16(), false}));
    QVERIFY(validate(ActivationScheme{Precision::float8E4M3(), false}));
    QVERIFY(!validate(ActivationScheme{Precision::float4E2M1(), false}));
    ActivationScheme dynamic;
    dynamic.source = RangeSource::Dynamic;
    QVERIFY(validate(dynamic));
    dynamic.range = Range{-1.0F, 1.0F};
    QVERIFY(!validate(dynamic));
    QVERIFY(validate(ActivationScheme{Precision::float32(), false}));
}

void TestScheme::calibrationMethods()
{
    for (const auto method :
         {CalibrationMethod::MinMax, CalibrationMethod::Percentile, CalibrationMethod::Mse,
          CalibrationMethod::Entropy, CalibrationMethod::MovingAverage, CalibrationMethod::PNorm}) {
        const auto again = parseCalibrationMethod(toString(method));
        QVERIFY(again);
        QVERIFY(*again == method);
    }
    QCOMPARE(toString(CalibrationMethod::MinMax), std::string("min-max"));
    QVERIFY(parseCalibrationMethod("MSE") == CalibrationMethod::Mse);
    const auto wrong = parseCalibrationMethod("kl");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(wrong.error().message,
             std::string("\"kl\" is not a calibration method; use min-max, percentile, mse, "
                         "entropy, moving-average or p-norm"));
}

void TestScheme::precisionEquality()
{
    QVERIFY(Precision::integer(8) != Precision::integer(4));
    QVERIFY(Precision::integer(16) != Precision::float16());
    Precision oddFloat = Precision::float32();
    oddFloat.integerBits = 3;
    QVERIFY(oddFloat == Precision::float32());
}

QTEST_APPLESS_MAIN(TestScheme)
#include "tst_scheme.moc"
