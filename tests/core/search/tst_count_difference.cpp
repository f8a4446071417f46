// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/count_difference.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace quantoscope::search;

namespace {

using Probability = std::function<double(int)>;

double choose(double n, int k)
{
    double product = 1.0;
    for (int i = 0; i < k; ++i) {
        product *= (n - i) / (i + 1);
    }
    return product;
}

Probability poisson(double mean)
{
    return [mean](int k) { return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0)); };
}
Probability binomial(int n, double p)
{
    return [n, p](int k) { return choose(n, k) * std::pow(p, k) * std::pow(1.0 - p, n - k); };
}
Probability negativeBinomial(double size, double q)
{
    return [size, q](int k) {
        return choose(size + k - 1.0, k) * std::pow(1.0 - q, size) * std::pow(q, k);
    };
}

/// P(gained - lost <= difference) by adding up every pair of counts.
double cumulated(const Probability& gained, const Probability& lost, int difference, int limit)
{
    double sum = 0.0;
    for (int g = 0; g <= limit; ++g) {
        for (int l = 0; l <= limit; ++l) {
            sum += g - l <= difference ? gained(g) * lost(l) : 0.0;
        }
    }
    return sum;
}

} // namespace

class TestCountDifference : public QObject
{
    Q_OBJECT

private slots:
    void quantilesOfKnownDistributions();
    void mixtures();
    void largeCountsAreNormal();
    void nothingExpected();
};

void TestCountDifference::quantilesOfKnownDistributions()
{
    struct Case
    {
        CountForecast gainedMoments, lostMoments;
        Probability gained, lost;
        int limit;
    };
    const Case cases[] = {
        {{2.5, 2.5, 60}, {4.0, 4.0, 60}, poisson(2.5), poisson(4.0), 60},
        {{12.0, 4.8, 20}, {0.3, 0.27, 3}, binomial(20, 0.6), binomial(3, 0.1), 20},
        // size 1.5, q 0.7: mean 3.5, variance 35/3
        {{3.5, 3.5 / 0.3, 120}, {0.05, 0.05, 60}, negativeBinomial(1.5, 0.7), poisson(0.05), 120},
    };
    for (const Case& each : cases) {
        CountDifference counts;
        counts.add(1.0, each.gainedMoments, each.lostMoments);
        for (const double level : {0.025, 0.2, 0.5, 0.9, 0.975}) {
            const int found = static_cast<int>(counts.quantile(level));
            QVERIFY(cumulated(each.gained, each.lost, found, each.limit) >= level - 1e-9);
            QVERIFY(cumulated(each.gained, each.lost, found - 1, each.limit) < level);
        }
    }
}

/// Half sure of exactly one distribution, half of another: the quartiles are those of each alone.
void TestCountDifference::mixtures()
{
    CountDifference counts;
    counts.add(3.0, {30.0, 0.04, 100}, {0.0, 0.0, 10});
    counts.add(1.0, {0.0, 0.0, 100}, {5.0, 0.01, 10});
    QCOMPARE(counts.quantile(0.2), std::int64_t{-5});
    QCOMPARE(counts.quantile(0.3), std::int64_t{30});
    QCOMPARE(counts.mean(), (3.0 * 30.0 - 5.0) / 4.0);
}

void TestCountDifference::largeCountsAreNormal()
{
    CountDifference counts;
    counts.add(1.0, {9000.0, 3000.0, 40000}, {4000.0, 600.0, 10000});
    QCOMPARE(counts.quantile(0.5), std::int64_t{5000});
    QVERIFY(std::abs(static_cast<double>(counts.quantile(0.975)) - (5000.0 + 1.95996 * 60.0)) <=
            1.0);
}

void TestCountDifference::nothingExpected()
{
    CountDifference counts;
    counts.add(1.0, {0.0, 0.0, 5}, {0.0, 0.0, 7});
    QCOMPARE(counts.quantile(0.025), std::int64_t{0});
    QCOMPARE(counts.quantile(0.975), std::int64_t{0});
}

QTEST_APPLESS_MAIN(TestCountDifference)
#include "tst_count_difference.moc"
