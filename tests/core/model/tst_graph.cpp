// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph_edit.h"
#include "graph_making.h"

#include <QTest>

using namespace quantoscope;
using namespace quantoscope::model;

class TestGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compactedSortsAndDrops();
    void compactedKeepsAnUnreadInput();
    void consumersListEachReaderOnce();
    void cyclesHaveNoOrder();
    void bypassKeepsOutputNames();
    void freshNames();
};

void TestGraph::compactedSortsAndDrops()
{
    const Graph graph = GraphMaker()
                            .input("x", {1, 2})
                            .weights("w", {2})
                            .weights("unused", {9})
                            .node("Neg", {"b"}, {"y"})
                            .node("Add", {"a", "w"}, {"b"})
                            .node("Relu", {"x"}, {"a"})
                            .node("Exp", {"x"}, {"dead"})
                            .output("y")
                            .graph();
    const Graph result = compacted(graph);
    QCOMPARE(nodesAsText(result), QByteArray("Relu a_node: x -> a\n"
                                             "Add b_node: a w -> b\n"
                                             "Neg y_node: b -> y\n"));
    QVERIFY(!result.findTensor("unused"));
    QVERIFY(!result.findTensor("dead"));
    QCOMPARE(result.tensor(*result.findTensor("b")).producer, *result.findNode("b_node"));
    QCOMPARE(difference(compacted(result), result), std::string());
}

void TestGraph::compactedKeepsAnUnreadInput()
{
    const Graph graph =
        GraphMaker().input("x", {1}).input("y", {1}).node("Relu", {"x"}, {"z"}).output("z").graph();
    QCOMPARE(compacted(graph).inputs.size(), std::size_t{2});
}

void TestGraph::consumersListEachReaderOnce()
{
    const Graph graph = GraphMaker()
                            .input("x", {1})
                            .node("Mul", {"x", "x"}, {"a"})
                            .node("Add", {"x", "a"}, {"y"})
                            .output("y")
                            .graph();
    const auto consumers = consumersOf(graph);
    QCOMPARE(consumers[0], (std::vector<NodeId>{NodeId{0}, NodeId{1}}));
}

void TestGraph::cyclesHaveNoOrder()
{
    const Graph graph =
        GraphMaker().node("Neg", {"b"}, {"a"}).node("Neg", {"a"}, {"b"}).output("b").graph();
    QVERIFY(!topologicalOrder(graph));
}

void TestGraph::bypassKeepsOutputNames()
{
    Graph graph = GraphMaker()
                      .input("x", {1})
                      .node("Identity", {"x"}, {"first"})
                      .node("Relu", {"first"}, {"a"})
                      .node("Identity", {"a"}, {"y"})
                      .node("Neg", {"a"}, {"z"})
                      .output("y")
                      .output("z")
                      .graph();
    QVERIFY(bypassNode(graph, *graph.findNode("first_node")));
    QVERIFY(bypassNode(graph, *graph.findNode("y_node")));
    QCOMPARE(nodesAsText(compacted(graph)), QByteArray("Relu a_node: x -> y\n"
                                                       "Neg z_node: y -> z\n"));

    Graph direct = GraphMaker().input("x", {1}).node("Identity", {"x"}, {"y"}).output("y").graph();
    QVERIFY(!bypassNode(direct, NodeId{0}));
    QCOMPARE(nodesAsText(direct), QByteArray("Identity y_node: x -> y\n"));
}

void TestGraph::freshNames()
{
    UniqueNames names;
    QCOMPARE(names.fresh("a"), std::string("a"));
    QCOMPARE(names.fresh("a"), std::string("a_2"));
    QVERIFY(!names.take("a_2"));
    QCOMPARE(names.fresh("a"), std::string("a_3"));
}

QTEST_GUILESS_MAIN(TestGraph)
#include "tst_graph.moc"
