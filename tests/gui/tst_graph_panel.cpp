// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/graph/graph_view.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/layer_panel.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

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
        QLineEdit& field = graph().searchField();
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
        QCOMPARE(graph().matchCountText(), QStringLiteral("1 of %1").arg(count));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(bench().selection().current(), strided[1]);
        QCOMPARE(graph().matchCountText(), QStringLiteral("2 of %1").arg(count));
        QVERIFY(isVisible(strided[1]));
        QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(bench().selection().current(), strided[0]);
        QVERIFY(isVisible(strided[0]));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QVERIFY(!graph().scene().item(strided[0])->isMatching());
        QCOMPARE(graph().matchCountText(), QString());
    }

    void typingGoesToTheFirstMatchWithoutSelecting()
    {
        const OutlineId last = static_cast<OutlineId>(bench().outline()->entries.size()) - 1;
        const std::string name = bench().outline()->entries[static_cast<std::size_t>(last)].name;
        const OutlineId current = bench().selection().current();
        graph().view().setZoom(1.0);
        graph().searchField().setText(QString::fromStdString(name));
        QVERIFY(isVisible(last));
        QCOMPARE(bench().selection().current(), current);
    }

private:
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
