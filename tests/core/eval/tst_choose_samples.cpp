// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/choose_samples.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace quantoscope;
using namespace quantoscope::eval;

namespace {

/// Samples with these labels.
DatasetIndex labelled(const std::vector<int>& labels)
{
    DatasetIndex index;
    for (const int label : labels) {
        const std::string name = std::to_string(index.samples.size()) + ".png";
        index.samples.push_back({name, name, label});
    }
    index.hasLabels = true;
    return index;
}

/// Classes 0, 1, 2 with 5, 3 and 4 pictures, mixed.
const std::vector<int> kMixed{0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 2, 0};

std::map<int, int> counts(const DatasetIndex& index, const std::vector<std::int32_t>& chosen)
{
    std::map<int, int> byLabel;
    for (const std::int32_t position : chosen) {
        ++byLabel[*index.samples[static_cast<std::size_t>(position)].label];
    }
    return byLabel;
}

} // namespace

class TestChooseSamples : public QObject
{
    Q_OBJECT

private slots:
    void firstAreTheFirst();
    void randomIsDrawnBySeed();
    void balancedHasTheSameOfEach_data();
    void balancedHasTheSameOfEach();
    void balancedBeginsBalanced();
    void fewerThanClasses();
    void balancedNeedsLabels();
    void wordsComeBack();
};

void TestChooseSamples::firstAreTheFirst()
{
    const DatasetIndex index = labelled(kMixed);
    QVERIFY(
        (*chooseSamples(index, SampleChoice::First, 3, 7) == std::vector<std::int32_t>{0, 1, 2}));
    QCOMPARE(chooseSamples(index, SampleChoice::First, 0, 7)->size(), kMixed.size());
    QCOMPARE(chooseSamples(index, SampleChoice::First, 99, 7)->size(), kMixed.size());
}

/// The draw is fixed: std::mt19937 is the same everywhere, and nothing else decides.
void TestChooseSamples::randomIsDrawnBySeed()
{
    const DatasetIndex index = labelled(std::vector<int>(100, 0));
    const auto drawn = *chooseSamples(index, SampleChoice::Random, 10, 1);
    QCOMPARE(drawn.size(), std::size_t{10});
    QCOMPARE(std::set(drawn.begin(), drawn.end()).size(), std::size_t{10});
    QVERIFY(drawn == *chooseSamples(index, SampleChoice::Random, 10, 1));
    QVERIFY(drawn != *chooseSamples(index, SampleChoice::Random, 10, 2));
    const auto more = *chooseSamples(index, SampleChoice::Random, 20, 1);
    QVERIFY(std::equal(drawn.begin(), drawn.end(), more.begin())); // more only adds
}

void TestChooseSamples::balancedHasTheSameOfEach_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("each");
    QTest::newRow("as many as the scarcest class") << 0 << 3;
    QTest::newRow("no more than the scarcest class") << 12 << 3;
    QTest::newRow("limited") << 6 << 2;
    QTest::newRow("what does not go round is left") << 8 << 2;
    QTest::newRow("one of each") << 3 << 1;
}

void TestChooseSamples::balancedHasTheSameOfEach()
{
    QFETCH(int, limit);
    QFETCH(int, each);
    const DatasetIndex index = labelled(kMixed);
    const auto chosen = *chooseSamples(index, SampleChoice::ClassBalanced, limit, 5);
    QVERIFY((counts(index, chosen) == std::map<int, int>{{0, each}, {1, each}, {2, each}}));
    QCOMPARE(std::set(chosen.begin(), chosen.end()).size(), chosen.size());
    QVERIFY(chosen == *chooseSamples(index, SampleChoice::ClassBalanced, limit, 5));
}

void TestChooseSamples::balancedBeginsBalanced()
{
    const DatasetIndex index = labelled(kMixed);
    auto chosen = *chooseSamples(index, SampleChoice::ClassBalanced, 0, 5);
    chosen.resize(6);
    QVERIFY((counts(index, chosen) == std::map<int, int>{{0, 2}, {1, 2}, {2, 2}}));
}

void TestChooseSamples::fewerThanClasses()
{
    const DatasetIndex index = labelled(kMixed);
    std::set<int> seen;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto chosen = *chooseSamples(index, SampleChoice::ClassBalanced, 2, seed);
        QCOMPARE(counts(index, chosen).size(), std::size_t{2});
        QCOMPARE(chosen.size(), std::size_t{2});
        seen.insert(*index.samples[static_cast<std::size_t>(chosen.front())].label);
    }
    QCOMPARE(seen.size(), std::size_t{3}); // not always the same classes
}

void TestChooseSamples::balancedNeedsLabels()
{
    DatasetIndex index = labelled(kMixed);
    index.samples[4].label.reset();
    const auto refused = chooseSamples(index, SampleChoice::ClassBalanced, 3, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(refused.error().message.find("'4.png'") != std::string::npos);
}

void TestChooseSamples::wordsComeBack()
{
    for (const auto choice :
         {SampleChoice::First, SampleChoice::Random, SampleChoice::ClassBalanced}) {
        QVERIFY(*parseSampleChoice(toString(choice)) == choice);
    }
    QVERIFY(!parseSampleChoice("some"));
}

QTEST_APPLESS_MAIN(TestChooseSamples)
#include "tst_choose_samples.moc"
