// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_loop_watch.h"
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/search_choices.h"
#include "gui/panels/search_panel.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/plots/trade_off_plot.h"
#include "tests/gui/eventually.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

constexpr double kLongestMs = 50.0;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSlowedDown = true;
#else
constexpr bool kIsSlowedDown = false;
#endif

EventLoopWatch& watch()
{
    return *static_cast<EventLoopWatch*>(QCoreApplication::instance());
}

} // namespace

/// Searches mixed precision for the sample in the real window, which stays responsive meanwhile.
class SearchingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        QStandardPaths::setTestModeEnabled(true);
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
    }

    void searchesAndTakesTheBest()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(!window.search().startButton().isEnabled());
        QVERIFY(window.openSample());
        QVERIFY(eventually([&] { return window.isSettled(); }));
        QVERIFY(window.showTab(QStringLiteral("search")));
        QTest::qWait(100);
        watch().start();
        pinALayer(window);
        searchToTheEnd(window);
        respectsBudgetAndPins(window);
        takesTheBest(window);
        takesAClickedPoint(window);
        watch().stop();
        QCOMPARE(window.messages().text(), QString());
        if (!kIsSlowedDown) {
            QVERIFY2(watch().longest().front().ms <= kLongestMs,
                     qPrintable(watch().report(kLongestMs)));
        }
        // Other pictures end the search.
        Workbench& bench = window.workbench();
        bench.openData(bench.session().dataInfo()->request);
        QVERIFY(eventually([&] { return bench.search().report() == nullptr; }));
        QCOMPARE(bench.searchPoints().rowCount(), 0);
        QVERIFY(window.tradeOff().plot().search().curves().isEmpty());
    }

    void tellsWhenABudgetCannotBeMet()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(eventually([&] { return window.isSettled(); }));
        SearchPanel& panel = window.search();
        panel.choices().bits().setText(QStringLiteral("8"));
        panel.startButton().click();
        QVERIFY(eventually([&] { return !window.workbench().search().isRunning(); }));
        QVERIFY(!window.messages().text().isEmpty());
        QVERIFY(panel.startButton().isEnabled());
    }

    void mayBeClosedWhileSearching()
    {
        auto window = std::make_unique<MainWindow>(false);
        window->show();
        QVERIFY(window->openSample());
        QVERIFY(eventually([&] { return window->isSettled(); }));
        window->search().startButton().click();
        QVERIFY(eventually([&] { return bool(window->workbench().search().report()); }));
        window.reset();
        QTest::qWait(50);
    }

