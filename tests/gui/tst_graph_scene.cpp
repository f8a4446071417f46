// SPDX-License-Identifier: GPL-3.0-or-later
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
GraphLayout columnLayout(const ModelOutline& outline)
{
    GraphLayout layout;
    for (std::size_t i = 0; i < outline.entries.size(); ++i) {
        layout.centers.emplace_back(0.0, 90.0 * static_cast<double>(i));
        layout.bounds |= QRectF(layout.centers.back() - QPointF(88, 27), kNodeSize);
    }
    for (std::size_t i = 0; i < outline.edges.size(); ++i) {
        const QPointF from = layout.centers[outline.edges[i].from] + QPointF(0, 27);
        const QPointF to = layout.centers[outline.edges[i].to] - QPointF(0, 27);
        layout.edges.push_back({i, {from, from, to, to}});
    }
    return layout;
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
        scene.setGraph(outline, columnLayout(*outline));
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
        scene.setGraph(outline, columnLayout(*outline));
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
        scene.setGraph(outline, columnLayout(*outline));
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

    void survivesAModelWithoutLayers()
    {
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        scene.setGraph(std::make_shared<const ModelOutline>(), {});
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
                outline->edges.push_back({i - 1, i, "t", {}});
            }
        }
        ConfigurationDocument document;
        LayerSelection selection;
        GraphScene scene(document, selection);
        GraphView view(scene, selection);
        scene.setGraph(outline, columnLayout(*outline));
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
