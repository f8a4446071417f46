// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/quantize.h"
#include "golden_data.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::quant;

class TestRounding : public QObject
{
    Q_OBJECT

private slots:
    void tiesLikeNearbyint();
    void arbitraryFloatsLikeNearbyint();
    void float16OfNumpy();
    void float16ByHand();
    void float16InWeights();
};

namespace {

/// Codes of x on the widest grid with step 1 against std::nearbyint and clamping.
void compareWithNearbyint(const std::vector<float>& x)
{
    const QuantParams p{{1.0F}, {0}, -65536, 65535, -1};
    const auto codes = quantizeLinear({{static_cast<std::int64_t>(x.size())}, x}, p);
    QVERIFY(codes);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float rounded = std::clamp(std::nearbyint(x[i]), -65536.0F, 65535.0F);
        if ((*codes)[i] != static_cast<std::int32_t>(rounded)) {
            QCOMPARE((*codes)[i], static_cast<std::int32_t>(rounded));
        }
    }
}

/// The inputs of float16_inputs() in quant_make_golden.py.
std::vector<float> float16Inputs()
{
    const auto magnitude = [](int half) {
        const int exponent = half >> 10;
        const int mantissa = half & 0x3FF;
        return exponent == 0 ? std::ldexp(static_cast<float>(mantissa), -24)
                             : std::ldexp(static_cast<float>(mantissa + 1024), exponent - 25);
    };
    std::vector<float> halves;
    std::vector<float> middles;
    for (int half = 0; half < 0x7C00; ++half) {
        halves.push_back(magnitude(half));
        middles.push_back((magnitude(half) + magnitude(half + 1)) / 2.0F);
    }
    std::vector<float> x = halves;
    x.insert(x.end(), middles.begin(), middles.end());
    for (const float direction : {0.0F, 1e9F}) {
        for (const float middle : middles) {
            x.push_back(std::nextafter(middle, direction));
        }
    }
    const std::size_t ladder = x.size();
    for (std::size_t i = 0; i < ladder; ++i) {
        x.push_back(-x[i]);
    }
    for (std::uint64_t i = 0; i < 100000; ++i) {
        const auto pattern = static_cast<std::uint32_t>(golden::uniformBits(11, i) >> 32U);
        if ((pattern & 0x7F800000U) != 0x7F800000U) {
            x.push_back(std::bit_cast<float>(pattern));
        }
    }
    return x;
}

std::string bitChecksum(const std::vector<float>& values)
{
    std::vector<std::uint32_t> bits;
    for (const float value : values) {
        bits.push_back(std::bit_cast<std::uint32_t>(value));
    }
    return golden::checksum(std::span<const std::uint32_t>(bits));
}

} // namespace

/// Every tie n + 0.5 that a 17-bit grid can meet and both of its neighbours, and every integer.
void TestRounding::tiesLikeNearbyint()
{
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    std::vector<float> x;
    for (int n = -65540; n <= 65540; ++n) {
        const float tie = static_cast<float>(n) + 0.5F;
        x.insert(x.end(), {static_cast<float>(n), tie, std::nextafter(tie, -kInfinity),
                           std::nextafter(tie, kInfinity)});
    }
    compareWithNearbyint(x);
}

void TestRounding::arbitraryFloatsLikeNearbyint()
{
    std::vector<float> x;
    for (std::uint64_t i = 0; i < 1000000; ++i) {
        const auto pattern = static_cast<std::uint32_t>(golden::uniformBits(12, i) >> 32U);
        const float value = std::bit_cast<float>(pattern);
        if (std::isfinite(value)) {
            x.push_back(value);
        }
    }
    compareWithNearbyint(x);
}

/// Golden: numpy's float16, overflow clipped. All finite halves, the middles between them, the
/// middles' neighbours, arbitrary bit patterns; compared by checksum over all, in clear for a
/// sample.
void TestRounding::float16OfNumpy()
{
    const auto& expected = golden::section("float16");
    const auto sampleIn = expected["x"].get<std::vector<float>>();
    const auto sampleOut = expected["values"].get<std::vector<float>>();
    for (std::size_t i = 0; i < sampleIn.size(); ++i) {
        QCOMPARE(std::bit_cast<std::uint32_t>(roundToFloat16(sampleIn[i])),
                 std::bit_cast<std::uint32_t>(sampleOut[i]));
    }
    std::vector<float> x = float16Inputs();
    QCOMPARE(x.size(), expected["count"].get<std::size_t>());
    QCOMPARE(bitChecksum(x), expected["inputChecksum"].get<std::string>());
    for (float& value : x) {
        value = roundToFloat16(value);
    }
    QCOMPARE(bitChecksum(x), expected["checksum"].get<std::string>());
}

void TestRounding::float16ByHand()
{
    QCOMPARE(roundToFloat16(65519.0F), 65504.0F);
    QCOMPARE(roundToFloat16(65520.0F), 65504.0F);
    QCOMPARE(roundToFloat16(-1e30F), -65504.0F);
    QCOMPARE(roundToFloat16(std::numeric_limits<float>::infinity()), 65504.0F);
    QVERIFY(std::isnan(roundToFloat16(std::numeric_limits<float>::quiet_NaN())));
    QCOMPARE(roundToFloat16(1.0F + 1.0F / 2048.0F), 1.0F);                 // tie to even
    QCOMPARE(roundToFloat16(1.0F + 3.0F / 2048.0F), 1.0F + 1.0F / 512.0F); // tie to even
    QVERIFY(roundToFloat16(std::ldexp(1.0F, -25)) == 0.0F);                // tie to even
    QVERIFY(roundToFloat16(std::ldexp(1.5F, -25)) == std::ldexp(1.0F, -24));
    QVERIFY(std::signbit(roundToFloat16(-0.0F)));
}

void TestRounding::float16InWeights()
{
    const Tensor w{{3, 5}, golden::data("heavy", 6, 15)};
    const WeightScheme scheme{Precision::float16(), true, Granularity::PerChannel};
    const auto quantized = quantizeWeights(w, scheme, 0);
    QVERIFY(quantized);
    QVERIFY(quantized->codes.empty());
    QVERIFY(quantized->params.scales.empty());
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        QVERIFY(quantized->values.values[i] == roundToFloat16(w.values[i]));
    }
}

QTEST_APPLESS_MAIN(TestRounding)
#include "tst_rounding.moc"
