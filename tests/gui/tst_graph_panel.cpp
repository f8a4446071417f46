// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/graph/graph_view.h"
#include "gui/graph/graph_walk.h"
#include "gui/graph/mini_map.h"
#include "gui/models/layer_column_text.h"
#include "gui/panels/choice_delegate.h"
#include "gui/panels/graph_finder.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {
constexpr int kPatienceMs = 240000;
} // namespace

/// Drives the graph in the real window, on the bundled model without its images.
class GraphPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
        QVERIFY(m_folder.isValid());
        QVERIFY(QFile::copy(sampleFolder() + QStringLiteral("/model.onnx"),
                            m_folder.filePath(QStringLiteral("model.onnx"))));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(false);
        m_window->resize(1440, 900);
        m_window->show();
        OpenRequest request;
        request.model.file = m_folder.filePath(QStringLiteral("model.onnx")).toStdString();
        m_window->open(request);
        QVERIFY(QTest::qWaitFor(
            [&] { return bench().outline() && !graph().isLayingOut() && !bench().isBusy(); },
            kPatienceMs));
        QVERIFY(graph().scene().item(0) != nullptr);
    }

    void cleanup() { m_window.reset(); }

    void findsAndGoesThere()
    {
        QLineEdit& field = graph().finder().field();
        graph().focusSearch();
        QTest::keyClicks(&field, QStringLiteral("strides=2"));
        const std::vector<OutlineId> strided = idsWhere([](const OutlineEntry& entry) {
            return std::ranges::any_of(entry.attributes, [](const OutlineAttribute& attribute) {
                return attribute.name == "strides" && attribute.value.starts_with("2");
            });
        });
        QVERIFY(strided.size() > 1);
        for (const OutlineId id : strided) {
            QVERIFY(graph().scene().item(id)->isMatching());
        }
        const auto count = static_cast<int>(strided.size());
        bench().selection().select(strided.front());
        QCOMPARE(graph().finder().countText(), QStringLiteral("1 of %1").arg(count));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(bench().selection().current(), strided[1]);
        QCOMPARE(graph().finder().countText(), QStringLiteral("2 of %1").arg(count));
        QVERIFY(isVisible(strided[1]));
        QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(bench().selection().current(), strided[0]);
        QVERIFY(isVisible(strided[0]));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QVERIFY(!graph().scene().item(strided[0])->isMatching());
        QCOMPARE(graph().finder().countText(), QString());
    }

    void typingGoesToTheFirstMatchWithoutSelecting()
    {
        const OutlineId last = static_cast<OutlineId>(bench().outline()->entries.size()) - 1;
        const std::string name = bench().outline()->entries[static_cast<std::size_t>(last)].name;
        const OutlineId current = bench().selection().current();
        graph().view().setZoom(1.0);
        graph().finder().field().setText(QString::fromStdString(name));
        QVERIFY(isVisible(last));
        QCOMPARE(bench().selection().current(), current);
    }

    void mapShowsWhatIsInSight()
    {
        GraphView& view = graph().view();
        MiniMap& map = graph().miniMap();
        view.setZoom(1.0);
        QVERIFY(map.isVisible());
        QVERIFY(QTest::qWaitFor([&] { return map.isDrawn(); }, kPatienceMs));
        QVERIFY(QRectF(map.rect()).contains(map.sight()));
        const QPoint bottom(map.width() / 2, map.height() - 12);
        const QPointF there = map.toScene(bottom);
        QVERIFY(!view.sight().contains(there));
        QTest::mouseClick(&map, Qt::LeftButton, {}, bottom);
        QVERIFY(view.sight().contains(there));
        QVERIFY(map.sight().contains(bottom));
        view.fitAll();
        QVERIFY(!map.isVisible());
        view.setZoom(1.0);
        QVERIFY(map.isVisible());
        action(QStringLiteral("&Map of the Graph"))->trigger();
        QVERIFY(!map.isVisible());
        action(QStringLiteral("&Map of the Graph"))->trigger();
        QVERIFY(map.isVisible());
    }

    void menuSetsBits_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("layer") << "This Layer";
        QTest::newRow("selection") << "Selection";
        QTest::newRow("operator") << "All Depthwise Conv";
        QTest::newRow("downstream") << "Downstream";
    }
    void menuSetsBits()
    {
        QFETCH(QString, entry);
        const std::vector<OutlineId> depthwise = idsWhere([](const OutlineEntry& layer) {
            return layer.kind == model::LayerKind::DepthwiseConv;
        });
        QVERIFY(depthwise.size() > 2);
        const OutlineId id = depthwise[1];
        std::vector<OutlineId> expected{id};
        bench().selection().select(id);
        if (entry == QLatin1String("Selection")) {
            expected = {depthwise[0], id};
            bench().selection().choose(expected, id);
        } else if (entry == QLatin1String("All Depthwise Conv")) {
            expected = depthwise;
        } else if (entry == QLatin1String("Downstream")) {
            expected = downstreamOf(*bench().outline(), id);
        }
        Q_EMIT graph().view().menuRequested(id, QPoint(10, 10));
        QAction* bits = bitsAction(graph(), entry, QStringLiteral("INT3"));
        QVERIFY(bits != nullptr);
        bits->trigger();
        for (const OutlineId layer :
             idsWhere([](const OutlineEntry& one) { return one.hasWeights; })) {
            const bool isMeant = std::ranges::find(expected, layer) != expected.end();
            QCOMPARE(weightBits(layer) == QLatin1String("INT3"), isMeant);
        }
        QCOMPARE(bench().document().undoStack().count(), 1);
        bench().document().undoStack().undo();
        QCOMPARE(weightBits(id), QStringLiteral("INT8"));
    }

    void showsAllOperators()
    {
        action(QStringLiteral("All &Operators in the Graph"))->trigger();
        QVERIFY(laidOut());
        const GraphDrawing& drawing = *graph().scene().drawing();
        const auto info = bench().session().modelInfo();
        QCOMPARE(drawing.nodes.size(),
                 info->layers->graph->nodes.size() + info->layers->graph->inputs.size());
        const auto clip = std::ranges::find_if(
            drawing.nodes, [](const DrawnNode& node) { return node.entry.opType == "Clip"; });
        QVERIFY(clip != drawing.nodes.end());
        const auto node = static_cast<int>(clip - drawing.nodes.begin());
        graph().scene().selectNode(node);
        QCOMPARE(graph().scene().currentNode(), node);
        const OutlineId layer = bench().selection().current();
        QCOMPARE(layer, clip->layers.front());
        QVERIFY(bench().outline()->entries[static_cast<std::size_t>(layer)].hasWeights);
        QCOMPARE(graph().details().currentIndex(), 1);
    }

    void collapsesAndExpandsBlocks()
    {
        const std::size_t all = graph().scene().drawing()->nodes.size();
        action(QStringLiteral("&Collapse Blocks of the Graph"))->trigger();
        QVERIFY(laidOut());
        const GraphDrawing& collapsed = *graph().scene().drawing();
        QVERIFY(collapsed.nodes.size() < all / 2);
        const auto block = std::ranges::find_if(collapsed.nodes, &DrawnNode::isBlock);
        QVERIFY(block != collapsed.nodes.end());
        const std::size_t before = collapsed.nodes.size();
        const std::size_t layers = block->layers.size();
        graph().scene().selectNode(static_cast<int>(block - collapsed.nodes.begin()));
        QCOMPARE(bench().selection().chosen().size(), layers);
        GraphView& view = graph().view();
        const QPoint at =
            view.mapFromScene(graph().scene().nodeItem(graph().scene().currentNode())->pos());
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
        QVERIFY(laidOut());
        QVERIFY(graph().scene().drawing()->nodes.size() > before);
        action(QStringLiteral("&Expand Blocks of the Graph"))->trigger();
        QVERIFY(laidOut());
        QCOMPARE(graph().scene().drawing()->nodes.size(), all);
    }

    void enterGoesToTheRow()
    {
        const OutlineId id =
            idsWhere([](const OutlineEntry& entry) { return entry.hasWeights; })[2];
        m_window->layers().filterField().setText(QStringLiteral("no such layer"));
        bench().selection().select(id);
        m_window->activateWindow();
        graph().view().setFocus();
        QTest::keyClick(&graph().view(), Qt::Key_Return);
        QTableView& table = m_window->layers().table();
        QCOMPARE(m_window->focusWidget(), &table);
        QCOMPARE(m_window->layers().selectedRows(), std::vector<int>{bench().layers().rowOf(id)});
    }

    void copiesAndPastesRows()
    {
        QTableView& table = m_window->layers().table();
        const std::vector<OutlineId> weighted =
            idsWhere([](const OutlineEntry& entry) { return entry.hasWeights; });
        const int source = bench().layers().rowOf(weighted[0]);
        QVERIFY(bench().layers().setField({&source, 1}, SchemeField::WeightPrecision,
                                          QStringLiteral("INT5")));
        bench().selection().select(weighted[0]);
        QTest::keySequence(&table, QKeySequence::Copy);
        bench().selection().choose({weighted[1], weighted[2]}, weighted[2]);
        QTest::keySequence(&table, QKeySequence::Paste);
        QCOMPARE(weightBits(weighted[1]), QStringLiteral("INT5"));
        QCOMPARE(weightBits(weighted[2]), QStringLiteral("INT5"));
        QCOMPARE(weightBits(weighted[3]), QStringLiteral("INT8"));
        QCOMPARE(bench().document().undoStack().count(), 2);
        QGuiApplication::clipboard()->setText(QStringLiteral("no settings"));
        QTest::keySequence(&table, QKeySequence::Paste);
        QVERIFY(m_window->messages().text().contains(QStringLiteral("Ctrl+C")));
        QCOMPARE(bench().document().undoStack().count(), 2);
    }

    void saysWhyNotAllSelectedRowsTakeAValue()
    {
        const std::vector<OutlineId> weighted =
            idsWhere([](const OutlineEntry& entry) { return entry.hasWeights; });
        LayerTableModel& layers = bench().layers();
        const int oneBit = layers.rowOf(weighted[1]);
        QVERIFY(
            layers.setField({&oneBit, 1}, SchemeField::WeightPrecision, QStringLiteral("INT1")));
        bench().selection().choose({weighted[0], weighted[1]}, weighted[0]);
        QTableView& table = m_window->layers().table();
        auto* delegate = qobject_cast<ChoiceDelegate*>(table.itemDelegate());
        QVERIFY(delegate != nullptr);
        const QModelIndex cell =
            table.model()->index(table.currentIndex().row(), LayerTableModel::WeightSymmetryColumn);
        Q_EMIT delegate->chosen(cell, QStringLiteral("asymmetric"));
        QCOMPARE(bench().document().undoStack().count(), 1); // only the bits
        QVERIFY2(m_window->messages().text().contains(QStringLiteral("1-bit")),
                 qPrintable(m_window->messages().text()));
        bench().selection().select(weighted[0]);
        Q_EMIT delegate->chosen(cell, QStringLiteral("asymmetric"));
        QCOMPARE(bench().document().undoStack().count(), 2);
    }

    void headerMenuChoosesColumns()
    {
        QHeaderView& header = *m_window->layers().table().horizontalHeader();
        Q_EMIT header.customContextMenuRequested(QPoint(5, 5));
        const auto menus = m_window->layers().findChildren<QMenu*>(Qt::FindDirectChildrenOnly);
        QVERIFY(!menus.isEmpty());
        QAction* macs = nullptr;
        for (QAction* action : menus.back()->actions()) {
            macs = action->text() == layerColumnTitle(LayerTableModel::MacsColumn) ? action : macs;
        }
        QVERIFY(macs != nullptr && macs->isChecked());
        const QByteArray before = m_window->layers().columnState();
        macs->trigger();
        QVERIFY(header.isSectionHidden(LayerTableModel::MacsColumn));
        const QByteArray hidden = m_window->layers().columnState();
        m_window->layers().restoreColumnState(before);
        QVERIFY(!header.isSectionHidden(LayerTableModel::MacsColumn));
        m_window->layers().restoreColumnState(hidden);
        QVERIFY(header.isSectionHidden(LayerTableModel::MacsColumn));
    }

    void tableAndGraphChooseTheSame()
    {
        const std::vector<OutlineId> weighted =
            idsWhere([](const OutlineEntry& entry) { return entry.hasWeights; });
        LayerTableModel& layers = bench().layers();
        m_window->layers().selectRows({layers.rowOf(weighted[1]), layers.rowOf(weighted[3])});
        QVERIFY(graph().scene().item(weighted[1])->picture().isChosen);
        QVERIFY(graph().scene().item(weighted[3])->picture().isChosen);
        QVERIFY(!graph().scene().item(weighted[2])->picture().isChosen);
        bench().selection().toggle({weighted[2]});
        QCOMPARE(m_window->layers().selectedRows().size(), std::size_t{3});
    }

    void savesTheGraph()
    {
        const std::filesystem::path folder = m_folder.path().toStdString();
        const GraphPicture picture = graph().picture();
        QVERIFY(writeGraphPicture(picture, folder / "graph.svg", {}));
        QFile svg(m_folder.filePath(QStringLiteral("graph.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QSvgRenderer renderer(text);
        QVERIFY(renderer.isValid());
        QVERIFY(text.contains("DWConv"));
        QCOMPARE(text.count(">A8 "), labelCount());
        QVERIFY(writeGraphPicture(picture, folder / "graph.png", {}));
        const QImage image(m_folder.filePath(QStringLiteral("graph.png")));
        QVERIFY(image.height() > picture.bounds.height());
        QVERIFY(std::abs(double(image.width()) / image.height() -
                         (picture.bounds.width() + 48) / (picture.bounds.height() + 48)) < 0.01);
        graph().colorings().setCurrentIndex(static_cast<int>(NodeColoring::Bits));
        QVERIFY(writeGraphPicture(graph().picture(), folder / "legend.svg", {}));
        QFile legend(m_folder.filePath(QStringLiteral("legend.svg")));
        QVERIFY(legend.open(QIODevice::ReadOnly));
        QVERIFY(!text.contains(">FP32<") && legend.readAll().contains(">FP32<"));
        const Status failed = writeGraphPicture(picture, folder / "missing" / "graph.png", {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::FileUnwritable);
        QVERIFY(toString(failed.error()).find("missing") != std::string::npos);
        bench().saveGraph(picture, folder / "missing" / "graph.svg");
        QVERIFY(QTest::qWaitFor(
            [&] { return m_window->messages().text().contains(QStringLiteral("missing")); },
            kPatienceMs));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(writeGraphPicture(picture, folder / "x.svg", {stop.get_token(), {}}).error().code,
                 ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x.svg"))));
    }

private:
    /// Edges whose tensor is quantized, one per tensor.
    int labelCount()
    {
        const GraphDrawing& drawing = *graph().scene().drawing();
        std::set<std::string> tensors;
        for (const OutlineEdge& edge : drawing.edges) {
            if (!edge.site.empty()) {
                tensors.insert(edge.tensor);
            }
        }
        return static_cast<int>(tensors.size());
    }

    bool laidOut()
    {
        return QTest::qWaitFor([&] { return !graph().isLayingOut(); }, kPatienceMs);
    }

    QAction* action(const QString& text)
    {
        for (QAction* action : m_window->findChildren<QAction*>()) {
            if (action->text() == text) {
                return action;
            }
        }
        qFatal("no action %s", qPrintable(text));
        return nullptr;
    }

    /// In the sub-menu whose title contains `scope`, the first action of that text.
    static QAction* bitsAction(const QWidget& owner, const QString& scope, const QString& text)
    {
        for (const QMenu* menu : owner.findChildren<QMenu*>()) {
            if (!menu->title().contains(scope)) {
                continue;
            }
            for (QAction* action : menu->actions()) {
                if (action->text() == text) {
                    return action;
                }
            }
        }
        return nullptr;
    }

    QString weightBits(OutlineId id)
    {
        LayerTableModel& layers = bench().layers();
        return layers.value(layers.rowOf(id), SchemeField::WeightPrecision);
    }

    Workbench& bench() { return m_window->workbench(); }
    GraphPanel& graph() { return m_window->graph(); }

    template <typename Condition>
    std::vector<OutlineId> idsWhere(const Condition& condition)
    {
        std::vector<OutlineId> ids;
        const std::vector<OutlineEntry>& entries = bench().outline()->entries;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (condition(entries[i])) {
                ids.push_back(static_cast<OutlineId>(i));
            }
        }
        return ids;
    }

    bool isVisible(OutlineId id)
    {
        const GraphView& view = graph().view();
        const QRectF body = graph().scene().item(id)->sceneBoundingRect();
        return view.viewport()->rect().contains(view.mapFromScene(body.center()));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyAppearance(Appearance::Light);
    GraphPanelTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_graph_panel.moc"
