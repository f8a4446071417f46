// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/histogram.h"
#include "golden_data.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace quantoscope;
using namespace quantoscope::quant;

namespace {

StreamingHistogram histogramOf(std::span<const float> values)
{
    StreamingHistogram histogram;
    histogram.add(values);
    return histogram;
}

bool same(const StreamingHistogram& a, const StreamingHistogram& b)
{
    return std::ranges::equal(a.bins(), b.bins()) && a.binWidth() == b.binWidth() &&
           a.count() == b.count() && a.nonFiniteCount() == b.nonFiniteCount() &&
           a.minimum() == b.minimum() && a.maximum() == b.maximum();
}

/// Bins by their definition, floor(x / width) in double.
std::vector<std::int64_t> plainBins(std::span<const float> values, double width)
{
    std::vector<std::int64_t> bins(StreamingHistogram::kBins);
    for (const float value : values) {
        const double bin = std::floor(static_cast<double>(value) / width);
        ++bins.at(static_cast<std::size_t>(bin + StreamingHistogram::kBins / 2));
    }
    return bins;
}

/// Magnitudes from 1e-45 to 3e38 of both signs, zeros and powers of two among them.
std::vector<float> extremes(std::uint64_t seed, std::size_t count)
{
    std::vector<float> values;
    for (std::uint64_t i = 0; values.size() < count; ++i) {
        const auto bits = golden::uniformBits(seed, i);
        const float value = std::bit_cast<float>(static_cast<std::uint32_t>(bits >> 32U));
        const int exponent = static_cast<int>(bits & 0xFFU) - 140;
        const float power = std::ldexp((bits & 0x100U) != 0 ? -1.0F : 1.0F, exponent);
        values.push_back(i % 5 == 0             ? 0.0F
                         : i % 3 == 0           ? power
                         : std::isfinite(value) ? value
                                                : 1.0F);
    }
    return values;
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT

private slots:
    void empty();
    void binsOfNumpy();
    void anySplitGivesTheSame_data();
    void anySplitGivesTheSame();
    void mergeEqualsAdding();
    void boundaries();
    void extremeMagnitudes();
    void nonFiniteValues();
    void quantilesOfNumpy();
};

void TestHistogram::empty()
{
    StreamingHistogram histogram;
    histogram.add({});
    QCOMPARE(histogram.count(), 0);
    QCOMPARE(histogram.binWidth(), 0.0);
    QCOMPARE(histogram.minimum(), 0.0F);
    QCOMPARE(histogram.maximum(), 0.0F);
    QVERIFY(histogram.bins().empty());
    QCOMPARE(histogram.quantile(0.5), 0.0);
    QCOMPARE(histogram.magnitudeQuantile(0.5), 0.0);
    const std::vector<float> zeros(10, 0.0F);
    histogram.add(zeros);
    QCOMPARE(histogram.count(), 10);
    QCOMPARE(histogram.bins()[StreamingHistogram::kBins / 2], 10);
    QCOMPARE(histogram.quantile(0.7), 0.0);
}

/// Golden: numpy.histogram over the same edges, by checksum; exact minimum, maximum and width.
void TestHistogram::binsOfNumpy()
{
    for (const auto& c : golden::section("calibration")) {
        const auto values = golden::data(c["kind"].get<std::string>(), c["seed"], c["count"]);
        const StreamingHistogram histogram = histogramOf(values);
        QCOMPARE(histogram.binWidth(), c["binWidth"].get<double>());
        QCOMPARE(histogram.minimum(), c["minimum"].get<float>());
        QCOMPARE(histogram.maximum(), c["maximum"].get<float>());
        QCOMPARE(histogram.count(), c["count"].get<std::int64_t>());
        QCOMPARE(golden::checksum(histogram.bins()), c["binsChecksum"].get<std::string>());
        QCOMPARE(histogram.binCenter(2048), 0.5 * histogram.binWidth());
        QCOMPARE(histogram.binCenter(0), -2047.5 * histogram.binWidth());
    }
}

void TestHistogram::anySplitGivesTheSame_data()
{
    QTest::addColumn<std::vector<float>>("values");
    QTest::newRow("bell") << golden::data("bell", 50, 40000);
    QTest::newRow("heavy") << golden::data("heavy", 51, 40000);
    QTest::newRow("outliers") << golden::data("outliers", 52, 40000);
    QTest::newRow("relu") << golden::data("relu", 53, 40000);
    QTest::newRow("extremes") << extremes(54, 40000);
    std::vector<float> growing = golden::data("bell", 55, 40000);
    for (std::size_t i = 0; i < growing.size(); ++i) {
        growing[i] = std::ldexp(growing[i], static_cast<int>(i / 500) - 60);
    }
    QTest::newRow("growing") << growing;
    std::ranges::reverse(growing);
    QTest::newRow("shrinking") << growing;
}

void TestHistogram::anySplitGivesTheSame()
{
    QFETCH(std::vector<float>, values);
    const StreamingHistogram whole = histogramOf(values);
    QCOMPARE(std::accumulate(whole.bins().begin(), whole.bins().end(), std::int64_t{0}),
             static_cast<std::int64_t>(values.size()));
    const auto expected = plainBins(values, whole.binWidth());
    QVERIFY(std::ranges::equal(whole.bins(), expected));
    for (const std::size_t piece : {1UL, 7UL, 1000UL, 1024UL, 17000UL, 39999UL}) {
        StreamingHistogram split;
        for (std::size_t start = 0; start < values.size(); start += piece) {
            split.add(std::span(values).subspan(start, std::min(piece, values.size() - start)));
        }
        QVERIFY(same(split, whole));
    }
    std::vector<float> backwards(values.rbegin(), values.rend());
    QVERIFY(same(histogramOf(backwards), whole));
}

void TestHistogram::mergeEqualsAdding()
{
    const auto small = golden::data("small", 56, 3000);
    const auto large = golden::data("outliers", 57, 30000);
    std::vector<float> both = small;
    both.insert(both.end(), large.begin(), large.end());
    const StreamingHistogram expected = histogramOf(both);
    StreamingHistogram up = histogramOf(small);
    up.merge(histogramOf(large));
    QVERIFY(same(up, expected));
    StreamingHistogram down = histogramOf(large);
    down.merge(histogramOf(small));
    QVERIFY(same(down, expected));
    StreamingHistogram none;
    none.merge(expected);
    QVERIFY(same(none, expected));
    none.merge(StreamingHistogram());
    QVERIFY(same(none, expected));
}

void TestHistogram::boundaries()
{
    // -2048 * width is inside, +2048 * width is not.
    QCOMPARE(histogramOf(std::vector{-1.0F}).binWidth(), 1.0 / 2048);
    QCOMPARE(histogramOf(std::vector{1.0F}).binWidth(), 1.0 / 1024);
    QCOMPARE(histogramOf(std::vector{std::nextafter(1.0F, 0.0F)}).binWidth(), 1.0 / 2048);
    const StreamingHistogram edges = histogramOf(std::vector{-1.0F, 0.5F, -0.5F, -0.0F});
    QCOMPARE(edges.bins()[0], 1);
    QCOMPARE(edges.bins()[2048 + 1024], 1);
    QCOMPARE(edges.bins()[2048 - 1024], 1);
    QCOMPARE(edges.bins()[2048], 1);
}

void TestHistogram::extremeMagnitudes()
{
    constexpr float kMax = std::numeric_limits<float>::max();
    constexpr float kTiny = std::numeric_limits<float>::denorm_min();
    const StreamingHistogram histogram = histogramOf(std::vector{kMax, -kMax, kTiny, -kTiny, 0.0F});
    QCOMPARE(histogram.binWidth(), std::ldexp(1.0, 117));
    QCOMPARE(histogram.bins()[0], 1);
    QCOMPARE(histogram.bins()[4095], 1);
    QCOMPARE(histogram.bins()[2048], 2);
    QCOMPARE(histogram.bins()[2047], 1);
    const StreamingHistogram tiny = histogramOf(std::vector{kTiny, -kTiny});
    QCOMPARE(tiny.binWidth(), std::ldexp(1.0, -120));
    QCOMPARE(tiny.bins()[2048], 1);
    QCOMPARE(tiny.bins()[2047], 1);
}

void TestHistogram::nonFiniteValues()
{
    std::vector<float> values = golden::data("bell", 58, 20000);
    const StreamingHistogram clean = histogramOf(values);
    values.insert(values.begin() + 5, NAN);
    values.insert(values.begin() + 7000, INFINITY);
    values.push_back(-INFINITY);
    const StreamingHistogram dirty = histogramOf(values);
    QCOMPARE(dirty.nonFiniteCount(), 3);
    QCOMPARE(dirty.count(), 20000);
    QVERIFY(std::ranges::equal(dirty.bins(), clean.bins()));
    QCOMPARE(dirty.minimum(), clean.minimum());
    QCOMPARE(dirty.maximum(), clean.maximum());
    StreamingHistogram only = histogramOf(std::vector{NAN, INFINITY});
    QCOMPARE(only.count(), 0);
    QCOMPARE(only.nonFiniteCount(), 2);
    QCOMPARE(only.minimum(), 0.0F);
}

/// Golden: the order statistics on both sides of numpy.percentile's position, within one bin.
void TestHistogram::quantilesOfNumpy()
{
    for (const auto& c : golden::section("calibration")) {
        const auto values = golden::data(c["kind"].get<std::string>(), c["seed"], c["count"]);
        const StreamingHistogram histogram = histogramOf(values);
        const auto within = [&](double value, const nlohmann::json& ends) {
            return value >= ends[0].get<double>() - histogram.binWidth() &&
                   value <= ends[1].get<double>() + histogram.binWidth();
        };
        for (const auto& p : c["percentiles"]) {
            const double fraction = p["percentile"].get<double>() / 100.0;
            const std::string label = c["kind"].get<std::string>() + " " + p.dump();
            QVERIFY2(within(histogram.quantile(fraction), p["value"]), label.c_str());
            QVERIFY2(within(histogram.quantile(1.0 - fraction), p["low"]), label.c_str());
            QVERIFY2(within(histogram.magnitudeQuantile(fraction), p["magnitude"]), label.c_str());
        }
        QCOMPARE(histogram.quantile(0.0), static_cast<double>(histogram.minimum()));
        QCOMPARE(histogram.quantile(1.0), static_cast<double>(histogram.maximum()));
    }
}

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
