// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/normal_mean.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <string>

using namespace quantoscope::quant;
using nlohmann::json;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What tests/data/normal_mean_make_golden.py wrote.
const json& golden()
{
    static const json all = [] {
        std::ifstream file(QUANTOSCOPE_TEST_DATA "/normal_mean_golden.json");
        return json::parse(file, nullptr, false);
    }();
    return all;
}

double limit(const json& value, double missing)
{
    return value.is_null() ? missing : value.get<double>();
}

} // namespace

/// Source of the closed form: Nagel et al. 2019, appendix on clipped normal distributions; of the
/// numbers: quadrature in NumPy.
class TestNormalMean : public QObject
{
    Q_OBJECT

private slots:
    void clipsInClosedForm();
    void otherFunctionsByQuadrature();
    void byHand();
    void withoutDeviation();
};

void TestNormalMean::clipsInClosedForm()
{
    QVERIFY(golden()["clipped"].size() > 20);
    for (const json& c : golden()["clipped"]) {
        const double low = limit(c["low"], -kInfinity);
        const double high = limit(c["high"], kInfinity);
        const double mean = clippedNormalMean(c["mean"], c["deviation"], low, high);
        const double expected = c["result"];
        QVERIFY2(std::abs(mean - expected) < 1e-12 * (1.0 + std::abs(expected)), c.dump().c_str());
    }
}

void TestNormalMean::otherFunctionsByQuadrature()
{
    const std::map<std::string, std::function<double(double)>> functions{
        {"silu", [](double x) { return x / (1.0 + std::exp(-x)); }},
        {"sigmoid", [](double x) { return 1.0 / (1.0 + std::exp(-x)); }},
        {"hardswish", [](double x) { return x * std::clamp(x / 6.0 + 0.5, 0.0, 1.0); }},
        {"leakyrelu", [](double x) { return x < 0.0 ? 0.1 * x : x; }},
    };
    for (const json& c : golden()["functions"]) {
        const double deviation = c["deviation"];
        const double mean = normalMean(functions.at(c["function"]), c["mean"], deviation);
        QVERIFY2(std::abs(mean - c["result"].get<double>()) < 1e-5 * deviation, c.dump().c_str());
    }
}

/// E[max(x, 0)] of the standard normal distribution is 1 / sqrt(2 pi).
void TestNormalMean::byHand()
{
    const double half = 1.0 / std::sqrt(2.0 * std::acos(-1.0));
    QVERIFY(std::abs(clippedNormalMean(0.0, 1.0, 0.0, kInfinity) - half) < 1e-15);
    QVERIFY(std::abs(clippedNormalMean(0.0, 2.0, 0.0, kInfinity) - 2.0 * half) < 1e-15);
    QVERIFY(std::abs(clippedNormalMean(3.0, 1.0, 0.0, 6.0) - 3.0) < 1e-15); // symmetric
    QCOMPARE(clippedNormalMean(0.25, 1.0, -kInfinity, kInfinity), 0.25);
}

void TestNormalMean::withoutDeviation()
{
    QCOMPARE(clippedNormalMean(-1.0, 0.0, 0.0, 6.0), 0.0);
    QCOMPARE(clippedNormalMean(2.5, 0.0, 0.0, 6.0), 2.5);
    QCOMPARE(clippedNormalMean(7.0, 0.0, 0.0, 6.0), 6.0);
    QCOMPARE(normalMean([](double x) { return x * x; }, 3.0, 0.0), 9.0);
}

QTEST_GUILESS_MAIN(TestNormalMean)
#include "tst_normal_mean.moc"
