// SPDX-License-Identifier: GPL-3.0-or-later
// Simplification with the real engine; check_simplified.py compares outputs in ONNX Runtime.
#include "core/exec/engine.h"
#include "core/exec/same_function.h"
#include "core/model/layers.h"
#include "core/model/onnx_io.h"
#include "core/model/simplify.h"
#include "graph_making.h"

#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace quantoscope;
using namespace quantoscope::model;

class TestSimplify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsConstants();
    void foldsKnownShapes();
    void removesNoOps();
    void foldsKnownExtents();
    void fusesLayerNormalization_data();
    void fusesLayerNormalization();
    void shapeArithmeticOfTheBatch();
    void stopsWhenAsked();
    void namesUnknownOperators();
    void sharedModels_data();
    void sharedModels();

private:
    exec::Engine m_engine;
};

void TestSimplify::foldsConstants()
{
    const Graph graph = GraphMaker()
                            .input("x", {1, 3})
                            .weights("a", {3}, {1.0F, 2.0F, 3.0F})
                            .weights("b", {3}, {4.0F, 5.0F, 6.0F})
                            .node("Mul", {"a", "b"}, {"m"})
                            .node("Neg", {"m"}, {"n"})
                            .node("Add", {"x", "n"}, {"y"})
                            .output("y")
                            .output("m")
                            .graph();
    const auto result = simplify(graph, m_engine, {});
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(result->report.foldedConstants, std::int64_t{2});
    QCOMPARE(nodesAsText(result->graph), QByteArray("Add y_node: x n -> y\n"));
    QCOMPARE(valuesOf(result->graph, "n"), (std::vector<float>{-4.0F, -10.0F, -18.0F}));
    QCOMPARE(valuesOf(result->graph, "m"), (std::vector<float>{4.0F, 10.0F, 18.0F}));
}

void TestSimplify::foldsKnownShapes()
{
    const Graph graph = GraphMaker()
                            .input("x", {2, 3, 4})
                            .node("Shape", {"x"}, {"s"})
                            .node("Relu", {"x"}, {"y"})
                            .output("y")
                            .output("s")
                            .graph();
    Graph typed = graph;
    typed.tensor(*typed.findTensor("s")).type = ElementType::Int64;
    const auto result = simplify(typed, m_engine, {});
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(nodesAsText(result->graph), QByteArray("Relu y_node: x -> y\n"));
    const auto& shape = result->graph.tensor(*result->graph.findTensor("s")).constant;
    QVERIFY(shape);
    QCOMPARE(integerValues(*shape), (std::vector<std::int64_t>{2, 3, 4}));
}

void TestSimplify::removesNoOps()
{
    const Graph graph = GraphMaker()
                            .input("x", {kDynamic, 4})
                            .integers("shape", {-1, 4})
                            .integers("pads", {0, 0, 0, 0})
                            .node("Identity", {"x"}, {"a"})
                            .node("Reshape", {"a", "shape"}, {"b"})
                            .node("Pad", {"b", "pads"}, {"c"})
                            .node("Relu", {"c"}, {"d"})
                            .node("Dropout", {"d"}, {"y"})
                            .output("y")
                            .graph();
    const auto result = simplify(graph, m_engine, {});
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(nodesAsText(result->graph), QByteArray("Relu d_node: x -> y\n"));
    QCOMPARE(result->report.removedIdentities, std::int64_t{4});
}

/// Height and width are known beside a dynamic batch; a window of the whole tensor is no operator.
void TestSimplify::foldsKnownExtents()
{
    const auto integer = ElementType::Int64;
    GraphMaker maker(15);
    maker.input("x", {kDynamic, 3, 5})
        .integers("place", {-1})
        .integers("zero", {0})
        .integers("two", {2})
        .integers("axis", {2})
        .node("Shape", {"x"}, {"s"})
        .shape("s", {3}, integer)
        .node("Gather", {"s", "place"}, {"w"})
        .shape("w", {1}, integer)
        .node("Slice", {"x", "zero", "w", "axis"}, {"whole"})
        .shape("whole", {kDynamic, 3, 5})
        .node("Shape", {"x"}, {"t"}, {{"start", std::int64_t{1}}})
        .shape("t", {2}, integer)
        .node("Slice", {"t", "zero", "place"}, {"h"})
        .shape("h", {1}, integer)
        .node("Cast", {"h"}, {"f"}, {{"to", std::int64_t{1}}})
        .shape("f", {1})
        .node("Mul", {"whole", "f"}, {"y"})
        .output("y");
    const auto result = simplify(maker.graph(), m_engine, {});
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(nodesAsText(result->graph), QByteArray("Mul y_node: x f -> y\n"));
    QCOMPARE(valuesOf(result->graph, "f"), (std::vector<float>{3.0F}));
}

void TestSimplify::fusesLayerNormalization_data()
{
    QTest::addColumn<bool>("isPower");
    QTest::addColumn<bool>("isAffine");
    QTest::addColumn<bool>("isRead"); // what lies between is read elsewhere, too
    QTest::newRow("Pow") << true << true << false;
    QTest::newRow("Mul") << false << true << false;
    QTest::newRow("not affine") << true << false << false;
    QTest::newRow("read elsewhere") << true << true << true;
}

