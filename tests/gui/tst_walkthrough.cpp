// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/graph/graph_view.h"
#include "gui/panels/bulk_editor.h"
#include "gui/panels/graph_panel.h"
#include "gui/panels/images_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/layer_panel.h"
#include "gui/panels/layer_views.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/output_range_view.h"
#include "gui/panels/rule_form.h"
#include "gui/panels/rules_panel.h"
#include "gui/panels/trade_off_panel.h"
#include "gui/panels/tried_panel.h"
#include "gui/plots/activation_plot.h"
#include "gui/plots/trade_off_plot.h"
#include "tests/gui/eventually.h"
#include "tests/gui/settings_in_folder.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

using namespace quantoscope;
using namespace quantoscope::gui;

/// One piece of work from beginning to end in one window, each step on what the last one left.
class WalkthroughTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensTheSample();
    void editsByTable();
    void editsByGraph();
    void editsByRule();
    void undoesAllOfIt();
    void runsAndCancels();
    void compares();
    void dragsAClippingLimit();
    void restoresFromThePlot();
    void savesAndReopensIdentical();
    void exportsModelAndReport();
    void cleanupTestCase() { m_window.reset(); }

private:
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    Workbench& bench() { return m_window->workbench(); }
    QUndoStack& undoStack() { return bench().document().undoStack(); }
    const quant::Configuration& configuration() { return *bench().document().configuration(); }
    OutlineId first(model::LayerKind kind)
    {
        const auto& entries = bench().outline()->entries;
        const auto found = std::ranges::find(entries, kind, &OutlineEntry::kind);
        return static_cast<OutlineId>(found - entries.begin());
    }
    QString bitsOf(OutlineId layer)
    {
        return bench().layers().value(bench().layers().rowOf(layer), SchemeField::WeightPrecision);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        m_window->activateWindow(); // a menu or dialog may have been above it
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    bool written(const QString& file)
    {
        return eventually([&] { return QFileInfo(file).size() > 0 && !bench().isBusy(); });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    quant::Configuration m_start; ///< as it was opened
};

void WalkthroughTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    m_window = std::make_unique<MainWindow>(false);
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WalkthroughTest::opensTheSample()
{
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(eventually([&] { return bench().outline() != nullptr; }));
    QVERIFY(settles());
    QCOMPARE(m_window->messages().text(), QString());
    QCOMPARE(bench().history().rowCount(), 1);
    m_start = configuration();
}

void WalkthroughTest::editsByTable()
{
    const int row = bench().layers().rowOf(first(model::LayerKind::Conv));
    m_window->layers().selectRows({row});
    QComboBox* bits = m_window->layers().bulkEditor().combo(SchemeField::WeightPrecision);
    bits->setCurrentIndex(bits->findData(QStringLiteral("INT3")));
    Q_EMIT bits->activated(bits->currentIndex());
    QCOMPARE(bench().layers().value(row, SchemeField::WeightPrecision), QStringLiteral("INT3"));
    QVERIFY(settles());
    QCOMPARE(bench().history().rowCount(), 2);
}

void WalkthroughTest::editsByGraph()
{
    const OutlineId layer = first(model::LayerKind::Gemm);
    GraphPanel& graph = m_window->graph();
    QVERIFY(eventually([&] { return !graph.isLayingOut(); }));
    bench().selection().select(layer);
    Q_EMIT graph.view().menuRequested(layer, QPoint(10, 10));
    QAction* four = nullptr;
    for (const QMenu* menu : graph.findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            if (menu->title().contains(QStringLiteral("This Layer")) &&
                action->text() == QStringLiteral("INT4")) {
                four = action;
            }
        }
    }
    QVERIFY(four != nullptr && four->isEnabled());
    four->trigger();
    QVERIFY(QApplication::activePopupWidget() != nullptr);
    QApplication::activePopupWidget()->close(); // as a click does
    QCOMPARE(bitsOf(layer), QStringLiteral("INT4"));
    QVERIFY(settles());
}

void WalkthroughTest::editsByRule()
{
    press(Qt::Key_R, Qt::ControlModifier);
    RulesPanel& rules = m_window->rules();
    QVERIFY(rules.isVisible());
    rules.addButton().click();
    QComboBox& operators = rules.form().operatorCombo();
    operators.setCurrentIndex(operators.findData(QStringLiteral("DepthwiseConv")));
    QComboBox& bits = *rules.form().combo(SchemeField::WeightPrecision);
    bits.setCurrentIndex(bits.findData(QStringLiteral("INT6")));
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bitsOf(first(model::LayerKind::DepthwiseConv)), QStringLiteral("INT6"));
    QVERIFY(settles());
    QCOMPARE(bench().history().rowCount(), 4);
}

void WalkthroughTest::undoesAllOfIt()
{
    const quant::Configuration edited = configuration();
    const int steps = undoStack().index();
    for (int step = steps; step > 0; --step) {
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undoStack().index(), step - 1);
    }
    QVERIFY(configuration() == m_start);
    QCOMPARE(bench().rules().rowCount(), 0);
    for (int step = 0; step < steps; ++step) {
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(undoStack().index(), step + 1);
    }
    QVERIFY(configuration() == edited);
    QCOMPARE(bench().rules().rowCount(), 1);
    QVERIFY(settles());
    QCOMPARE(bench().history().rowCount(), 4); // nothing was forgotten or run twice
}

