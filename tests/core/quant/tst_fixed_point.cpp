// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/fixed_point.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>

using namespace quantoscope::quant;

namespace {

constexpr std::int32_t kLeast = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();

} // namespace

/// Against tests/data/fixed_point_make_golden.py, and by hand.
class TestFixedPoint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void highProducts();
    void shifts();
    void multipliers();
    void products();
    void byHand();

private:
    nlohmann::json m_golden;
};

void TestFixedPoint::initTestCase()
{
    std::ifstream file(QUANTOSCOPE_TEST_DATA "/fixed_point_golden.json");
    m_golden = nlohmann::json::parse(file, nullptr, false);
    QVERIFY(m_golden.is_object());
}

void TestFixedPoint::highProducts()
{
    for (const auto& row : m_golden.at("highProducts")) {
        QCOMPARE(roundedHighProduct(row[0], row[1]), row[2].get<std::int32_t>());
    }
}

void TestFixedPoint::shifts()
{
    for (const auto& row : m_golden.at("shifts")) {
        QCOMPARE(roundedShift(row[0], row[1]), row[2].get<std::int32_t>());
    }
}

void TestFixedPoint::multipliers()
{
    for (const auto& row : m_golden.at("multipliers")) {
        const FixedPointMultiplier multiplier = fixedPointMultiplier(row[0]);
        QCOMPARE(multiplier.mantissa, row[1].get<std::int32_t>());
        QCOMPARE(multiplier.shift, row[2].get<int>());
    }
    QCOMPARE(fixedPointMultiplier(0.0), FixedPointMultiplier{});
}

void TestFixedPoint::products()
{
    for (const auto& row : m_golden.at("products")) {
        QCOMPARE(multiplied(row[0], {row[1], row[2]}), row[3].get<std::int32_t>());
    }
}

void TestFixedPoint::byHand()
{
    // Half: 2^30 * 2^0. The product's tie goes up, that of a shift away from zero.
    QCOMPARE(multiplied(3, {1 << 30, 0}), 2);
    QCOMPARE(multiplied(-3, {1 << 30, 0}), -1);
    QCOMPARE(roundedShift(6, 2), 2);
    QCOMPARE(roundedShift(-6, 2), -2);
    QCOMPARE(roundedShift(5, 2), 1);
    QCOMPARE(roundedShift(-5, 2), -1);
    QCOMPARE(roundedHighProduct(kLeast, kLeast), kMost);
    // 1.0 is 2^30 and one to the left, which saturates.
    QCOMPARE(fixedPointMultiplier(1.0), (FixedPointMultiplier{1 << 30, 1}));
    QCOMPARE(multiplied(kMost, fixedPointMultiplier(1.0)), 1 << 30);
    QCOMPARE(multiplied(1000, fixedPointMultiplier(1.0)), 1000);
    QCOMPARE(fixedPointMultiplier(1e300), (FixedPointMultiplier{kMost, 31}));
}

QTEST_GUILESS_MAIN(TestFixedPoint)
#include "tst_fixed_point.moc"
