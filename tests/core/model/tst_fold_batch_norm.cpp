// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold_batch_norm.h"
#include "graph_making.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace quantoscope;
using namespace quantoscope::model;

namespace {

// Statistics of two channels; variance + epsilon are squares, so that all factors are exact:
// scale / sqrt(variance + 1) = 3 / 2 and -1 / 4.
const std::vector<float> kScale{3.0F, -1.0F};
const std::vector<float> kShift{0.5F, 2.0F};
const std::vector<float> kMean{4.0F, -8.0F};
const std::vector<float> kVariance{3.0F, 15.0F};

GraphMaker& addNorm(GraphMaker& maker, const std::string& input)
{
    return maker.weights("scale", {2}, kScale)
        .weights("shift", {2}, kShift)
        .weights("mean", {2}, kMean)
        .weights("variance", {2}, kVariance)
        .node("BatchNormalization", {input, "scale", "shift", "mean", "variance"}, {"y"},
              {{"epsilon", 1.0F}})
        .output("y");
}

int foldedCount(const std::vector<BatchNormFolding>& foldings)
{
    return static_cast<int>(
        std::ranges::count(foldings, BatchNormOutcome::Folded, &BatchNormFolding::outcome));
}

} // namespace

/// W' = W * s, b' = (b - mean) * s + B (Jacob et al. 2018, section 3.2), by hand.
class TestFoldBatchNorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conv();
    void transposedConvOfTwoGroups();
    void gemm();
    void matMul();
    void sharedWeightIsCopied();
    void leavesWhatOthersRead();
    void keepsWhatItIsAskedTo();
    void tellsWhatIsInTheWay();
    void keepsStatistics();
    void arithmeticOfConstants();
    void arithmeticThatStays_data();
    void arithmeticThatStays();
};

void TestFoldBatchNorm::conv()
{
    GraphMaker maker;
    maker.input("x", {1, 2, 4, 4})
        .weights("w", {2, 2, 1, 1}, {1.0F, 2.0F, 4.0F, 8.0F})
        .weights("b", {2}, {10.0F, 20.0F})
        .node("Conv", {"x", "w", "b"}, {"c"});
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(addNorm(maker, "c").graph(), folded);
    QCOMPARE(foldedCount(folded), 1);
    QCOMPARE(nodesAsText(graph), QByteArray("Conv c_node: x w b -> y\n"));
    QCOMPARE(valuesOf(graph, "w"), (std::vector<float>{1.5F, 3.0F, -1.0F, -2.0F}));
    // (10 - 4) * 3/2 + 1/2 and (20 + 8) * -1/4 + 2
    QCOMPARE(valuesOf(graph, "b"), (std::vector<float>{9.5F, -5.0F}));
    QCOMPARE(graph.nodes.front().absorbed.size(), std::size_t{1});
    QCOMPARE(graph.nodes.front().absorbed.front().name, std::string("y_node"));
    QCOMPARE(graph.nodes.front().absorbed.front().opType, std::string("BatchNormalization"));
}

/// Weight [4 inputs, 1 output a group]: inputs 0 and 1 feed channel 0, inputs 2 and 3 channel 1.
void TestFoldBatchNorm::transposedConvOfTwoGroups()
{
    GraphMaker maker;
    maker.input("x", {1, 4, 4, 4})
        .weights("w", {4, 1, 1, 1}, {2.0F, 4.0F, 4.0F, 8.0F})
        .node("ConvTranspose", {"x", "w"}, {"c"}, {{"group", std::int64_t{2}}});
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(addNorm(maker, "c").graph(), folded);
    QCOMPARE(foldedCount(folded), 1);
    QCOMPARE(valuesOf(graph, "w"), (std::vector<float>{3.0F, 6.0F, -1.0F, -2.0F}));
    QCOMPARE(nodesAsText(graph), QByteArray("ConvTranspose c_node: x w c_node.bias -> y group\n"));
    // -4 * 3/2 + 1/2 and 8 * -1/4 + 2
    QCOMPARE(valuesOf(graph, "c_node.bias"), (std::vector<float>{-5.5F, 0.0F}));
}

void TestFoldBatchNorm::gemm()
{
    GraphMaker maker;
    maker.input("x", {1, 2})
        .weights("w", {2, 2}, {1.0F, 2.0F, 4.0F, 8.0F})
        .weights("b", {1, 2}, {5.0F, 10.0F})
        .node("Gemm", {"x", "w", "b"}, {"c"}, {{"beta", 2.0F}, {"alpha", 0.5F}});
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(addNorm(maker, "c").graph(), folded);
    QCOMPARE(foldedCount(folded), 1);
    QCOMPARE(nodesAsText(graph), QByteArray("Gemm c_node: x w b -> y alpha\n"));
    QCOMPARE(valuesOf(graph, "w"), (std::vector<float>{1.5F, -0.5F, 6.0F, -2.0F})); // columns
    QCOMPARE(valuesOf(graph, "b"), (std::vector<float>{9.5F, -5.0F}));
}

