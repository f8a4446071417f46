// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/classification.h"
#include "core/eval/output_comparison.h"
#include "core/quant/noise.h"
#include "eval_golden.h"

#include <cmath>
#include <limits>
#include <numeric>

using namespace quantoscope;
using namespace quantoscope::eval;

class TestClassification : public QObject
{
    Q_OBJECT

private slots:
    void equalsNumpy_data();
    void equalsNumpy();
    void fewerThanFiveClasses();
    void tiesGoToTheLowerIndex();
    void notANumberIsTheLowest();
    void infiniteLogits();
    void unlabelledImagesAreLeftOut();
    void labelBeyondTheClassesIsAMiss();
    void distributionIsUsedAsItIs_data();
    void distributionIsUsedAsItIs();
    void equalOutputsAgree();
    void noImages();
    void taskFollowsTheOutputShape_data();
    void taskFollowsTheOutputShape();
    void comparesOutputsOfAnyShape();
};

namespace {

bool isNear(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// One golden case with its scores as tensors.
struct Case
{
    explicit Case(const nlohmann::json& json) : golden(json)
    {
        const auto classes = json["classes"].get<std::int64_t>();
        reference.values = golden::floats(json["float"]);
        value.values = golden::floats(json["quantized"]);
        const auto images = static_cast<std::int64_t>(reference.values.size()) / classes;
        reference.shape = value.shape = {images, classes};
        for (const int label : json["labels"]) {
            labels.emplace_back(label);
        }
    }

    const nlohmann::json& golden;
    Tensor reference;
    Tensor value;
    std::vector<std::optional<int>> labels;
};

} // namespace

void TestClassification::equalsNumpy_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& c : golden::section("classification")) {
        QTest::addRow("%s", c["name"].get<std::string>().c_str()) << index++;
    }
}

void TestClassification::equalsNumpy()
{
    QFETCH(int, index);
    const Case c(golden::section("classification")[index]);
    const AccuracyFigures right = accuracy(c.reference, c.labels);
    QCOMPARE(right.images, c.reference.shape[0]);
    QVERIFY(isNear(right.top1.value(), c.golden["top1Accuracy"], 1e-12));
    QVERIFY(isNear(right.top5.value(), c.golden["top5Accuracy"], 1e-12));

    const AgreementFigures same = agreement(c.reference, c.value);
    QVERIFY(isNear(same.agreement, c.golden["agreement"], 1e-12));
    QVERIFY(isNear(same.kl, c.golden["kl"], 1e-9));
    // Energies are sums of float products.
    QVERIFY(isNear(same.sqnrDb, c.golden["sqnrDb"], 1e-6));
    QVERIFY(isNear(same.cosine, c.golden["cosine"], 1e-6));

    const auto classes = static_cast<std::size_t>(c.reference.shape[1]);
    for (std::size_t image = 0; image < c.labels.size(); ++image) {
        const TopFive best =
            topFive(std::span(c.reference.values).subspan(image * classes, classes));
        for (std::size_t i = 0; i < best.size(); ++i) {
            QCOMPARE(best[i].classIndex, c.golden["top5"][image][i].get<int>());
            QVERIFY(isNear(static_cast<double>(best[i].probability),
                           c.golden["probabilities"][image][i], 1e-7));
        }
    }
}

void TestClassification::fewerThanFiveClasses()
{
    const std::vector<float> scores{1.0F, 2.0F};
    const TopFive best = topFive(scores);
    QCOMPARE(best[0].classIndex, 1);
    QCOMPARE(best[1].classIndex, 0);
    QCOMPARE(best[2].classIndex, -1);
    const std::vector<std::optional<int>> labels{0};
    const AccuracyFigures figures = accuracy(TensorView({1, 2}, scores), labels);
    QCOMPARE(figures.top1.value(), 0.0);
    QCOMPARE(figures.top5.value(), 1.0);
}

void TestClassification::tiesGoToTheLowerIndex()
{
    const std::vector<float> scores{0.0F, 3.0F, 3.0F, 3.0F, 3.0F, 3.0F, 3.0F, 9.0F};
    const TopFive best = topFive(scores);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(best[i].classIndex, i == 0 ? 7 : i);
    }
    const TensorView view({1, 8}, scores);
    QCOMPARE(accuracy(view, std::vector<std::optional<int>>{4}).top5.value(), 1.0);
    QCOMPARE(accuracy(view, std::vector<std::optional<int>>{5}).top5.value(), 0.0);
}

void TestClassification::notANumberIsTheLowest()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> scores{nan, -1e30F, nan, 0.0F};
    const TopFive best = topFive(scores);
    QCOMPARE(best[0].classIndex, 3);
    QCOMPARE(best[0].probability, 1.0F);
    QCOMPARE(best[1].classIndex, 1);
    QCOMPARE(best[2].classIndex, 0);
    QCOMPARE(best[3].classIndex, 2);
    QCOMPARE(best[3].probability, 0.0F);
}

