// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/margins.h"
#include "core/search/paired_difference.h"
#include "core/search/stratified_order.h"
#include "tests/core/search/sample_run.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace quantoscope;
using namespace quantoscope::search;

namespace {

constexpr std::size_t kBatch = 16;

double accuracyOf(const std::vector<float>& margins)
{
    return static_cast<double>(
               std::ranges::count_if(margins, [](float margin) { return margin >= 0.0F; })) /
           static_cast<double>(margins.size());
}

std::vector<float> taken(const std::vector<float>& values, std::span<const std::int32_t> pictures)
{
    std::vector<float> some;
    for (const std::int32_t picture : pictures) {
        some.push_back(values[static_cast<std::size_t>(picture)]);
    }
    return some;
}

/// How often intervals held the exact figure, and how wide they were.
struct Coverage
{
    int held = 0;
    int tried = 0;
    double width = 0.0;
    double plainWidth = 0.0; ///< of intervals from counts alone

    void add(const std::vector<float>& a, const std::vector<float>& b,
             std::span<const std::int32_t> seen)
    {
        const std::vector<float> seenA = taken(a, seen);
        const Interval found = PairedDifference(b).difference(seen, seenA);
        const double exact = accuracyOf(a) - accuracyOf(b);
        held += found.low - 1e-12 <= exact && exact <= found.high + 1e-12 ? 1 : 0;
        width += found.high - found.low;
        PairedCounts counts{0, 0, static_cast<std::int64_t>(seen.size()),
                            static_cast<std::int64_t>(a.size())};
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const float before = b[static_cast<std::size_t>(seen[i])];
            counts.gained += before < 0.0F && seenA[i] >= 0.0F ? 1 : 0;
            counts.lost += before >= 0.0F && seenA[i] < 0.0F ? 1 : 0;
        }
        const Interval plain = differenceOf(counts);
        plainWidth += plain.high - plain.low;
        ++tried;
    }
    [[nodiscard]] double rate() const { return static_cast<double>(held) / tried; }
};

std::vector<float> bellMargins(std::size_t count, float mean, float deviation, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal(mean, deviation);
    std::vector<float> margins(count);
    std::ranges::generate(margins, [&] { return normal(generator); });
    return margins;
}

} // namespace

class TestPairedDifference : public QObject
{
    Q_OBJECT

private slots:
    void endsExact();
    void isNeverCertainBefore();
    void fewPicturesCountOnly();
    void orderOfSeenDoesNotMatter();
    void brokenScoresStayFinite();
    void agreementIsAShare();
    void coversRealEdits_data();
    void coversRealEdits();

private:
    std::vector<std::vector<float>> m_labelMargins;     ///< FP32 first, then edits
    std::vector<std::vector<float>> m_agreementMargins; ///< the same of FP32's top-1 classes
    std::vector<std::pair<std::size_t, std::size_t>> m_oneEditApart;
    void measureEdits();
};

void TestPairedDifference::endsExact()
{
    const auto before = bellMargins(200, 1.0F, 1.0F, 1);
    const auto after = bellMargins(200, 0.7F, 1.0F, 2);
    const auto order = stratifiedOrder(before, kBatch);
    const double exact = accuracyOf(after) - accuracyOf(before);
    const Interval found = PairedDifference(before).difference(order, taken(after, order));
    QVERIFY(std::abs(found.value - exact) < 1e-12);
    QCOMPARE(found.low, found.value);
    QCOMPARE(found.high, found.value);
}

/// An edit that moves nothing that was seen may still move a picture that was not.
void TestPairedDifference::isNeverCertainBefore()
{
    const auto before = bellMargins(500, 2.0F, 2.0F, 3);
    const auto order = stratifiedOrder(before, kBatch);
    const auto seen = std::span(order).first(kBatch);
    const PairedDifference paired(before);
    const Interval same = paired.difference(seen, taken(before, seen));
    QVERIFY(same.low <= -0.5 / 500.0 && same.high >= 0.5 / 500.0);
    auto after = before;
    for (std::size_t i = 0; i < after.size(); ++i) {
        after[i] += i % 2 == 0 ? 0.2F : -0.2F;
    }
    const auto shifted = taken(after, seen);
    const Interval some = paired.difference(seen, shifted);
    QVERIFY(some.high - some.low > 2.0 * (same.high - same.low));
    QVERIFY(some.low <= some.value && some.value <= some.high);
}

void TestPairedDifference::fewPicturesCountOnly()
{
    const auto before = bellMargins(100, 1.0F, 1.0F, 4);
    const PairedDifference paired(before);
    QCOMPARE(paired.difference({}, {}), (Interval{0.0, -1.0, 1.0}));
    const std::vector<std::int32_t> seen{5, 50};
    QCOMPARE(paired.difference(seen, taken(before, seen)), differenceOf({0, 0, 2, 100}));
}

void TestPairedDifference::orderOfSeenDoesNotMatter()
{
    const auto before = bellMargins(300, 1.0F, 1.0F, 5);
    const auto after = bellMargins(300, 1.0F, 1.0F, 6);
    auto seen = stratifiedOrder(before, kBatch);
    seen.resize(32);
    const PairedDifference paired(before);
    const Interval forwards = paired.difference(seen, taken(after, seen));
    std::ranges::reverse(seen);
    const Interval backwards = paired.difference(seen, taken(after, seen));
    QVERIFY(std::abs(forwards.value - backwards.value) < 1e-9);
    QCOMPARE(forwards.low, backwards.low);
    QCOMPARE(forwards.high, backwards.high);
}