void TestFoldBatchNorm::matMul()
{
    GraphMaker maker;
    maker.input("x", {1, 2}).weights("w", {2, 2}, {1.0F, 2.0F, 4.0F, 8.0F});
    maker.node("MatMul", {"x", "w"}, {"c"});
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(addNorm(maker, "c").graph(), folded);
    QCOMPARE(foldedCount(folded), 1);
    QCOMPARE(nodesAsText(graph), QByteArray("MatMul c_node: x w -> c\n"
                                            "Add c_node.bias_add: c c_node.bias -> y\n"));
    QCOMPARE(valuesOf(graph, "c_node.bias"), (std::vector<float>{-5.5F, 0.0F}));
}

void TestFoldBatchNorm::sharedWeightIsCopied()
{
    GraphMaker maker;
    maker.input("x", {1, 2, 4, 4})
        .weights("w", {2, 2, 1, 1}, {1.0F, 2.0F, 4.0F, 8.0F})
        .node("Conv", {"x", "w"}, {"c"})
        .node("Conv", {"x", "w"}, {"z"})
        .output("z");
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(addNorm(maker, "c").graph(), folded);
    QCOMPARE(foldedCount(folded), 1);
    QCOMPARE(valuesOf(graph, "w"), (std::vector<float>{1.0F, 2.0F, 4.0F, 8.0F}));
    QCOMPARE(valuesOf(graph, "c_node.weight"), (std::vector<float>{1.5F, 3.0F, -1.0F, -2.0F}));
}

void TestFoldBatchNorm::leavesWhatOthersRead()
{
    for (const bool isOutput : {false, true}) {
        GraphMaker maker;
        maker.input("x", {1, 2, 4, 4}).weights("w", {2, 2, 1, 1}).node("Conv", {"x", "w"}, {"c"});
        if (isOutput) {
            maker.output("c");
        } else {
            maker.node("Exp", {"c"}, {"z"}).output("z");
        }
        std::vector<BatchNormFolding> folded;
        const Graph graph = addNorm(maker, "c").graph();
        QCOMPARE(difference(withBatchNormsFolded(graph, folded), compacted(graph)), std::string());
        QCOMPARE(foldedCount(folded), 0);
        QVERIFY(folded.at(0).outcome == BatchNormOutcome::OtherReaders);
        QVERIFY(!folded.at(0).folded);
    }
}

void TestFoldBatchNorm::keepsWhatItIsAskedTo()
{
    GraphMaker maker;
    maker.input("x", {1, 2, 4, 4})
        .weights("w", {2, 2, 1, 1}, {1.0F, 2.0F, 4.0F, 8.0F})
        .node("Conv", {"x", "w"}, {"c"});
    const Graph graph = addNorm(maker, "c").graph();
    std::vector<BatchNormFolding> foldings;
    const Graph kept = withBatchNormsFolded(
        graph, foldings, [](const std::string& layer) { return layer == "c_node"; });
    QCOMPARE(difference(kept, compacted(graph)), std::string());
    QCOMPARE(foldings.size(), std::size_t{1});
    QVERIFY(foldings[0].outcome == BatchNormOutcome::Kept);
    QCOMPARE(foldings[0].layer, std::string("c_node"));
    QCOMPARE(foldings[0].batchNorm, std::string("y_node"));
    QCOMPARE(floatValues(*foldings[0].unfolded), (std::vector<float>{1.0F, 2.0F, 4.0F, 8.0F}));
    QCOMPARE(floatValues(*foldings[0].folded), (std::vector<float>{1.5F, 3.0F, -1.0F, -2.0F}));
    std::vector<BatchNormFolding> others;
    const Graph folded =
        withBatchNormsFolded(graph, others, [](const std::string&) { return false; });
    QVERIFY(others[0].outcome == BatchNormOutcome::Folded);
    QCOMPARE(floatValues(*others[0].unfolded), floatValues(*foldings[0].unfolded));
    QCOMPARE(floatValues(*others[0].folded), valuesOf(folded, "w"));
}

