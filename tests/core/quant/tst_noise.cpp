// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/noise.h"
#include "core/quant/quantize.h"
#include "golden_data.h"

#include <QTest>

#include <cmath>

using namespace quantoscope;
using namespace quantoscope::quant;

class TestNoise : public QObject
{
    Q_OBJECT

private slots:
    void ratiosOfNumpy();
    void piecesAddUp();
    void withoutNoiseOrSignal();
    void byHand();
};

/// Golden: SQNR and cosine from numpy in double; within 1e-5 dB and 1e-7 (float products).
void TestNoise::ratiosOfNumpy()
{
    const auto& c = golden::section("noise");
    const auto reference = golden::data("bell", c["seed"], c["count"]);
    const QuantParams p{{c["step"].get<float>()}, {0}, -32767, 32767, -1};
    const auto values = fakeQuantize({{c["count"].get<std::int64_t>()}, reference}, p);
    QVERIFY(values);
    NoiseSums sums;
    sums.add(reference, values->values);
    QCOMPARE(sums.count, c["count"].get<std::int64_t>());
    QVERIFY(std::abs(sqnrDb(sums) - c["sqnrDb"].get<double>()) < 1e-5);
    QVERIFY(std::abs(cosineSimilarity(sums) - c["cosine"].get<double>()) < 1e-7);
}

void TestNoise::piecesAddUp()
{
    const auto a = golden::data("bell", 60, 1003);
    const auto b = golden::data("heavy", 61, 1003);
    NoiseSums whole;
    whole.add(a, b);
    NoiseSums first;
    first.add(std::span(a).first(501), std::span(b).first(501));
    NoiseSums second;
    second.add(std::span(a).subspan(501), std::span(b).subspan(501));
    first += second;
    QCOMPARE(first.count, whole.count);
    QVERIFY(std::abs(first.signal / whole.signal - 1.0) < 1e-12);
    QVERIFY(std::abs(first.noise / whole.noise - 1.0) < 1e-12);
    QVERIFY(std::abs(first.dot / whole.dot - 1.0) < 1e-12);
    QVERIFY(std::abs(first.value / whole.value - 1.0) < 1e-12);
}

void TestNoise::withoutNoiseOrSignal()
{
    QCOMPARE(sqnrDb({}), kNoNoiseDb);
    QCOMPARE(cosineSimilarity({}), 1.0);
    const std::vector<float> zeros(9, 0.0F);
    const std::vector<float> ones(9, 1.0F);
    NoiseSums equal;
    equal.add(ones, ones);
    QCOMPARE(sqnrDb(equal), kNoNoiseDb);
    QCOMPARE(cosineSimilarity(equal), 1.0);
    NoiseSums allNoise;
    allNoise.add(zeros, ones);
    QCOMPARE(sqnrDb(allNoise), -kNoNoiseDb);
    QCOMPARE(cosineSimilarity(allNoise), 0.0);
    NoiseSums lost;
    lost.add(ones, zeros);
    QCOMPARE(sqnrDb(lost), 0.0);
    QCOMPARE(cosineSimilarity(lost), 0.0);
}

void TestNoise::byHand()
{
    NoiseSums sums;
    sums.add(std::vector{3.0F, -4.0F}, std::vector{3.0F, -3.5F});
    QCOMPARE(sums.signal, 25.0);
    QCOMPARE(sums.noise, 0.25);
    QCOMPARE(sums.dot, 23.0);
    QCOMPARE(sums.value, 21.25);
    QCOMPARE(sqnrDb(sums), 20.0);
    QCOMPARE(cosineSimilarity(sums), 23.0 / std::sqrt(25.0 * 21.25));
}

QTEST_APPLESS_MAIN(TestNoise)
#include "tst_noise.moc"