void WalkthroughTest::runsAndCancels()
{
    QSignalSpy partial(&bench(), &Workbench::partialReady);
    press(Qt::Key_7, Qt::ControlModifier | Qt::AltModifier); // a preset
    QVERIFY(eventually([&] { return !partial.isEmpty(); }));
    press(Qt::Key_Escape);
    QVERIFY(eventually([&] { return !bench().isBusy(); }));
    press(Qt::Key_F5);
    QVERIFY(settles());
    QCOMPARE(bench().history().rowCount(), 5);
    QVERIFY(bench().averageWeightBits() < 4.0);
}

void WalkthroughTest::compares()
{
    QVERIFY(m_window->showTab(QStringLiteral("images")));
    ImagesPanel& images = m_window->images();
    QComboBox& shown = images.shown();
    const int all = images.table().model()->rowCount();
    shown.setCurrentIndex(shown.findData(static_cast<int>(ImageFilter::Changed)));
    const int changed = images.table().model()->rowCount();
    QVERIFY2(changed > 0 && changed < all, qPrintable(QString::number(changed)));
    QSignalSpy large(&images, &ImagesPanel::imageShown);
    images.table().selectRow(changed - 1);
    QVERIFY(!large.isEmpty());
    shown.setCurrentIndex(0);

    QVERIFY(m_window->showTab(QStringLiteral("tried")));
    TriedPanel& tried = m_window->tried();
    tried.selectRow(4);
    tried.selectRow(0);
    tried.compareButton().click();
    auto* dialog = tried.findChild<QDialog*>(QStringLiteral("difference"));
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(dialog->findChild<QTableView*>()->model()->rowCount() > 10);
    dialog->close();
}

void WalkthroughTest::dragsAClippingLimit()
{
    bench().selection().select(first(model::LayerKind::DepthwiseConv));
    QVERIFY(m_window->showLayerView(QStringLiteral("output")));
    QVERIFY(settles());
    QTest::qWait(50); // laid out and drawn
    OutputRangeView& output = m_window->inspector().views().output();
    ActivationPlot& plot = output.plot();
    const double high = output.high().value();
    const int y = plot.axisRect()->center().y();
    const auto at = [&](double value) {
        return QPoint(static_cast<int>(plot.xAxis->coordToPixel(value)), y);
    };
    const int steps = undoStack().index();
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(high));
    for (const double share : {0.9, 0.8, 0.7}) {
        QTest::mouseMove(&plot, at(share * high));
        QTest::qWait(20);
    }
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(0.7 * high));
    QCOMPARE(undoStack().index(), steps + 1);
    QVERIFY(settles());
    QVERIFY(std::abs(output.high().value() - 0.7 * high) < 0.1 * high);
    QCOMPARE(bench().history().rowCount(), 6);
}

void WalkthroughTest::restoresFromThePlot()
{
    TradeOffPlot& plot = m_window->tradeOff().plot();
    plot.replot();
    QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.pixelOf(3).toPoint());
    QVERIFY(configuration() == bench().history().tried()[3].evaluation->configuration);
    QVERIFY(settles());
    QCOMPARE(bench().history().rowCount(), 6);
}

void WalkthroughTest::savesAndReopensIdentical()
{
    const QString file = m_folder.filePath(QStringLiteral("walk.quantoscope"));
    ConfigurationHistory& history = bench().history();
    QVERIFY(history.setData(history.index(3, ConfigurationHistory::NameColumn),
                            QStringLiteral("by table, graph and rule")));
    m_window->keeper().save(file);
    QVERIFY(eventually([&] { return m_window->keeper().file() == file; }));
    QVERIFY(!m_window->isWindowModified());
    const quant::Configuration saved = configuration();
    const auto rules = bench().rules().rules();
    const OutlineId layer = bench().selection().current();
    std::vector<double> top1;
    for (const TriedConfiguration& tried : history.tried()) {
        top1.push_back(*tried.evaluation->accuracy.top1);
    }

    m_window = std::make_unique<MainWindow>(false);
    m_window->resize(1600, 1000);
    m_window->show();
    m_window->openFile(file);
    QVERIFY(settles());
    QCOMPARE(m_window->messages().text(), QString());
    QVERIFY(configuration() == saved);
    QVERIFY(bench().rules().rules() == rules);
    QCOMPARE(bench().selection().current(), layer);
    QVERIFY(eventually([&] { return bench().history().rowCount() == 6; }));
    for (std::size_t i = 0; i < top1.size(); ++i) {
        QCOMPARE(*bench().history().tried()[i].evaluation->accuracy.top1, top1[i]);
    }
    QCOMPARE(bench().history().tried()[3].name, QStringLiteral("by table, graph and rule"));
    QVERIFY(!m_window->isWindowModified());
}

void WalkthroughTest::exportsModelAndReport()
{
    const QString model = m_folder.filePath(QStringLiteral("walk-qdq.onnx"));
    bench().exportQdq(model.toStdString());
    QVERIFY(written(model));
    const QString page = m_folder.filePath(QStringLiteral("walk.html"));
    bench().saveReport(page.toStdString());
    QVERIFY(written(page));
    QFile html(page);
    QVERIFY(html.open(QIODevice::ReadOnly));
    const QByteArray text = html.readAll();
    QVERIFY(text.contains("Configurations tried: 6"));
    QVERIFY(text.contains("<svg class=\"plot\""));
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyAppearance(Appearance::Light);
    WalkthroughTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_walkthrough.moc"
