// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/margins.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace quantoscope;
using namespace quantoscope::search;

namespace {
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
} // namespace

class TestMargins : public QObject
{
    Q_OBJECT

private slots:
    void byHand();
    void signTellsTheTopClass_data();
    void signTellsTheTopClass();
};

void TestMargins::byHand()
{
    const Tensor scores{{2, 3}, {1.0F, 4.0F, 2.5F, -1.0F, -3.0F, -2.0F}};
    const std::vector<std::size_t> labels{1, 2};
    QCOMPARE(margins(scores, labels), (std::vector{1.5F, -1.0F}));
    QCOMPARE(topClasses(scores), (std::vector<std::size_t>{1, 0}));
}

void TestMargins::signTellsTheTopClass_data()
{
    QTest::addColumn<std::vector<float>>("scores");
    QTest::newRow("distinct") << std::vector{0.1F, 0.7F, 0.2F};
    QTest::newRow("tie") << std::vector{1.0F, 5.0F, 5.0F};
    QTest::newRow("all equal") << std::vector{3.0F, 3.0F, 3.0F};
    QTest::newRow("NaN") << std::vector{kNan, -7.0F, kNan};
    QTest::newRow("all NaN") << std::vector{kNan, kNan};
    QTest::newRow("infinite") << std::vector{-kInfinity, kInfinity, kInfinity, kNan};
    QTest::newRow("huge") << std::vector{3e38F, -3e38F};
}

void TestMargins::signTellsTheTopClass()
{
    QFETCH(std::vector<float>, scores);
    const Tensor tensor{{1, static_cast<std::int64_t>(scores.size())}, scores};
    const std::size_t top = topClasses(tensor).front();
    for (std::size_t label = 0; label < scores.size(); ++label) {
        const float margin = marginOf(scores, label);
        QVERIFY(std::isfinite(margin));
        QCOMPARE(margin >= 0.0F, label == top);
    }
}

QTEST_APPLESS_MAIN(TestMargins)
#include "tst_margins.moc"
