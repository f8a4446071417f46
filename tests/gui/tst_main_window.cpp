// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/command_palette.h"
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/bulk_editor.h"
#include "gui/panels/figure_card.h"
#include "gui/panels/figures_strip.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/plots/trade_off_plot.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeySequence>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace quantoscope;
using namespace quantoscope::gui;

namespace {

constexpr int kPatienceMs = 240000;

bool settles(MainWindow& window)
{
    return QTest::qWaitFor([&] { return window.isSettled(); }, kPatienceMs);
}

OpenRequest requestFor(const QString& file)
{
    OpenRequest request;
    request.model.file = file.toStdString();
    return request;
}

} // namespace

/// Drives the real window on the real sample.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(quantoscope);
        QVERIFY(m_folder.isValid());
        keepSettingsIn(m_folder.path());
        if (sampleFolder().isEmpty()) {
            QSKIP("the bundled sample is not there");
        }
    }

    void opensEvaluatesEditsAndRestores()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(settles(window));
        Workbench& bench = window.workbench();
        QCOMPARE(window.messages().text(), QString());
        QVERIFY(bench.layers().rowCount() > 5);
        QVERIFY(window.figures().top1().value().contains(QLatin1Char('%')));
        QCOMPARE(bench.history().rowCount(), 1);
        QVERIFY(bench.layers().weightSqnrDb(firstWeightRow(bench)).has_value());
        QVERIFY(bench.layers().activationSqnrDb(firstWeightRow(bench)).has_value());

        editTwoRows(window);
        restoreFromThePlot(window);
    }

    void selectionIsShared()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(QTest::qWaitFor([&] { return bool(window.workbench().outline()); }, kPatienceMs));
        QVERIFY(QTest::qWaitFor([&] { return !window.graph().isLayingOut(); }, kPatienceMs));
        LayerTableModel& layers = window.workbench().layers();
        window.workbench().selection().select(layers.idOf(3));
        QCOMPARE(window.layers().selectedRows(), std::vector<int>{3});
        window.layers().table().selectRow(2);
        QCOMPARE(window.workbench().selection().current(), layers.idOf(2));
        QVERIFY(window.graph().scene().item(layers.idOf(2)) != nullptr);
    }

    void findsCommandsByWords()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(settles(window));
        const quant::Configuration before = *window.workbench().document().configuration();
        QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* palette = window.findChild<CommandPalette*>();
        QVERIFY(palette != nullptr && palette->isVisible());
        const int all = palette->list().count();
        QVERIFY2(all > 30, qPrintable(QString::number(all)));
        QTest::keyClicks(&palette->words(), QStringLiteral("w4a8"));
        QCOMPARE(palette->list().count(), 1);
        QTest::keyClicks(&palette->words(), QStringLiteral(" nonsense"));
        QCOMPARE(palette->list().count(), 0);
        palette->words().setText(QStringLiteral("quantize w4a"));
        QVERIFY(palette->list().count() >= 2);
        QTest::keyClick(&palette->words(), Qt::Key_Down);
        QCOMPARE(palette->list().currentRow(), 1);
        QTest::keyClick(&palette->words(), Qt::Key_Up);
        QTest::keyClick(&palette->words(), Qt::Key_Return);
        QVERIFY(*window.workbench().document().configuration() != before);
        QVERIFY(settles(window));
        window.workbench().document().undoStack().undo();
        QVERIFY(*window.workbench().document().configuration() == before);
    }

    /// Every command of the menus, but those that stand for files, has keys of its own.
    void everyCommandHasItsKeys()
    {
        MainWindow window(false);
        QList<const QAction*> commands;
        collectCommands(*window.findChild<QMenuBar*>(), commands);
        QMap<QKeySequence, QString> seen;
        for (const QAction* command : commands) {
            const QKeySequence keys = command->shortcut();
            QVERIFY2(!keys.isEmpty(), qPrintable(command->text()));
            QVERIFY2(!seen.contains(keys),
                     qPrintable(keys.toString() + u' ' + seen[keys] + u' ' + command->text()));
            seen[keys] = command->text();
        }
        QVERIFY2(seen.size() > 60, qPrintable(QString::number(seen.size())));
    }

    void wheelStepsBitsLive()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(settles(window));
        Workbench& bench = window.workbench();
        const int row = firstWeightRow(bench);
        QSignalSpy partial(&bench, &Workbench::partialReady);
        for (const char* bits : {"INT7", "INT6", "INT5"}) {
            turnWheel(window, row, -1, Qt::ControlModifier);
            QCOMPARE(bench.layers().value(row, SchemeField::WeightPrecision),
                     QString::fromLatin1(bits));
            QVERIFY(QTest::qWaitFor([&] { return !partial.isEmpty(); }, kPatienceMs));
            partial.clear();
        }
        turnWheel(window, row, -1, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.layers().value(row, SchemeField::ActivationPrecision),
                 QStringLiteral("INT7"));
        QVERIFY(settles(window));
        QCOMPARE(bench.document().undoStack().count(), 2);
        bench.document().undoStack().undo();
        bench.document().undoStack().undo();
        QCOMPARE(bench.layers().value(row, SchemeField::WeightPrecision), QStringLiteral("INT8"));
        turnWheel(window, row, -1, Qt::NoModifier); // scrolls
        QCOMPARE(bench.layers().value(row, SchemeField::WeightPrecision), QStringLiteral("INT8"));
    }

    void badModelsGiveOneMessage_data()
    {
        QTest::addColumn<QString>("file");
        QFile sample(sampleFolder() + QStringLiteral("/model.onnx"));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QFile truncated(m_folder.filePath(QStringLiteral("truncated.onnx")));
        QVERIFY(truncated.open(QIODevice::WriteOnly));
        truncated.write(sample.read(sample.size() / 2));
        QTest::newRow("truncated") << truncated.fileName();
        const QString picture = m_folder.filePath(QStringLiteral("picture.onnx"));
        QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(picture, "PNG"));
        QTest::newRow("picture") << picture;
        QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing.onnx"));
    }
    void badModelsGiveOneMessage()
    {
        QFETCH(QString, file);
        MainWindow window(false);
        window.show();
        window.open(requestFor(file));
        QVERIFY(QTest::qWaitFor([&] { return !window.messages().text().isEmpty(); }, kPatienceMs));
        QVERIFY2(window.messages().text().contains(QFileInfo(file).fileName()),
                 qPrintable(window.messages().text()));
        QVERIFY(window.messages().isVisible());
        QVERIFY(!window.workbench().isBusy());
        // The program goes on.
        QVERIFY(window.openSample());
        QVERIFY(QTest::qWaitFor([&] { return bool(window.workbench().outline()); }, kPatienceMs));
        QCOMPARE(window.messages().text(), QString());
    }

    void badImagesKeepTheModel()
    {
        MainWindow window(false);
        window.show();
        OpenRequest request = requestFor(sampleFolder() + QStringLiteral("/model.onnx"));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("empty")));
        request.data.emplace();
        request.data->validation.images = m_folder.filePath(QStringLiteral("empty")).toStdString();
        window.open(request);
        QVERIFY(QTest::qWaitFor([&] { return !window.messages().text().isEmpty(); }, kPatienceMs));
        QVERIFY2(window.messages().text().contains(QStringLiteral("empty")),
                 qPrintable(window.messages().text()));
        QVERIFY(window.workbench().outline() != nullptr);
    }

    void remembersTheConfiguration()
    {
        {
            MainWindow window(true);
            window.show();
            QVERIFY(window.openSample());
            QVERIFY(
                QTest::qWaitFor([&] { return bool(window.workbench().outline()); }, kPatienceMs));
            session::UniformSettings settings;
            settings.bits = *quant::parseBits("W3A8");
            window.workbench().applyUniform(settings);
            window.close();
        }
        MainWindow window(true);
        QCOMPARE(window.workbench().memory().recentModels().size(), 1);
        window.openLast();
        QVERIFY(QTest::qWaitFor([&] { return bool(window.workbench().outline()); }, kPatienceMs));
        QCOMPARE(window.workbench().averageWeightBits(), 3.0);
        QVERIFY(QTest::qWaitFor([&] { return bool(window.workbench().session().dataInfo()); },
                                kPatienceMs));
    }

    /// Names, notes and figures of what was tried come back, corrected weights, too.
    void remembersWhatWasTried()
    {
        // What an earlier run of this test tried must not come back here.
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
        session::UniformSettings settings;
        settings.bits = *quant::parseBits("W4A8");
        std::vector<quant::Configuration> tried;
        std::vector<double> top1;
        {
            MainWindow window(true);
            window.show();
            QVERIFY(window.openSample());
            QVERIFY(settles(window));
            Workbench& bench = window.workbench();
            bench.applyUniform(settings);
            QVERIFY(settles(window));
            bench.correction().start();
            QVERIFY(QTest::qWaitFor([&] { return !bench.correction().isRunning(); }, kPatienceMs));
            QVERIFY(settles(window));
            ConfigurationHistory& history = bench.history();
            QVERIFY(history.rowCount() >= 2);
            history.setData(history.index(history.rowCount() - 1, ConfigurationHistory::NameColumn),
                            QStringLiteral("keeper"));
            history.setData(history.index(0, ConfigurationHistory::NoteColumn),
                            QStringLiteral("“plain”, as it came"));
            for (const TriedConfiguration& each : history.tried()) {
                tried.push_back(each.evaluation->configuration);
                top1.push_back(each.evaluation->accuracy.top1.value_or(-1.0));
            }
            window.close(); // before the changes are written by themselves
        }
        MainWindow window(true);
        window.openLast();
        const ConfigurationHistory& history = window.workbench().history();
        QVERIFY(QTest::qWaitFor(
            [&] { return history.rowCount() == static_cast<int>(tried.size()); }, kPatienceMs));
        QVERIFY(settles(window));
        QCOMPARE(history.rowCount(), static_cast<int>(tried.size()));
        for (std::size_t i = 0; i < tried.size(); ++i) {
            const int row = history.rowOf(tried[i]);
            QVERIFY(row >= 0);
            const TriedConfiguration& each = history.tried()[static_cast<std::size_t>(row)];
            QCOMPARE(each.evaluation->accuracy.top1.value_or(-1.0), top1[i]);
            QCOMPARE(each.name, i + 1 == tried.size() ? QStringLiteral("keeper") : QString());
            QCOMPARE(each.note, i == 0 ? QStringLiteral("“plain”, as it came") : QString());
        }
        QVERIFY(*window.workbench().document().configuration() == tried.back());
    }

    void writesConfigurationReportAndModel()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(window.openSample());
        QVERIFY(settles(window));
        Workbench& bench = window.workbench();
        const QString base = m_folder.filePath(QStringLiteral("written"));
        bench.saveConfiguration((base + QStringLiteral(".json")).toStdString());
        QVERIFY(written(window, base + QStringLiteral(".json")));
        bench.saveReport((base + QStringLiteral("-report.json")).toStdString());
        QVERIFY(written(window, base + QStringLiteral("-report.json")));
        bench.exportQdq((base + QStringLiteral("-qdq.onnx")).toStdString());
        QVERIFY(written(window, base + QStringLiteral("-qdq.onnx")));

        QFile report(base + QStringLiteral("-report.json"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QJsonObject root = QJsonDocument::fromJson(report.readAll()).object();
        QCOMPARE(root.value(QStringLiteral("images")).toInt(), bench.images().rowCount());

        session::UniformSettings settings;
        settings.bits = *quant::parseBits("W2A32");
        bench.applyUniform(settings);
        bench.loadConfiguration((base + QStringLiteral(".json")).toStdString());
        QCOMPARE(bench.averageWeightBits(), 8.0);
    }

    void mayBeClosedWhileRunning()
    {
        auto window = std::make_unique<MainWindow>(false);
        window->show();
        QVERIFY(window->openSample());
        QVERIFY(QTest::qWaitFor([&] { return bool(window->workbench().session().dataInfo()); },
                                kPatienceMs));
        window.reset();
        QTest::qWait(50);
    }

private:
    static void collectCommands(const QWidget& menu, QList<const QAction*>& commands)
    {
        for (const QAction* action : menu.actions()) {
            if (action->menu() != nullptr) {
                collectCommands(*action->menu(), commands);
            } else if (!action->isSeparator()) {
                commands << action;
            }
        }
    }

    static int firstWeightRow(Workbench& bench)
    {
        int row = 0;
        while (!bench.layers().hasField(row, SchemeField::WeightPrecision)) {
            ++row;
        }
        return row;
    }

    static void turnWheel(MainWindow& window, int row, int steps, Qt::KeyboardModifiers modifiers)
    {
        QTableView& table = window.layers().table();
        const QPoint position =
            table.visualRect(table.model()->index(row, LayerTableModel::WeightBitsColumn)).center();
        QWheelEvent event(position, table.viewport()->mapToGlobal(position), {},
                          {0, steps * QWheelEvent::DefaultDeltasPerStep}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(table.viewport(), &event);
    }

    static bool written(MainWindow& window, const QString& file)
    {
        return QTest::qWaitFor(
            [&] { return QFileInfo(file).size() > 0 && !window.workbench().isBusy(); },
            kPatienceMs);
    }

    /// Through the bulk editor, as a user does it.
    static void editTwoRows(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        const int row = firstWeightRow(bench);
        window.layers().selectRows({row, row + 1});
        QComboBox* bits = window.layers().bulkEditor().combo(SchemeField::WeightPrecision);
        QVERIFY(bits->isEnabled());
        QCOMPARE(bits->currentData().toString(), QStringLiteral("INT8"));
        bits->setCurrentIndex(bits->findData(QStringLiteral("INT2")));
        Q_EMIT bits->activated(bits->currentIndex());
        QCOMPARE(bench.layers().value(row, SchemeField::WeightPrecision), QStringLiteral("INT2"));
        QVERIFY(bench.isBusy());
        QVERIFY(settles(window));
        QCOMPARE(bench.history().rowCount(), 2);

        bench.document().undoStack().undo();
        QCOMPARE(bench.layers().value(row, SchemeField::WeightPrecision), QStringLiteral("INT8"));
        QVERIFY(settles(window));
        QCOMPARE(bench.history().rowCount(), 2);
        bench.document().undoStack().redo();
        QVERIFY(settles(window));
    }

    static void restoreFromThePlot(MainWindow& window)
    {
        Workbench& bench = window.workbench();
        TradeOffPlot& plot = window.tradeOff().plot();
        plot.replot();
        const quant::Configuration first =
            bench.history().tried().front().evaluation->configuration;
        QVERIFY(*bench.document().configuration() != first);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pixelOf(0).toPoint());
        QCOMPARE(*bench.document().configuration(), first);
        QVERIFY(bench.document().undoStack().canUndo());
        QVERIFY(settles(window));
        bench.document().undoStack().undo();
        QVERIFY(*bench.document().configuration() != first);
    }

    QTemporaryDir m_folder;
};

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyAppearance(Appearance::Light);
    MainWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_main_window.moc"
