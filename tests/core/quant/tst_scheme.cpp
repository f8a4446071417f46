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
    for (const char* text : {"", "INT", "INT0", "INT9", "INT08", "INT32", "0", "9", "15", "INT-8",
                             "8 ", "FP8", "BF16", "INT99999999999999", "INT1x"}) {
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
    QVERIFY2(message.contains("INT1 to INT8, INT16, FP16 and FP32"), message.constData());
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
    row("W", "INT1 to INT8");
    row("WA8", "INT1 to INT8");
    row("W9A8", "\"9\"");
    row("W8A", "INT1 to INT8");
    row("W8A1", "activations cannot be INT1");
    row("W8AFP16", "activations cannot be FP16");
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

void TestScheme::legalActivations()
{
    for (int bits = -1; bits <= 33; ++bits) {
        const bool legal = (bits >= 2 && bits <= 8) || bits == 16;
        QCOMPARE(validate(ActivationScheme{Precision::integer(bits), true}).has_value(), legal);
    }
    QVERIFY(!validate(ActivationScheme{Precision::float16(), false}));
    QVERIFY(validate(ActivationScheme{Precision::float32(), false}));
}

void TestScheme::calibrationMethods()
{
    for (const auto method : {CalibrationMethod::MinMax, CalibrationMethod::Percentile,
                              CalibrationMethod::Mse, CalibrationMethod::Entropy}) {
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
             std::string("\"kl\" is not a calibration method; use min-max, percentile, mse or "
                         "entropy"));
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