private:
    static constexpr const char* kPinnedBits = "INT8";

    /// The way a user does: the menu of the selected row.
    static void pinALayer(MainWindow& window)
    {
        watch().step(QStringLiteral("pinning"));
        LayerTableModel& layers = window.workbench().layers();
        int row = 0;
        while (!layers.hasField(row, SchemeField::WeightPrecision)) {
            ++row;
        }
        window.layers().selectRows({row});
        QTableView& table = window.layers().table();
        Q_EMIT table.customContextMenuRequested(QPoint(5, 5));
        auto* menu = window.layers().findChild<QMenu*>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(menu != nullptr);
        const QList<QAction*> actions = menu->actions();
        const auto pin = std::ranges::find_if(actions, [](const QAction* action) {
            return action->text().contains(QStringLiteral("Pin"));
        });
        QVERIFY(pin != actions.end());
        QVERIFY(!(*pin)->isChecked());
        (*pin)->trigger();
        menu->close();
        const QModelIndex index = layers.index(row, LayerTableModel::WeightBitsColumn);
        QVERIFY(index.data(LayerTableModel::PinnedRole).toBool());
        QVERIFY(index.data(Qt::DecorationRole).isValid());
        QCOMPARE(layers.value(row, SchemeField::WeightPrecision), QLatin1String(kPinnedBits));
        QCOMPARE(window.workbench().document().pinned().size(), std::size_t{1});
    }

    static void searchToTheEnd(MainWindow& window)
    {
        SearchPanel& panel = window.search();
        SearchJob& job = window.workbench().search();
        panel.choices().amount(SearchChoices::Budget::AverageBits).setValue(4.0);
        panel.choices().evaluations().setValue(8);
        watch().step(QStringLiteral("searching"));
        panel.startButton().click();
        QVERIFY(job.isRunning());
        QVERIFY(!panel.choices().isEnabled());
        QVERIFY(eventually([&] { return panel.table().model()->rowCount() > 0; }));
        QVERIFY(!window.tradeOff().plot().search().curves().tried.empty());
        QVERIFY(job.isRunning()); // points appear while it runs
        watch().step(QStringLiteral("stopping"));
        panel.startButton().click();
        QVERIFY(eventually([&] { return !job.isRunning(); }));
        const session::SearchReportPtr stopped = job.report();
        QVERIFY(stopped != nullptr);
        QVERIFY(stopped->phase != session::SearchPhase::Finished);
        QVERIFY(panel.status().startsWith(QStringLiteral("Stopped")));
        QCOMPARE(panel.startButton().text(), QStringLiteral("Go On"));
        watch().step(QStringLiteral("going on"));
        panel.startButton().click();
        QVERIFY(eventually([&] { return !job.isRunning(); }));
        QCOMPARE(job.report()->phase, session::SearchPhase::Finished);
        QVERIFY(job.report()->tried.size() > stopped->tried.size());
        QVERIFY(job.report()->tried.front().configuration == stopped->tried.front().configuration);
        QVERIFY(panel.status().startsWith(QStringLiteral("Done")));
        QVERIFY(!panel.startButton().isEnabled());
        QCOMPARE(panel.table().model()->rowCount(),
                 static_cast<int>(window.tradeOff().plot().search().curves().tried.size()));
    }

    static void respectsBudgetAndPins(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        const session::SearchReport& report = *bench.search().report();
        QVERIFY(report.best.has_value());
        QVERIFY(report.tried[*report.best].averageWeightBits <= 4.0);
        const std::string pinned = *bench.document().pinned().begin();
        for (const session::SearchPoint& point : report.tried) {
            if (point.origin != session::SearchPoint::Origin::Uniform) {
                QCOMPARE(point.configuration.weights.at(pinned).precision.bits(), 8);
            }
        }
    }

    static void takesTheBest(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        const session::SearchReportPtr report = bench.search().report();
        const ConfigurationPtr before = bench.document().configuration();
        const int steps = bench.document().undoStack().count();
        watch().step(QStringLiteral("taking the best"));
        QCOMPARE(window.search().selectedPoint(), static_cast<int>(*report->best));
        QCOMPARE(window.tradeOff().plot().search().selected(), static_cast<int>(*report->best));
        window.search().takeButton().click();
        QVERIFY(*bench.document().configuration() == report->tried[*report->best].configuration);
        QCOMPARE(bench.document().undoStack().count(), steps + 1);
        QVERIFY(eventually([&] { return bench.isSettled(); })); // the evaluation starts by itself
        QVERIFY(bench.search().report() == report);
        bench.document().undoStack().undo();
        QVERIFY(*bench.document().configuration() == *before);
        QVERIFY(eventually([&] { return bench.isSettled(); }));
    }

    static void takesAClickedPoint(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        TradeOffPlot& plot = window.tradeOff().plot();
        watch().step(QStringLiteral("clicking in the plot"));
        const auto& tried = bench.search().report()->tried;
        // One that no other lies on.
        const auto isAlone = [&](int index) {
            for (int other = 0; other < static_cast<int>(tried.size()); ++other) {
                const QPointF apart = plot.search().pixelOf(other) - plot.search().pixelOf(index);
                if (other != index && apart.manhattanLength() < 3.0) {
                    return false;
                }
            }
            return true;
        };
        int index = 0;
        while (index < static_cast<int>(tried.size()) && !isAlone(index)) {
            ++index;
        }
        QVERIFY(index < static_cast<int>(tried.size()));
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.search().pixelOf(index).toPoint());
        QVERIFY(*bench.document().configuration() ==
                tried[static_cast<std::size_t>(index)].configuration);
        QCOMPARE(window.search().selectedPoint(), index);
        bench.document().undoStack().undo();
        QVERIFY(eventually([&] { return bench.isSettled(); }));
    }
};

int main(int argc, char* argv[])
{
    EventLoopWatch application(argc, argv);
    applyAppearance(Appearance::Light);
    SearchingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_searching.moc"
