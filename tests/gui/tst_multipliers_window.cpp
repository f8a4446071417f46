// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/path_text.h"
#include "gui/app/sample_location.h"
#include "gui/models/layer_column_text.h"
#include "gui/panels/layer_facts.h"
#include "gui/panels/message_bar.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <algorithm>
#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120000;

} // namespace

/// Switches to fixed-point multipliers in the window and back; looks at accumulators.
class MultipliersWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatTheSwitchChanges();
    void undoesIt();
    void keepsItForOtherBits();
    void tableAndInspectorShowAccumulators();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    bool settles()
    {
        return QTest::qWaitFor([&] { return m_window->isSettled(); }, kPatienceMs);
    }
    bool isFixedPoint()
    {
        return bench().document().configuration()->requantization ==
               quant::MultiplierKind::FixedPoint;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    QAction* m_action = nullptr;
};

void MultipliersWindowTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    OpenRequest request;
    request.model.file = toPath(sampleFolder()) / "model.onnx";
    request.data.emplace();
    request.data->validation.images = toPath(sampleFolder()) / "val";
    request.data->validation.limit = 32;
    request.data->calibrationImages = toPath(sampleFolder()) / "calib";
    request.data->calibrationLimit = 24;
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    bench().openModel(request);
    QVERIFY(QTest::qWaitFor([&] { return bench().outline() != nullptr; }, kPatienceMs));
    QVERIFY(settles());
    const auto actions = m_window->findChildren<QAction*>();
    const auto found = std::ranges::find_if(actions, [](const QAction* each) {
        return QString(each->text()).remove(u'&') == "Fixed-Point Multipliers"_L1;
    });
    QVERIFY(found != actions.end());
    m_action = *found;
    const auto sameKeys = std::ranges::count_if(
        actions, [&](const QAction* each) { return each->shortcut() == m_action->shortcut(); });
    QCOMPARE(sameKeys, 1);
}

void MultipliersWindowTest::tellsWhatTheSwitchChanges()
{
    QVERIFY(m_action->isEnabled() && m_action->isCheckable() && !m_action->isChecked());
    m_action->trigger();
    QVERIFY(isFixedPoint());
    QVERIFY(settles());
    QVERIFY(m_action->isChecked());
    const auto& evaluation = *bench().evaluation();
    QCOMPARE(evaluation.fixedPointShare.value_or(0.0), 1.0);
    const QString message = m_window->messages().text();
    QVERIFY2(message.contains(u"100.0 % of the MACs"_s), qPrintable(message));
    QVERIFY2(message.contains(u" of 32 predictions change"_s), qPrintable(message));
    QVERIFY2(message.contains(u"top-1 "_s), qPrintable(message));
}

void MultipliersWindowTest::undoesIt()
{
    m_window->messages().dismiss();
    bench().document().undoStack().undo();
    QVERIFY(!isFixedPoint());
    QVERIFY(settles());
    QVERIFY(!m_action->isChecked());
    QVERIFY(m_window->messages().text().contains(u" of 32 predictions change"_s));
    bench().document().undoStack().redo();
    QVERIFY(isFixedPoint());
    QVERIFY(settles());
}

void MultipliersWindowTest::keepsItForOtherBits()
{
    session::UniformSettings settings;
    settings.bits = *quant::parseBits("W6A8");
    bench().applyUniform(settings);
    QVERIFY(isFixedPoint());
    QVERIFY(settles());
    QCOMPARE(bench().history().tried().back().label, u"W6A8, fixed-point"_s);
}

void MultipliersWindowTest::tableAndInspectorShowAccumulators()
{
    const LayerTableModel& table = bench().layers();
    const QModelIndex cell = table.index(1, LayerTableModel::AccumulatorColumn);
    const auto& layers = bench().evaluation()->layers;
    QVERIFY(layers.front().accumulator);
    const quant::AccumulatorFigures& figures = *layers.front().accumulator;
    QCOMPARE(cell.data().toString(), u"%1 bits"_s.arg(figures.bits));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(accumulatorText(figures)));
    const OutlineEntry& entry =
        bench().outline()->entries[static_cast<std::size_t>(table.idOf(cell.row()))];
    const quant::Configuration& configuration = *bench().document().configuration();
    const auto facts = gatherFacts(bench().session(), entry, configuration);
    QVERIFY(facts && facts->accumulator == figures);
    const auto lines = describe(entry, configuration, &*facts);
    QVERIFY(std::ranges::any_of(lines, [&](const FactLine& line) {
        return line.name == "Accumulator"_L1 && line.value == cell.data().toString();
    }));
}

QTEST_MAIN(MultipliersWindowTest)
#include "tst_multipliers_window.moc"