void TestClassification::infiniteLogits()
{
    const float inf = std::numeric_limits<float>::infinity();
    const std::vector<double> p =
        probabilitiesOf(std::vector<float>{inf, inf, 0.0F, -inf}, ScoreKind::Logits);
    QVERIFY((p == std::vector<double>{0.5, 0.5, 0.0, 0.0}));
}

void TestClassification::unlabelledImagesAreLeftOut()
{
    const std::vector<float> scores{1.0F, 0.0F, 0.0F, 1.0F, 1.0F, 0.0F};
    const TensorView view({3, 2}, scores);
    const std::vector<std::optional<int>> some{0, std::nullopt, 1};
    QCOMPARE(accuracy(view, some).images, std::int64_t{3});
    QCOMPARE(accuracy(view, some).top1.value(), 0.5);
    const std::vector<std::optional<int>> none(3);
    QVERIFY(!accuracy(view, none).top1);
    QVERIFY(!accuracy(view, none).top5);
}

void TestClassification::labelBeyondTheClassesIsAMiss()
{
    const std::vector<float> scores{1.0F, 0.0F};
    const auto figures =
        accuracy(TensorView({1, 2}, scores), std::vector<std::optional<int>>{1000});
    QCOMPARE(figures.top1.value(), 0.0);
    QCOMPARE(figures.top5.value(), 0.0);
}

void TestClassification::distributionIsUsedAsItIs_data()
{
    QTest::addColumn<std::vector<float>>("scores");
    QTest::addColumn<bool>("isDistribution");
    QTest::newRow("distribution") << std::vector<float>{0.25F, 0.75F} << true;
    QTest::newRow("nearly") << std::vector<float>{0.25F, 0.7505F} << true;
    QTest::newRow("not quite") << std::vector<float>{0.25F, 0.752F} << false;
    QTest::newRow("negative") << std::vector<float>{-0.5F, 1.5F} << false;
}

void TestClassification::distributionIsUsedAsItIs()
{
    QFETCH(std::vector<float>, scores);
    QFETCH(bool, isDistribution);
    const float expected =
        isDistribution ? scores[1] : 1.0F / (1.0F + std::exp(scores[0] - scores[1]));
    QCOMPARE(topFive(scores)[0].probability, expected);
    QCOMPARE(scoreKindOf(TensorView({1, 2}, scores)) == ScoreKind::Probabilities, isDistribution);
}

void TestClassification::equalOutputsAgree()
{
    const Case c(golden::section("classification")[0]);
    const AgreementFigures same = agreement(c.reference, c.reference);
    QCOMPARE(same.agreement, 1.0);
    QCOMPARE(same.sqnrDb, quant::kNoNoiseDb);
    QVERIFY(isNear(same.cosine, 1.0, 1e-6));
    QCOMPARE(same.kl, 0.0);
}

void TestClassification::noImages()
{
    const TensorView none({0, 10}, {});
    QVERIFY(!accuracy(none, {}).top1);
    QCOMPARE(agreement(none, none).agreement, 0.0);
    QCOMPARE(compareOutputs(none, none).cosine, 1.0);
}

void TestClassification::taskFollowsTheOutputShape_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<bool>("isClassification");
    QTest::newRow("scores") << Shape{1, 1000} << true;
    QTest::newRow("dynamic batch") << Shape{-1, 1000} << true;
    QTest::newRow("trailing ones") << Shape{1, 1000, 1, 1} << true;
    QTest::newRow("channels last") << Shape{1, 1, 1, 1000} << true;
    QTest::newRow("regression") << Shape{1, 1} << false;
    QTest::newRow("detector") << Shape{1, 3549, 85} << false;
    QTest::newRow("segmentation") << Shape{1, 21, 65, 65} << false;
    QTest::newRow("dynamic classes") << Shape{1, -1} << false;
    QTest::newRow("scalar") << Shape{} << false;
    QTest::newRow("vector") << Shape{10} << false;
}

void TestClassification::taskFollowsTheOutputShape()
{
    QFETCH(Shape, shape);
    QFETCH(bool, isClassification);
    QCOMPARE(taskKindOf(shape) == TaskKind::Classification, isClassification);
}

void TestClassification::comparesOutputsOfAnyShape()
{
    // Two pictures: (3, 4) against (4, 3) has cosine 24 / 25; (1, 0) against (1, 0) has 1.
    const std::vector<float> reference{3.0F, 4.0F, 1.0F, 0.0F};
    const std::vector<float> value{4.0F, 3.0F, 1.0F, 0.0F};
    const OutputFigures figures =
        compareOutputs(TensorView({2, 1, 2, 1}, reference), TensorView({2, 1, 2, 1}, value));
    QVERIFY(isNear(figures.cosine, (24.0 / 25.0 + 1.0) / 2.0, 1e-12));
    QVERIFY(isNear(figures.sqnrDb, 10.0 * std::log10(26.0 / 2.0), 1e-12));
}

QTEST_APPLESS_MAIN(TestClassification)
#include "tst_classification.moc"
