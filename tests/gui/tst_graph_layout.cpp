// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_layout.h"
#include "gui/graph/graph_walk.h"
#include "gui/graph/layer_search.h"
#include "gui/graph/layered_layout.h"
#include "gui/graph/node_picture.h"
#include "tests/gui/small_outline.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace quantoscope;
using namespace quantoscope::gui;

class GraphLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOutFromTopToBottom_data()
    {
        QTest::addColumn<bool>("byDot");
        QTest::newRow("dot") << true;
        QTest::newRow("our own") << false;
    }
    void laysOutFromTopToBottom()
    {
        QFETCH(bool, byDot);
        if (byDot && QStandardPaths::findExecutable(QStringLiteral("dot")).isEmpty()) {
            QSKIP("Graphviz is not installed");
        }
        const auto outline = smallOutline();
        const GraphDrawing drawing = drawGraph(*outline);
        const Result<GraphLayout> layout =
            byDot ? layoutGraph(drawing, {}) : layeredLayout(drawing, {});
        QVERIFY2(layout, layout ? "" : layout.error().message.c_str());
        QCOMPARE(layout->centers.size(), outline->entries.size());
        QCOMPARE(layout->edges.size(), outline->edges.size());
        for (const OutlineEdge& edge : outline->edges) {
            QVERIFY(layout->centers[edge.from].y() + kNodeSize.height() <
                    layout->centers[edge.to].y());
        }
        // The two branches lie side by side.
        QCOMPARE(layout->centers[2].y(), layout->centers[3].y());
        QVERIFY(std::abs(layout->centers[2].x() - layout->centers[3].x()) > kNodeSize.width());
        for (const QPointF& center : layout->centers) {
            QVERIFY(layout->bounds.contains(center));
        }
        for (const GraphLayout::Edge& edge : layout->edges) {
            const OutlineEdge& ends = outline->edges[edge.edge];
            QCOMPARE(edge.points.size() % 3, std::size_t{1}); // whole Bézier pieces
            QVERIFY(touches(layout->centers[ends.from], edge.points.front()));
            QVERIFY(touches(layout->centers[ends.to], edge.points.back()));
        }
    }

    void stopsWhenCancelled()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dot")).isEmpty()) {
            QSKIP("Graphviz is not installed");
        }
        ModelOutline large;
        large.entries.resize(1500);
        for (int i = 1; i < 1500; ++i) {
            for (int back = 1; back <= std::min(i, 12); ++back) {
                large.edges.push_back({i - back, i, "t", {}, {}});
            }
        }
        std::stop_source stop;
        stop.request_stop();
        const Result<GraphLayout> layout = layoutGraph(drawGraph(large), {stop.get_token(), {}});
        QVERIFY(!layout);
        QCOMPARE(layout.error().code, ErrorCode::Cancelled);
    }

    void laysOutWithoutGraphviz()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const Result<GraphLayout> layout = layoutGraph(drawGraph(*smallOutline()), {});
        qputenv("PATH", path);
        QVERIFY(layout);
        QCOMPARE(layout->edges.size(), smallOutline()->edges.size());
    }

    void placesInOrder_data()
    {
        QTest::addColumn<std::vector<double>>("wanted");
        QTest::addColumn<std::vector<double>>("weights");
        QTest::addColumn<std::vector<double>>("placed"); // by hand, with gaps of 10
        const std::vector<double> equal{1, 1, 1};
        QTest::newRow("room enough")
            << std::vector<double>{0, 20, 40} << equal << std::vector<double>{0, 20, 40};
        QTest::newRow("all in one place")
            << std::vector<double>{5, 5, 5} << equal << std::vector<double>{-5, 5, 15};
        QTest::newRow("wrong order")
            << std::vector<double>{10, 0, 30} << equal << std::vector<double>{0, 10, 30};
        QTest::newRow("a heavy one stays")
            << std::vector<double>{0, 0, 100} << std::vector<double>{9, 1, 1}
            << std::vector<double>{-1, 9, 100};
        QTest::newRow("nothing") << std::vector<double>{} << std::vector<double>{}
                                 << std::vector<double>{};
    }
    void placesInOrder()
    {
        QFETCH(std::vector<double>, wanted);
        QFETCH(std::vector<double>, weights);
        QFETCH(std::vector<double>, placed);
        QCOMPARE(placedInOrder(wanted, weights, std::vector<double>(wanted.size(), 10.0)), placed);
    }

    void drawsCyclesOfBlocks()
    {
        GraphDrawing drawing;
        drawing.nodes.resize(3);
        drawing.edges = {{0, 1, "a", {}, {}}, {1, 2, "b", {}, {}}, {2, 1, "c", {}, {}}};
        const Result<GraphLayout> layout = layeredLayout(drawing, {});
        QVERIFY(layout);
        QVERIFY(layout->centers[1].y() < layout->centers[2].y());
        QVERIFY(layout->edges[2].points.front().y() > layout->edges[2].points.back().y());
    }

    void largeGraphsDoNotOverlap()
    {
        std::mt19937 random(7);
        GraphDrawing drawing;
        drawing.nodes.resize(2000);
        for (int i = 1; i < 2000; ++i) {
            drawing.edges.push_back({i - 1 - static_cast<int>(random() % 3) % i, i, "t", {}, {}});
            if (i > 40 && i % 5 == 0) {
                drawing.edges.push_back({i - 40, i, "skip", {}, {}});
            }
        }
        QElapsedTimer clock;
        clock.start();
        const Result<GraphLayout> layout = layoutGraph(drawing, {});
        qInfo("2000 nodes, %zu edges: laid out in %lld ms", drawing.edges.size(), clock.elapsed());
        QVERIFY(layout);
        std::map<double, std::vector<double>> rows;
        for (const QPointF& center : layout->centers) {
            rows[center.y()].push_back(center.x());
        }
        for (auto& [y, row] : rows) {
            std::ranges::sort(row);
            for (std::size_t i = 1; i < row.size(); ++i) {
                QVERIFY(row[i] - row[i - 1] > kNodeSize.width());
            }
        }
        for (const GraphLayout::Edge& edge : layout->edges) {
            const OutlineEdge& ends = drawing.edges[edge.edge];
            QVERIFY(layout->centers[ends.from].y() < layout->centers[ends.to].y());
        }
    }

    void collapsesScopes()
    {
        ModelOutline outline = *smallOutline();
        outline.entries[2].name = "block/branch/left";
        outline.entries[3].name = "block/branch/right";
        outline.entries[4].name = "block/sum";
        QCOMPARE(scopesOf("/a/b/c"), (std::vector<std::string>{"/a", "/a/b"}));
        QCOMPARE(collapsibleScopes(outline, GraphDetail::Layers),
                 (std::set<std::string>{"block", "block/branch"}));
        const GraphDrawing inner = drawGraph(outline, GraphDetail::Layers, {"block/branch"});
        QCOMPARE(inner.nodes.size(), std::size_t{5});
        QCOMPARE(inner.edges.size(), std::size_t{5}); // two tensors leave the block
        const GraphDrawing outer =
            drawGraph(outline, GraphDetail::Layers, {"block/branch", "block"});
        QCOMPARE(outer.nodes.size(), std::size_t{4});
        QCOMPARE(outer.nodes[2].scope, std::string("block"));
        QCOMPARE(outer.nodes[2].layers, (std::vector<OutlineId>{2, 3, 4}));
        QCOMPARE(outer.nodeOf, (std::vector<int>{0, 1, 2, 2, 2, 3}));
        QCOMPARE(outer.edges.size(), std::size_t{3});
    }

    void walksDownstream()
    {
        QCOMPARE(downstreamOf(*smallOutline(), 2), (std::vector<OutlineId>{2, 4, 5}));
        QCOMPARE(downstreamOf(*smallOutline(), 5), std::vector<OutlineId>{5});
    }

    void readsThePlainFormat()
    {
        ModelOutline outline;
        outline.entries.resize(2);
        outline.edges = {{0, 1, "t", {}, {}}};
        // Two inches high; y grows upwards there and downwards here.
        const Result<GraphLayout> layout =
            parsePlain("graph 1 2 2\n"
                       "node n0 1 1.5 2.4 0.75 \"\" solid box black lightgrey\n"
                       "node n1 1 0.5 2.4 0.75 \"\" solid box black lightgrey\n"
                       "edge n0 n1 4 1 1.2 1 1 1 0.9 1 0.8 solid black\n"
                       "stop\n",
                       drawGraph(outline));
        QVERIFY(layout);
        QCOMPARE(layout->centers[0], QPointF(72, 36));
        QCOMPARE(layout->centers[1], QPointF(72, 108));
        QCOMPARE(layout->edges[0].points.size(), std::size_t{4});
        QCOMPARE(layout->edges[0].points[1], QPointF(72, 72));
    }

    void refusesIncompleteAnswers_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("unknown node") << QByteArray("graph 1 2 2\nnode n7 1 1 1 1\n");
        QTest::newRow("no number") << QByteArray("graph 1 2 2\nnode nx 1 1 1 1\n");
        QTest::newRow("unknown edge")
            << QByteArray("graph 1 2 2\nnode n0 1 1 1 1\nedge n0 n0 1 1 1\n");
        QTest::newRow("node missing") << QByteArray("graph 1 2 2\nnode n0 1 1 1 1\nstop\n");
    }
    void refusesIncompleteAnswers()
    {
        QFETCH(QByteArray, plain);
        ModelOutline outline;
        outline.entries.resize(2);
        outline.edges = {{0, 1, "t", {}, {}}};
        QVERIFY(!parsePlain(plain, drawGraph(outline)));
    }

    void findsAttributesAndWeightShapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<OutlineId>>("found");
        QTest::newRow("value") << "strides=2x2" << std::vector<OutlineId>{1};
        QTest::newRow("as ONNX prints it") << "strides=[2, 2]" << std::vector<OutlineId>{1};
        QTest::newRow("number") << "Strides = 1" << std::vector<OutlineId>{2};
        QTest::newRow("attribute's name") << "strides" << std::vector<OutlineId>{1, 2};
        QTest::newRow("weight shape") << "8x3x3x3" << std::vector<OutlineId>{1, 2, 3};
        QTest::newRow("as the window writes it")
            << QString::fromUtf8("8 × 3 × 3 × 3") << std::vector<OutlineId>{1, 2, 3};
        QTest::newRow("brackets only") << "[]" << std::vector<OutlineId>{};
        QTest::newRow("none") << "dilations" << std::vector<OutlineId>{};
    }
    void findsAttributesAndWeightShapes()
    {
        QFETCH(QString, text);
        QFETCH(std::vector<OutlineId>, found);
        ModelOutline outline = *smallOutline();
        outline.entries[1].attributes = {{"strides", "2x2"}};
        outline.entries[2].attributes = {{"strides", "1x1"}};
        QCOMPARE(searchLayers(outline, text), found);
    }

    void findsLayers()
    {
        const auto outline = smallOutline();
        const std::vector<OutlineId> convolutions = searchLayers(*outline, QStringLiteral("CONV"));
        QCOMPARE(convolutions, (std::vector<OutlineId>{1, 2, 3}));
        QVERIFY(searchLayers(*outline, QStringLiteral("  ")).empty());
        QCOMPARE(nextMatch(convolutions, 1, 1), 2);
        QCOMPARE(nextMatch(convolutions, 3, 1), 1);
        QCOMPARE(nextMatch(convolutions, 1, -1), 3);
        QCOMPARE(nextMatch(convolutions, kNoOutlineId, 1), 1);
        QCOMPARE(nextMatch({}, 1, 1), kNoOutlineId);
    }

private:
    static bool touches(QPointF center, QPointF point)
    {
        const QRectF body(center - QPointF(kNodeSize.width() / 2, kNodeSize.height() / 2),
                          kNodeSize);
        return body.adjusted(-2, -2, 2, 2).contains(point);
    }
};

QTEST_GUILESS_MAIN(GraphLayoutTest)
#include "tst_graph_layout.moc"