/// (x - mean) / Sqrt(mean of squares + epsilon) * gain + offset, as of exporters before opset 17.
void TestSimplify::fusesLayerNormalization()
{
    QFETCH(bool, isPower);
    QFETCH(bool, isAffine);
    QFETCH(bool, isRead);
    using Axes = std::vector<std::int64_t>;
    GraphMaker maker(12);
    maker.input("x", {kDynamic, 3, 4})
        .weights("two", {}, {2.0F})
        .weights("epsilon", {1}, {1e-3F})
        .weights("gain", {4}, {1.0F, 2.0F, 3.0F, 4.0F})
        .weights("offset", {4}, {0.5F, -0.5F, 0.0F, 1.0F})
        .node("ReduceMean", {"x"}, {"m"}, {{"axes", Axes{-1}}})
        .node("Sub", {"x", "m"}, {"d"});
    if (isPower) {
        maker.node("Pow", {"d", "two"}, {"p"});
    } else {
        maker.node("Mul", {"d", "d"}, {"p"});
    }
    maker.node("ReduceMean", {"p"}, {"v"}, {{"axes", Axes{2}}})
        .node("Add", {"v", "epsilon"}, {"e"})
        .node("Sqrt", {"e"}, {"s"})
        .node("Div", {"d", "s"}, {"n"});
    if (isAffine) {
        maker.node("Mul", {"n", "gain"}, {"g"}).node("Add", {"g", "offset"}, {"o"});
    }
    maker.node("Relu", {isAffine ? "o" : "n"}, {"y"}).output("y");
    if (isRead) {
        maker.output("s");
    }
    const Graph graph = maker.graph();
    const auto result = simplify(graph, m_engine, {});
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    const auto fused =
        std::ranges::count(result->graph.nodes, std::string("LayerNormalization"), &Node::opType);
    QCOMPARE(fused, isRead ? 0 : 1);
    QCOMPARE(result->graph.opset(), std::int64_t{isRead ? 13 : 17});
    QVERIFY(isRead || result->graph.nodes.size() == 2);
    const auto difference = exec::largestDifference(m_engine, graph, result->graph);
    QVERIFY2(difference, difference ? "" : difference.error().message.c_str());
    QVERIFY(*difference < 1e-5);
}

/// Reshape to [N, -1] by way of Shape, Gather and Concat, as exporters write a flattening.
void TestSimplify::shapeArithmeticOfTheBatch()
{
    const auto integer = ElementType::Int64;
    GraphMaker maker;
    maker.input("x", {kDynamic, 3, 2})
        .integers("first", {0})
        .integers("rest", {-1})
        .node("Shape", {"x"}, {"s"})
        .shape("s", {3}, integer)
        .node("Gather", {"s", "first"}, {"n"})
        .shape("n", {1}, integer)
        .node("Concat", {"n", "rest"}, {"t"}, {{"axis", std::int64_t{0}}})
        .shape("t", {2}, integer)
        .node("Reshape", {"x", "t"}, {"y"})
        .output("y");
    Graph graph = maker.graph();
    graph.tensor(*graph.findTensor("y")).shape.reset();
    const auto result = simplify(graph, m_engine, {});
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(nodesAsText(result->graph), QByteArray("Reshape y_node: x y_node.shape -> y\n"));
    const Graph& simple = result->graph;
    QCOMPARE(*simple.tensor(simple.outputs.front()).shape, (Shape{kDynamic, 6}));
}

void TestSimplify::stopsWhenAsked()
{
    const Graph graph = GraphMaker().input("x", {1}).node("Relu", {"x"}, {"y"}).output("y").graph();
    std::stop_source source;
    source.request_stop();
    const auto result = simplify(graph, m_engine, {source.get_token(), {}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void TestSimplify::namesUnknownOperators()
{
    Graph graph = GraphMaker().input("x", {1}).node("Fancy", {"x"}, {"y"}).output("y").graph();
    graph.nodes.front().domain = "com.example";
    graph.opsets["com.example"] = 1;
    const auto result = simplify(graph, m_engine, {});
    QVERIFY(!result);
    QVERIFY2(toString(result.error()).find("Fancy") != std::string::npos,
             toString(result.error()).c_str());
}

void TestSimplify::sharedModels_data()
{
    QTest::addColumn<int>("weightLayers");
    QTest::addColumn<qint64>("macs");       // onnxruntime 1.31: output sizes of each Conv and Gemm,
    QTest::addColumn<qint64>("parameters"); // and numpy: initializers, plus the limits of the Clips
    QTest::newRow("efficientnet-lite0") << 50 << qint64{385187552} << qint64{4631000 + 66};
    QTest::newRow("deeplab_v3_voc21") << 55 << qint64{725849344} << qint64{688365 + 68};
    QTest::newRow("super_resolution_x3_224") << 4 << qint64{2984869888} << qint64{59657};
    QTest::newRow("ultraface") << 52 << qint64{100418560} << qint64{300412};
    QTest::newRow("yolox_nano") << 113 << qint64{522553408} << qint64{904467};
}

void TestSimplify::sharedModels()
{
    const std::filesystem::path path = std::filesystem::path(QUANTOSCOPE_SHARED_DATA) / "models" /
                                       (std::string(QTest::currentDataTag()) + ".onnx");
    if (!std::filesystem::exists(path)) {
        QSKIP("the shared models are not there");
    }
    const auto graph = readOnnx(path);
    QVERIFY(graph);
    const auto result = simplify(*graph, m_engine, {});
    QVERIFY2(result, result ? "" : toString(result.error()).c_str());
    const auto model = buildLayers(std::make_shared<const Graph>(result->graph));
    QVERIFY2(model, model ? "" : toString(model.error()).c_str());
    const auto weightLayers = std::ranges::count_if(model->layers, &Layer::hasWeights);
    QTEST(static_cast<int>(weightLayers), "weightLayers");
    QTEST(static_cast<qint64>(model->macs), "macs");
    QTEST(static_cast<qint64>(model->parameterCount), "parameters");
    for (const Node& node : result->graph.nodes) {
        QVERIFY(node.opType != "Shape" && node.opType != "BatchNormalization");
    }
}

QTEST_GUILESS_MAIN(TestSimplify)
#include "tst_simplify.moc"