void TestFoldBatchNorm::tellsWhatIsInTheWay()
{
    const auto outcome = [](GraphMaker& maker, const std::string& input) {
        std::vector<BatchNormFolding> foldings;
        (void)withBatchNormsFolded(addNorm(maker, input).graph(), foldings,
                                   [](const std::string&) { return true; });
        return foldings.at(0).outcome;
    };
    GraphMaker first;
    first.input("x", {1, 2, 4, 4});
    QVERIFY(outcome(first, "x") == BatchNormOutcome::NoLayer);
    GraphMaker behindRelu;
    behindRelu.input("x", {1, 2, 4, 4}).node("Relu", {"x"}, {"c"});
    QVERIFY(outcome(behindRelu, "c") == BatchNormOutcome::NoLayer);
    GraphMaker computed;
    computed.input("x", {1, 2, 4, 4})
        .input("b", {2})
        .weights("w", {2, 2, 1, 1})
        .node("Conv", {"x", "w", "b"}, {"c"});
    QVERIFY(outcome(computed, "c") == BatchNormOutcome::OtherShape);
}

/// Of what it made: beta and |gamma| (Nagel et al. 2019, section 4.2.1).
void TestFoldBatchNorm::keepsStatistics()
{
    GraphMaker maker;
    maker.input("x", {1, 2, 4, 4}).weights("w", {2, 2, 1, 1}).node("Conv", {"x", "w"}, {"c"});
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(addNorm(maker, "c").graph(), folded);
    const auto statistics = graph.tensor(*graph.findTensor("y")).statistics;
    QVERIFY(statistics);
    QCOMPARE(statistics->means, (std::vector<double>{0.5, 2.0}));
    QCOMPARE(statistics->deviations, (std::vector<double>{3.0, 1.0}));
    QVERIFY(!graph.tensor(*graph.findTensor("x")).statistics);
    QVERIFY(compacted(graph).tensor(*compacted(graph).findTensor("y")).statistics == statistics);
}

/// ((x * w + b) * 3 - 1) / [2, 4], as exporters write learned scales behind a convolution.
void TestFoldBatchNorm::arithmeticOfConstants()
{
    const Shape map{1, 2, 4, 4};
    GraphMaker maker;
    maker.input("x", map)
        .weights("w", {2, 2, 1, 1}, {1.0F, 2.0F, 4.0F, 8.0F})
        .weights("b", {2}, {10.0F, 20.0F})
        .weights("three", {1}, {3.0F})
        .weights("one", {}, {1.0F})
        .weights("divisors", {2, 1, 1}, {2.0F, 4.0F})
        .node("Conv", {"x", "w", "b"}, {"c"})
        .node("Mul", {"three", "c"}, {"m"})
        .node("Sub", {"m", "one"}, {"s"})
        .node("Div", {"s", "divisors"}, {"y"})
        .output("y");
    for (const char* name : {"c", "m", "s", "y"}) {
        maker.shape(name, map);
    }
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(maker.graph(), folded);
    QCOMPARE(foldedCount(folded), 0); // batch normalizations
    QCOMPARE(nodesAsText(graph), QByteArray("Conv c_node: x w b -> y\n"));
    QCOMPARE(valuesOf(graph, "w"), (std::vector<float>{1.5F, 3.0F, 3.0F, 6.0F}));
    QCOMPARE(valuesOf(graph, "b"), (std::vector<float>{14.5F, 14.75F}));
    QCOMPARE(graph.nodes.front().absorbed.size(), std::size_t{3});
}

void TestFoldBatchNorm::arithmeticThatStays_data()
{
    QTest::addColumn<QByteArray>("opType");
    QTest::addColumn<std::vector<std::string>>("inputs");
    using Names = std::vector<std::string>;
    QTest::newRow("another axis") << QByteArray("Mul") << Names{"c", "columns"};
    QTest::newRow("constant divided") << QByteArray("Div") << Names{"scalar", "c"};
    QTest::newRow("bias of a layer without") << QByteArray("Add") << Names{"c", "channels"};
    QTest::newRow("two tensors") << QByteArray("Mul") << Names{"c", "x"};
    QTest::newRow("more axes") << QByteArray("Mul") << Names{"c", "deep"};
}

void TestFoldBatchNorm::arithmeticThatStays()
{
    QFETCH(QByteArray, opType);
    QFETCH(std::vector<std::string>, inputs);
    GraphMaker maker;
    maker.input("x", {1, 2, 2, 2})
        .weights("w", {2, 2, 1, 1})
        .weights("scalar", {}, {2.0F})
        .weights("channels", {2, 1, 1})
        .weights("columns", {2})
        .weights("deep", {1, 1, 1, 1, 1})
        .node("Conv", {"x", "w"}, {"c"})
        .shape("c", {1, 2, 2, 2})
        .node(opType.toStdString(), inputs, {"y"})
        .shape("y", {1, 2, 2, 2})
        .output("y");
    std::vector<BatchNormFolding> folded;
    const Graph graph = withBatchNormsFolded(maker.graph(), folded);
    QCOMPARE(graph.nodes.size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(TestFoldBatchNorm)
#include "tst_fold_batch_norm.moc"
