// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/quant_params.h"
#include "golden_data.h"

#include <QTest>

#include <cmath>

using namespace quantoscope;
using namespace quantoscope::quant;

class TestQuantParams : public QObject
{
    Q_OBJECT

private slots:
    void limits();
    void scalesOfOnnxRuntime();
    void activationGrid();
};

void TestQuantParams::limits()
{
    const auto check = [](int bits, bool symmetric, std::int32_t qmin, std::int32_t qmax) {
        const IntegerLimits limits = integerLimits(bits, symmetric);
        return limits.qmin == qmin && limits.qmax == qmax;
    };
    QVERIFY(check(8, true, -127, 127));
    QVERIFY(check(8, false, 0, 255));
    QVERIFY(check(4, true, -7, 7));
    QVERIFY(check(4, false, 0, 15));
    QVERIFY(check(2, true, -1, 1));
    QVERIFY(check(2, false, 0, 3));
    QVERIFY(check(16, true, -32767, 32767));
    QVERIFY(check(16, false, 0, 65535));
    QVERIFY(check(1, true, -1, 1));
}

/// Jacob et al. 2018, section 2.1, as onnxruntime.quantization has it. Golden: its compute_scale_zp
/// and get_qmin_qmax_for_qType; exact.
void TestQuantParams::scalesOfOnnxRuntime()
{
    const auto& cases = golden::section("scales");
    QVERIFY(cases.size() >= 90);
    for (const auto& c : cases) {
        const IntegerLimits limits = integerLimits(c["bits"], c["symmetric"]);
        QCOMPARE(limits.qmin, c["qmin"].get<std::int32_t>());
        QCOMPARE(limits.qmax, c["qmax"].get<std::int32_t>());
        const Range range{c["low"].get<float>(), c["high"].get<float>()};
        const ScaleAndZeroPoint chosen = chooseScale(range, limits, c["symmetric"]);
        const std::string label = c.dump();
        QVERIFY2(chosen.scale == c["scale"].get<float>(), label.c_str());
        QVERIFY2(chosen.zeroPoint == c["zeroPoint"].get<std::int32_t>(), label.c_str());
    }
}

void TestQuantParams::activationGrid()
{
    const QuantParams p = activationParams({-1.0F, 3.0F}, {Precision::integer(8), false});
    QVERIFY(p.isPerTensor());
    QCOMPARE(p.scales, std::vector<float>{4.0F / 255.0F});
    QCOMPARE(p.zeroPoints, std::vector<std::int32_t>{64}); // round(63.75)
    QCOMPARE(p.qmin, 0);
    QCOMPARE(p.qmax, 255);
}

QTEST_APPLESS_MAIN(TestQuantParams)
#include "tst_quant_params.moc"
