// SPDX-License-Identifier: GPL-3.0-or-later
// What the upgrade writes and refuses; that it computes the same is checked by check_simplified.py.
#include "core/model/opset_upgrade.h"
#include "graph_making.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::model;

class TestOpsetUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newGraphsStay();
    void attributesBecomeInputs();
    void limitsTakeTheInputsType();
    void softmaxWithoutShapes();
    void refuses_data();
    void refuses();
};

void TestOpsetUpgrade::newGraphsStay()
{
    const Graph graph =
        GraphMaker(17).input("x", {1}).node("Relu", {"x"}, {"y"}).output("y").graph();
    const auto raised = raisedToOpset13(graph);
    QVERIFY(raised);
    QCOMPARE(difference(*raised, graph), std::string());
}

void TestOpsetUpgrade::attributesBecomeInputs()
{
    const Graph graph = GraphMaker(9)
                            .input("x", {1, 3, 8})
                            .node("Squeeze", {"x"}, {"a"}, {{"axes", std::vector<std::int64_t>{0}}})
                            .node("Clip", {"a"}, {"y"}, {{"max", 6.0F}})
                            .output("y")
                            .graph();
    const auto raised = raisedToOpset13(graph);
    QVERIFY(raised);
    QCOMPARE(raised->opset(), std::int64_t{13});
    QCOMPARE(raised->irVersion, std::int64_t{8});
    QCOMPARE(nodesAsText(*raised), QByteArray("Squeeze a_node: x a_node.axes -> a\n"
                                              "Clip y_node: a - y_node.max -> y\n"));
    QCOMPARE(valuesOf(*raised, "y_node.max"), std::vector<float>{6.0F});
}

void TestOpsetUpgrade::limitsTakeTheInputsType()
{
    const Graph graph = GraphMaker(10)
                            .input("x", {4})
                            .shape("x", {4}, ElementType::Float16)
                            .node("Clip", {"x"}, {"y"}, {{"min", -0.5F}})
                            .output("y")
                            .graph();
    const auto raised = raisedToOpset13(graph);
    QVERIFY(raised);
    const TensorInfo& limit = raised->tensor(*raised->findTensor("y_node.min"));
    QCOMPARE(toString(limit.type), std::string("float16"));
    QCOMPARE(floatValues(*limit.constant), std::vector<float>{-0.5F});
}

void TestOpsetUpgrade::softmaxWithoutShapes()
{
    Graph graph = GraphMaker(11).input("x", {1}).node("Softmax", {"x"}, {"y"}).output("y").graph();
    graph.tensor(graph.inputs.front()).shape.reset();
    const auto raised = raisedToOpset13(graph);
    QVERIFY(raised);
    QCOMPARE(nodesAsText(*raised), QByteArray("Flatten y_node.Flatten: x -> y_node.matrix axis\n"
                                              "Softmax y_node: y_node.matrix -> y_node.rows axis\n"
                                              "Shape y_node.Shape: x -> y_node.shape\n"
                                              "Reshape y_node.Reshape: y_node.rows y_node.shape"
                                              " -> y\n"));
}

void TestOpsetUpgrade::refuses_data()
{
    QTest::addColumn<GraphMaker>("maker");
    QTest::addColumn<QString>("part");
    QTest::newRow("removed operator")
        << GraphMaker(9).input("x", {1, 3, 8, 8}).node("ImageScaler", {"x"}, {"y"})
        << QStringLiteral("removed from ONNX");
    QTest::newRow("spatial") << GraphMaker(8)
                                    .input("x", {1, 3, 8, 8})
                                    .node("BatchNormalization", {"x"}, {"y"},
                                          {{"spatial", std::int64_t{0}}})
                             << QStringLiteral("spatial = 0");
    QTest::newRow("sub-graph") << GraphMaker(11).input("x", {1}).node(
                                      "If", {"x"}, {"y"}, {{"then_branch", OpaqueGraph{}}})
                               << QStringLiteral("sub-graph");
}

void TestOpsetUpgrade::refuses()
{
    QFETCH(GraphMaker, maker);
    QFETCH(QString, part);
    const auto raised = raisedToOpset13(maker.output("y").graph());
    QVERIFY(!raised);
    QCOMPARE(raised.error().code, ErrorCode::Unsupported);
    QCOMPARE(raised.error().where, std::string("y_node"));
    QVERIFY2(QString::fromStdString(raised.error().message).contains(part),
             raised.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestOpsetUpgrade)
#include "tst_opset_upgrade.moc"
