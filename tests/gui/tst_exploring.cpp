// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/figure_card.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/sensitivity_panel.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/panels/tried_panel.h"
#include "gui/plots/trade_off_plot.h"
#include "tests/gui/eventually.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace quantoscope;
using namespace quantoscope::gui;

/// Sweeps the sample in the real window while its configuration is edited.
class ExploringTest : public QObject
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

    void sweepsWhileEdited()
    {
        MainWindow window(false);
        window.show();
        SensitivityPanel& panel = window.sensitivity();
        QVERIFY(!panel.startButton().isEnabled());
        QVERIFY(window.openSample());
        QVERIFY(eventually([&] { return window.isSettled(); }));
        QVERIFY(window.showTab(QStringLiteral("sensitivity")));

        Workbench& bench = window.workbench();
        SensitivityJob& job = bench.sensitivity();
        panel.startButton().click();
        QVERIFY(job.isRunning());
        QVERIFY(eventually([&] { return bench.sensitivities().rowCount() > 0; }));

        editMeanwhile(window);
        stopAndGoOn(window);
        selectsBothWays(window);
        coloursTheGraph(window);
        QCOMPARE(window.messages().text(), QString());

        // An edit keeps the results, other pictures do not.
        bench.document().undoStack().undo();
        QVERIFY(job.report() != nullptr);
        QVERIFY(eventually([&] { return window.isSettled(); }));
        bench.openData(bench.session().dataInfo()->request);
        QVERIFY(eventually([&] { return job.report() == nullptr; }));
        QCOMPARE(bench.sensitivities().rowCount(), 0);
    }

    /// Corrects the weights from the menu, undoes it, and stops a second run.
    void correctsWeights()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        Workbench& bench = window.workbench();
        QVERIFY(eventually([&] { return window.isSettled(); }));
        session::UniformSettings three;
        three.bits = {quant::Precision::integer(3), quant::Precision::integer(8)};
        bench.applyUniform(three);
        QVERIFY(eventually([&] { return window.isSettled(); }));
        const auto top1 = [&] {
            const int row = bench.history().rowOf(*bench.document().configuration());
            const auto& tried = bench.history().tried()[static_cast<std::size_t>(row)];
            return tried.evaluation->accuracy.top1.value_or(0.0);
        };
        const double plain = top1();
        QAction* correct = nullptr;
        for (QAction* action : window.findChildren<QAction*>()) {
            correct = action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)
                          ? action
                          : correct;
        }
        QVERIFY(correct != nullptr && correct->isEnabled());
        correct->trigger();
        QVERIFY(bench.correction().isRunning() && !correct->isEnabled());
        QVERIFY(eventually([&] { return !bench.correction().isRunning(); }));
        QVERIFY(eventually([&] { return window.isSettled(); }));
        QVERIFY(!bench.document().configuration()->corrected.empty());
        QVERIFY(window.messages().text().contains(QStringLiteral("corrected")));
        const int row = bench.layers().rowCount() - 1;
        const auto rounding = [&] {
            return bench.layers().index(row, LayerTableModel::RoundingColumn).data().toString();
        };
        QCOMPARE(rounding(), QStringLiteral("corrected"));
        const double corrected = top1();
        QVERIFY2(corrected > plain + 0.1, qPrintable(QString::number(corrected)));
        bench.document().undoStack().undo();
        QVERIFY(bench.document().configuration()->corrected.empty());
        QCOMPARE(rounding(), QStringLiteral("nearest"));
        bench.document().undoStack().redo();
        bench.correction().remove();
        QVERIFY(bench.document().configuration()->corrected.empty());
        QVERIFY(eventually([&] { return window.isSettled(); }));
        correct->trigger();
        QVERIFY(bench.correction().isRunning());
        bench.cancel();
        QVERIFY(eventually([&] { return !bench.correction().isRunning(); }));
        QVERIFY(bench.document().configuration()->corrected.empty());
    }

    /// Tries a second configuration, then works through the list of both.
    void listsWhatWasTried()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(eventually([&] { return window.isSettled(); }));
        Workbench& bench = window.workbench();
        TriedPanel& panel = window.tried();
        QVERIFY(window.showTab(QStringLiteral("tried")));
        QCOMPARE(bench.history().rowCount(), 1);
        const quant::Configuration before = *bench.document().configuration();
        session::UniformSettings four;
        four.bits = {quant::Precision::integer(4), quant::Precision::integer(8)};
        bench.applyUniform(four);
        QVERIFY(eventually([&] { return window.isSettled(); }));
        QCOMPARE(bench.history().rowCount(), 2);

        panel.selectRow(1);
        QVERIFY(!panel.goBackButton().isEnabled() && !panel.compareButton().isEnabled());
        panel.selectRow(0);
        panel.compareButton().click();
        const auto* dialog = panel.findChild<QDialog*>(QStringLiteral("difference"));
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(dialog->findChild<QTableView*>()->model()->rowCount() > 20);
        panel.goBackButton().click();
        QVERIFY(*bench.document().configuration() == before);
        QVERIFY(eventually([&] { return window.isSettled(); }));
        QCOMPARE(bench.history().rowCount(), 2);

        panel.selectRow(1);
        panel.removeButton().click();
        QCOMPARE(bench.history().rowCount(), 1);
        bench.document().undoStack().undo();
        QCOMPARE(bench.history().rowCount(), 2);

        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("tried.csv"));
        bench.saveHistory(file.toStdString());
        QVERIFY(eventually([&] { return !bench.isBusy(); }));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count('\n'), 3);
    }

    void mayBeClosedWhileSweeping()
    {
        auto window = std::make_unique<MainWindow>(false);
        window->show();
        QVERIFY(window->openSample());
        QVERIFY(eventually([&] { return window->isSettled(); }));
        window->sensitivity().startButton().click();
        QVERIFY(eventually([&] { return bool(window->workbench().sensitivity().report()); }));
        window.reset();
        QTest::qWait(50);
    }

    void bringsTheSweepBack()
    {
        double passes = 0.0;
        {
            MainWindow window(true);
            QVERIFY(window.openSample());
            QVERIFY(eventually([&] { return window.isSettled(); }));
            SensitivityJob& job = window.workbench().sensitivity();
            job.reset();
            window.sensitivity().startButton().click();
            QVERIFY(eventually([&] { return job.report() && job.report()->passes > 1.0; }));
            passes = job.report()->passes;
        } // closed in the middle of it
        MainWindow window(true);
        QVERIFY(window.openSample());
        SensitivityJob& job = window.workbench().sensitivity();
        QVERIFY(eventually([&] { return job.report() != nullptr; }));
        QVERIFY(!job.isRunning() && !job.report()->isFinished);
        QVERIFY(job.report()->passes >= passes);
        QVERIFY(window.workbench().sensitivities().rowCount() > 0);
        job.goOn();
        QVERIFY(eventually([&] { return job.report()->passes > passes; }));
        QCOMPARE(window.messages().text(), QString());
    }

    void preparesWhatIsSelected()
    {
        MainWindow window(false);
        QVERIFY(window.openSample());
        QVERIFY(eventually([&] { return window.isSettled(); }));
        Workbench& bench = window.workbench();
        QSignalSpy prepared(&bench.preparation(), &EditPreparation::prepared);
        bench.selection().select(bench.selection().current() + 4);
        QVERIFY(eventually([&] { return prepared.count() > 0; }));
        QVERIFY(window.isSettled()); // nothing that anybody waits for
    }