void TestPairedDifference::brokenScoresStayFinite()
{
    constexpr float kLargest = std::numeric_limits<float>::max();
    const auto before = bellMargins(100, 1.0F, 1.0F, 7);
    const auto order = stratifiedOrder(before, kBatch);
    const auto seen = std::span(order).first(kBatch);
    for (const float extreme : {kLargest, -kLargest, 0.0F}) {
        auto after = taken(before, seen);
        after[3] = extreme;
        const Interval one = PairedDifference(before).difference(seen, after);
        const Interval all =
            PairedDifference(before).difference(seen, std::vector(kBatch, extreme));
        const Interval equal = PairedDifference(std::vector(100, 1.0F)).difference(seen, after);
        for (const Interval& found : {one, all, equal}) {
            QVERIFY(found.low >= -1.0 && found.low <= found.value);
            QVERIFY(found.value <= found.high && found.high <= 1.0);
        }
    }
}

void TestPairedDifference::agreementIsAShare()
{
    std::vector<float> before = bellMargins(200, 0.0F, 1.0F, 8);
    std::ranges::for_each(before, [](float& margin) { margin = std::abs(margin); });
    auto after = before;
    for (std::size_t i = 0; i < after.size(); i += 2) {
        after[i] -= 0.3F;
    }
    const auto order = stratifiedOrder(before, kBatch);
    const PairedDifference paired(before);
    const Interval all = paired.agreement(order, taken(after, order));
    QVERIFY(std::abs(all.value - accuracyOf(after)) < 1e-12);
    const auto seen = std::span(order).first(64);
    const Interval some = paired.agreement(seen, taken(after, seen));
    QVERIFY(some.low <= all.value && all.value <= some.high && some.high <= 1.0);
}

void TestPairedDifference::measureEdits()
{
    if (!m_labelMargins.empty()) {
        return;
    }
    tests::SampleRun sample;
    std::vector<std::size_t> topOfFloat;
    const auto add = [&](const quant::Configuration& configuration) {
        const Tensor scores = sample.scores(configuration);
        if (topOfFloat.empty()) {
            topOfFloat = topClasses(scores);
        }
        m_labelMargins.push_back(margins(scores, sample.labels()));
        m_agreementMargins.push_back(margins(scores, topOfFloat));
    };
    add({});
    for (const int bits : {8, 7, 6, 5, 4, 3}) {
        add(sample.allLayers(bits));
    }
    for (std::size_t layer = 0; layer < sample.weightLayers().size(); ++layer) {
        for (const int bits : {5, 3}) {
            add(sample.onlyLayer(layer, bits));
        }
    }
    std::mt19937 generator(9);
    for (const int start : {6, 5, 4}) {
        auto configuration = sample.allLayers(start);
        for (int step = 0; step < 10; ++step) {
            const auto& layer = sample.weightLayers()[generator() % sample.weightLayers().size()];
            const int bits = static_cast<int>(2 + generator() % 7);
            configuration.weights[layer].precision = quant::Precision::integer(bits);
            add(configuration);
            if (step > 0) {
                m_oneEditApart.emplace_back(m_labelMargins.size() - 1, m_labelMargins.size() - 2);
            }
        }
    }
}

void TestPairedDifference::coversRealEdits_data()
{
    QTest::addColumn<std::size_t>("seen");
    for (const std::size_t seen : {16UL, 32UL, 64UL, 128UL}) {
        QTest::addRow("%zu pictures", seen) << seen;
    }
}

/// Real edits of the sample network, three orders each: against FP32, against the configuration
/// before, and agreement with FP32. The promise is 95 %, to be kept within 2 points.
void TestPairedDifference::coversRealEdits()
{
    QFETCH(std::size_t, seen);
    measureEdits();
    Coverage toFloat;
    Coverage toFormer;
    Coverage agreement;
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const auto order = stratifiedOrder(m_labelMargins.front(), kBatch, seed);
        const auto first = std::span(order).first(seen);
        for (std::size_t edit = 1; edit < m_labelMargins.size(); ++edit) {
            toFloat.add(m_labelMargins[edit], m_labelMargins.front(), first);
            agreement.add(m_agreementMargins[edit], m_agreementMargins.front(), first);
        }
        for (const auto& [after, before] : m_oneEditApart) {
            toFormer.add(m_labelMargins[after], m_labelMargins[before], first);
        }
    }
    for (const Coverage& each : {toFloat, toFormer, agreement}) {
        qInfo("%d intervals hold %.3f; width %.4f, from counts alone %.4f", each.tried, each.rate(),
              each.width / each.tried, each.plainWidth / each.tried);
        QVERIFY(each.rate() >= 0.93);
        QVERIFY(each.width < (seen <= 32 ? 0.5 : 0.8) * each.plainWidth);
    }
}

QTEST_GUILESS_MAIN(TestPairedDifference)
#include "tst_paired_difference.moc"
