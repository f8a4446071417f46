// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graph_layout.h"
#include "gui/graph/layer_search.h"
#include "tests/gui/small_outline.h"

#include <QStandardPaths>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

class GraphLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOutFromTopToBottom()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dot")).isEmpty()) {
            QSKIP("Graphviz is not installed");
        }
        const auto outline = smallOutline();
        const Result<GraphLayout> layout = layoutGraph(*outline, {});
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
                large.edges.push_back({i - back, i, "t", {}});
            }
        }
        std::stop_source stop;
        stop.request_stop();
        const Result<GraphLayout> layout = layoutGraph(large, {stop.get_token(), {}});
        QVERIFY(!layout);
        QCOMPARE(layout.error().code, ErrorCode::Cancelled);
    }

    void saysWhenGraphvizIsMissing()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const Result<GraphLayout> layout = layoutGraph(*smallOutline(), {});
        qputenv("PATH", path);
        QVERIFY(!layout);
        QCOMPARE(layout.error().code, ErrorCode::Unsupported);
        QVERIFY(layout.error().message.find("graphviz") != std::string::npos);
    }

    void readsThePlainFormat()
    {
        ModelOutline outline;
        outline.entries.resize(2);
        outline.edges = {{0, 1, "t", {}}};
        // Two inches high; y grows upwards there and downwards here.
        const Result<GraphLayout> layout =
            parsePlain("graph 1 2 2\n"
                       "node n0 1 1.5 2.4 0.75 \"\" solid box black lightgrey\n"
                       "node n1 1 0.5 2.4 0.75 \"\" solid box black lightgrey\n"
                       "edge n0 n1 4 1 1.2 1 1 1 0.9 1 0.8 solid black\n"
                       "stop\n",
                       outline);
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
        outline.edges = {{0, 1, "t", {}}};
        QVERIFY(!parsePlain(plain, outline));
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
