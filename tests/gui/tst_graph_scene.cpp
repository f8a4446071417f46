// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/edge_picture.h"
#include "gui/graph/graph_scene.h"
#include "gui/graph/graph_view.h"
#include "gui/models/configuration_document.h"
#include "gui/models/layer_selection.h"
#include "tests/gui/small_outline.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

/// Entries one below the other, straight edges; what dot would do, without dot.
GraphLayout columnLayout(const GraphDrawing& drawing)
{
    GraphLayout layout;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        layout.centers.emplace_back(0.0, 90.0 * static_cast<double>(i));
        layout.bounds |= QRectF(layout.centers.back() - QPointF(88, 27), kNodeSize);
    }
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        const QPointF from = layout.centers[drawing.edges[i].from] + QPointF(0, 27);
        const QPointF to = layout.centers[drawing.edges[i].to] - QPointF(0, 27);
        layout.edges.push_back({i, {from, from, to, to}});
    }
    return layout;
}

GraphDrawingPtr drawingOf(const ModelOutline& outline)
{
    return std::make_shared<const GraphDrawing>(drawGraph(outline));
}

void show(GraphScene& scene, const ModelOutline& outline)
{
    const GraphDrawingPtr drawing = drawingOf(outline);
    scene.setGraph(drawing, columnLayout(*drawing));
}

} // namespace

class GraphSceneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clickSelects()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        const auto outline = smallOutline();
        show(scene, *outline);
        view.resize(400, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.fitAll();
        QSignalSpy selected(&selection, &LayerSelection::currentChanged);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.mapFromScene(scene.item(2)->pos()));
        QCOMPARE(selection.current(), 2);
        QCOMPARE(selected.count(), 1);
    }

    void rightClickAsksForTheMenuOfALayer()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        const auto outline = smallOutline();
        show(scene, *outline);
        view.resize(400, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.fitAll();
        QSignalSpy requested(&view, &GraphView::menuRequested);
        const auto rightClick = [&](const QPoint& at) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(view.viewport(), &event);
        };
        rightClick(view.mapFromScene(scene.item(2)->pos()));
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.front().front().toInt(), 2);
        QCOMPARE(selection.current(), 2);
        rightClick(QPoint(1, 1)); // beside every node
        QCOMPARE(requested.count(), 1);
    }

    void keysWalkAndZoom()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        const auto outline = smallOutline();
        show(scene, *outline);
        selection.select(1);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(selection.current(), 2);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(selection.current(), 4);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(selection.current(), 2);
        const double before = view.zoom();
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.zoom() > before);
        QTest::keyClick(&view, Qt::Key_1);
        QCOMPARE(view.zoom(), 1.0);
        QTest::keyClick(&view, Qt::Key_F);
        QVERIFY(view.zoom() < 1.0);
        for (int i = 0; i < 100; ++i) {
            view.zoomBy(2.0);
        }
        QVERIFY(view.zoom() <= 4.0 + 1e-9);
    }

    void keysWalkAlongTheData()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        const GraphDrawingPtr drawing = drawingOf(*smallOutline());
        GraphLayout layout = columnLayout(*drawing);
        layout.centers[2] += QPointF(-150, 0);
        layout.centers[3] += QPointF(150, -90);
        scene.setGraph(drawing, layout);
        const auto after = [&](Qt::Key key) {
            QTest::keyClick(&view, key);
            return selection.current();
        };
        QCOMPARE(after(Qt::Key_End), 5);
        QCOMPARE(after(Qt::Key_Down), 5);
        QCOMPARE(after(Qt::Key_Home), 0);
        QCOMPARE(after(Qt::Key_Up), 0);
        QCOMPARE(after(Qt::Key_Down), 1);
        QCOMPARE(after(Qt::Key_Down), 2);
        QCOMPARE(after(Qt::Key_Left), 2);
        QCOMPARE(after(Qt::Key_Right), 3);
        QCOMPARE(after(Qt::Key_Left), 2);
        QCOMPARE(after(Qt::Key_Up), 1);
        QSignalSpy row(&view, &GraphView::rowRequested);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(row.count(), 1);
        QCOMPARE(row.front().front().toInt(), 1);
    }

    void choosesSeveral()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        show(scene, *smallOutline());
        view.resize(400, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.fitAll();
        const auto at = [&](OutlineId id) { return view.mapFromScene(scene.item(id)->pos()); };
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(1));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
        QCOMPARE(selection.chosen(), (std::vector<OutlineId>{1, 3}));
        QCOMPARE(selection.current(), 3);
        QVERIFY(scene.item(1)->picture().isChosen);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
        QCOMPARE(selection.chosen(), std::vector<OutlineId>{1});
        QCOMPARE(selection.current(), 1);
        const QPoint beside(20, 0);
        const QPoint from(5, at(2).y());
        const QPoint to = at(4) + beside;
        QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, from);
        for (const QPoint& point : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, view.viewport()->mapToGlobal(point),
                             Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
            QCoreApplication::sendEvent(view.viewport(), &move);
        }
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, to);
        QCOMPARE(selection.chosen(), (std::vector<OutlineId>{2, 3, 4}));
    }

    void edgesSayBitsAndShape()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        show(scene, *smallOutline());
        QCOMPARE(scene.item(0)->picture().output, QString::fromUtf8("FP32 3×4×4"));
        auto edited = std::make_shared<quant::Configuration>();
        edited->activations["image"] = {quant::Precision::integer(4), false};
        document.edit(QStringLiteral("edit"), edited);
        QCOMPARE(scene.item(0)->picture().output, QString::fromUtf8("A4 3×4×4"));
        QCOMPARE(scene.item(1)->picture().output, QStringLiteral("FP32"));
        QCOMPARE(scene.item(5)->picture().output, QString()); // of the model, read by nobody
        QCOMPARE(edgeWidth({1, 64}), 1.0);
        QVERIFY(edgeWidth({1, 32, 112, 112}) > edgeWidth({1, 32, 56, 56}) + 0.5);
        QCOMPARE(edgeWidth({8, 32, 56, 56}), edgeWidth({1, 32, 56, 56})); // not of the batch
    }

    void survivesAModelWithoutLayers()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        show(scene, {});
        selection.select(3);
        QVERIFY(scene.item(3) == nullptr);
        scene.clearGraph();
        document.reset(std::make_shared<const quant::Configuration>());
    }

    void drawsALargeGraphQuickly()
    {
        auto outline = std::make_shared<ModelOutline>();
        for (int i = 0; i < 1000; ++i) {
            OutlineEntry entry = smallOutline()->entries[1];
            entry.name = "layer" + std::to_string(i);
            outline->entries.push_back(entry);
            if (i > 0) {
                outline->edges.push_back({i - 1, i, "t", {}, {}});
            }
        }
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        show(scene, *outline);
        view.resize(600, 900);
        view.fitAll();
        view.grab(); // fonts and caches
        QElapsedTimer clock;
        clock.start();
        view.grab();
        const qint64 whole = clock.restart();
        view.setZoom(1.0);
        view.grab();
        const qint64 close = clock.elapsed();
        qInfo("1000 layers: whole graph %lld ms, close up %lld ms", whole, close);
        QVERIFY2(whole < 1000 && close < 1000, "drawing is far too slow");
    }
};

QTEST_MAIN(GraphSceneTest)
#include "tst_graph_scene.moc"
