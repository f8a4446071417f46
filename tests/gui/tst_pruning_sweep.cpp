// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/message_bar.h"
#include "tests/gui/eventually.h"
#include "tests/gui/named_action.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

/// Prunes layers of the sample in the table, and sweeps shares from the menu.
class PruningSweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tablePrunesAndUndoes();
    void channelsOfSumsGoTogether();
    void sweepAddsItsPoints();
    void editsLeaveASweep();
    void sweepIsStopped();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    bool sweepEnds()
    {
        return eventually([&] { return !bench().pruningSweep().isRunning(); });
    }
    int rowOf(const std::string& layer)
    {
        return bench().layers().rowOf(bench().layers().outline()->find(layer));
    }
    QAction* sweepAction() { return namedAction(*m_window, u"Sweep Pruning"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void PruningSweepTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    keepSettingsIn(m_folder.path());
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(m_window->openSample());
    QVERIFY(settles());
}

void PruningSweepTest::tablePrunesAndUndoes()
{
    LayerTableModel& layers = bench().layers();
    const int row = rowOf("block9/project/Conv");
    const std::int64_t before = layers.sizeBytes(row).value();
    const QModelIndex cell = layers.index(row, LayerTableModel::PruningColumn);
    QVERIFY(layers.setData(cell, u"2:4"_s, Qt::EditRole));
    QVERIFY(settles());
    QVERIFY(layers.sizeBytes(row).value() < before);
    const QModelIndex size = layers.index(row, LayerTableModel::SizeColumn);
    QVERIFY(size.data(Qt::ToolTipRole).toString().contains(u"place in its run"_s));
    bench().document().undoStack().undo();
    QVERIFY(settles());
    QCOMPARE(layers.sizeBytes(row).value(), before);
    QCOMPARE(cell.data(Qt::EditRole).toString(), u"none"_s);
}

void PruningSweepTest::channelsOfSumsGoTogether()
{
    LayerTableModel& layers = bench().layers();
    const int first = rowOf("block4/project/Conv");
    const int second = rowOf("block5/project/Conv");
    QVERIFY(layers.setField({&first, 1}, SchemeField::WeightPruning, u"channels:0.25"_s));
    QCOMPARE(layers.value(second, SchemeField::WeightPruning), u"channels:0.25"_s);
    QVERIFY(settles());
    QVERIFY(bench().session().check(*bench().document().configuration()));
    const int depthwise = rowOf("block5/depthwise/Conv");
    QVERIFY(!layers.setField({&depthwise, 1}, SchemeField::WeightPruning, u"channels:0.25"_s));
    bench().document().undoStack().undo();
    QVERIFY(settles());
}

void PruningSweepTest::sweepAddsItsPoints()
{
    QAction* sweep = sweepAction();
    QVERIFY(sweep && sweep->isEnabled());
    QVERIFY(!sweep->statusTip().isEmpty() || !sweep->toolTip().isEmpty());
    const ConfigurationPtr configuration = bench().document().configuration();
    const int before = bench().history().rowCount();
    sweep->trigger();
    QVERIFY(sweep->isChecked());
    QVERIFY(sweepEnds());
    QVERIFY(settles());
    QCOMPARE(bench().history().rowCount(), before + 9); // the one without pruning was there
    QVERIFY(!sweep->isChecked());
    QVERIFY(*bench().document().configuration() == *configuration);
    const auto& tried = bench().history().tried();
    QVERIFY2(tried.back().label.contains(u"90 % of weights"_s), qPrintable(tried.back().label));
    QVERIFY(tried.back().evaluation->sizeBytes < tried[tried.size() - 2].evaluation->sizeBytes);
}

void PruningSweepTest::editsLeaveASweep()
{
    bench().history().clear();
    session::UniformSettings other;
    other.bits = *quant::parseBits("W6A8");
    bench().applyUniform(other);
    QVERIFY(settles());
    const ConfigurationPtr base = bench().document().configuration();
    sweepAction()->trigger();
    const int row = rowOf("block9/project/Conv");
    QVERIFY(bench().layers().setField({&row, 1}, SchemeField::WeightPruning, u"1:4"_s));
    QVERIFY(bench().pruningSweep().isRunning());
    QVERIFY(settles()); // the edit comes first
    QVERIFY(bench().pruningSweep().isRunning());
    QVERIFY(bench().evaluation()->configuration == *bench().document().configuration());
    bench().document().undoStack().undo();
    QVERIFY(settles());
    QVERIFY(sweepEnds());
    QCOMPARE(bench().history().rowCount(), 11); // ten shares and the edit
    QVERIFY(*bench().document().configuration() == *base);
    QCOMPARE(m_window->messages().text().count(u"10"_s), 1);
}

void PruningSweepTest::sweepIsStopped()
{
    session::UniformSettings other;
    other.bits = *quant::parseBits("W5A8");
    bench().applyUniform(other);
    QVERIFY(settles());
    const int before = bench().history().rowCount();
    sweepAction()->trigger();
    QVERIFY(bench().pruningSweep().isRunning());
    sweepAction()->trigger();
    QVERIFY(!bench().pruningSweep().isRunning());
    QVERIFY(settles());
    QVERIFY(bench().history().rowCount() < before + 9);
}

QTEST_MAIN(PruningSweepTest)
#include "tst_pruning_sweep.moc"