private:
    static void editMeanwhile(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        bool sawEstimate = false;
        bool sawBar = false;
        const auto connection =
            connect(&bench, &Workbench::partialReady, &window,
                    [&](const session::PartialEvaluation& partial) {
                        const bool isEstimate = partial.images < partial.totalImages;
                        sawEstimate |=
                            isEstimate && window.figures().change().value().contains(QChar(0x00b1));
                        sawBar |= isEstimate && window.tradeOff().plot().estimate() &&
                                  window.tradeOff().plot().estimate()->high >
                                      window.tradeOff().plot().estimate()->low;
                    });
        int row = 0;
        while (!bench.layers().hasField(row, SchemeField::WeightPrecision)) {
            ++row;
        }
        QVERIFY(bench.layers().stepPrecision(row, SchemeField::WeightPrecision, -5));
        QVERIFY(eventually([&] { return bench.isSettled(); }));
        disconnect(connection);
        QVERIFY(sawEstimate);
        QVERIFY(sawBar);
        // The exact figures have no interval.
        QVERIFY(!window.figures().change().value().contains(QChar(0x00b1)));
        QVERIFY(window.figures().change().remark().contains(QStringLiteral("before")));
        QVERIFY(!window.tradeOff().plot().estimate());
    }

    static void stopAndGoOn(MainWindow& window)
    {
        SensitivityPanel& panel = window.sensitivity();
        SensitivityJob& job = window.workbench().sensitivity();
        if (job.isRunning()) {
            panel.startButton().click();
            QVERIFY(eventually([&] { return !job.isRunning(); }));
        }
        panel.startOverButton().click();
        QVERIFY(job.isRunning());
        QVERIFY(eventually([&] { return bool(job.report()); }));
        panel.startButton().click();
        QVERIFY(eventually([&] { return !job.isRunning(); }));
        QVERIFY(job.report() != nullptr);
        const session::SensitivityPtr stopped = job.report();
        if (!stopped->isFinished) {
            QCOMPARE(panel.startButton().text(), QStringLiteral("Go On"));
            panel.startButton().click();
            QVERIFY(eventually([&] { return !job.isRunning(); }));
        }
        QVERIFY(job.report()->isFinished);
        QVERIFY(job.report()->passes >= stopped->passes);
        for (std::size_t i = 0; i < stopped->state.trials.size(); ++i) {
            QVERIFY(job.report()->state.trials[i].batchesDone >=
                    stopped->state.trials[i].batchesDone);
        }
        QVERIFY(panel.status().startsWith(QStringLiteral("Done")));
    }

    static void selectsBothWays(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        QTableView& table = window.sensitivity().table();
        table.selectRow(2);
        const OutlineId id = bench.selection().current();
        QCOMPARE(bench.sensitivities().rowOf(id), 2);
        const OutlineId other =
            bench.sensitivities().index(0, 0).data(Model::OutlineIdRole).toInt();
        bench.selection().select(other);
        QCOMPARE(table.currentIndex().data(Model::OutlineIdRole).toInt(), other);
    }

    static void coloursTheGraph(MainWindow& window)
    {
        GraphPanel& graph = window.graph();
        QVERIFY(eventually([&] { return !graph.isLayingOut(); }));
        const OutlineId layer = window.workbench().selection().current();
        QVERIFY(!graph.scene().item(layer)->fill());
        for (const NodeColoring coloring :
             {NodeColoring::Bits, NodeColoring::Sensitivity, NodeColoring::Noise}) {
            graph.colorings().setCurrentIndex(static_cast<int>(coloring));
            QVERIFY(eventually([&] { return graph.scene().item(layer)->fill().has_value(); }));
        }
        graph.colorings().setCurrentIndex(static_cast<int>(NodeColoring::Operator));
        QVERIFY(eventually([&] { return !graph.scene().item(layer)->fill(); }));
    }

    using Model = SensitivityModel;
};

QTEST_MAIN(ExploringTest)
#include "tst_exploring.moc"
