// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/best_methods_view.h"
#include "gui/panels/message_bar.h"
#include "tests/gui/eventually.h"
#include "tests/gui/named_action.h"
#include "tests/gui/settings_in_folder.h"

#include <QAction>
#include <QInputDialog>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

/// Lets the window choose the methods for the bundled sample.
class ChoosingMethodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksForTheTimeAndChooses();
    void undoes();
    void leavesAnEditedConfigurationAlone();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    /// Triggers the command and answers its question.
    void ask(int seconds)
    {
        QAction* best = namedAction(*m_window, u"Best for Me…"_s);
        QVERIFY(best && best->isEnabled());
        best->trigger();
        auto* question = m_window->findChild<QInputDialog*>(u"bestSeconds"_s);
        QVERIFY(question);
        question->setIntValue(seconds);
        question->accept();
        QVERIFY(bench().best().isRunning());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<const quant::Configuration> m_before;
};

void ChoosingMethodsTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(m_window->openSample());
    QVERIFY(settles());
    session::UniformSettings settings;
    settings.bits = *quant::parseBits("W4A8");
    settings.granularity = quant::Granularity::PerTensor;
    bench().applyUniform(settings);
    QVERIFY(settles());
    m_before = bench().document().configuration();
}

void ChoosingMethodsTest::asksForTheTimeAndChooses()
{
    const double top1 = *bench().evaluation()->accuracy.top1;
    QSignalSpy finished(&bench().best(), &BestMethods::finished);
    ask(600);
    QVERIFY(finished.wait(kPatienceMs));
    QVERIFY(finished.front().at(1).toBool());
    auto* view = m_window->findChild<BestMethodsView*>();
    QVERIFY(view && view->isVisible());
    const auto* table = view->findChild<QTableWidget*>();
    const auto report = finished.front().at(0).value<session::BestReportPtr>();
    QCOMPARE(table->rowCount(), static_cast<int>(report->trials.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        QVERIFY(!table->item(row, 0)->text().isEmpty());
        QVERIFY(!table->item(row, 1)->text().isEmpty());
    }
    view->close();
    QVERIFY(settles());
    QVERIFY(*bench().document().configuration() == report->configuration);
    QVERIFY(*bench().evaluation()->accuracy.top1 > top1 + 0.3);
}

void ChoosingMethodsTest::undoes()
{
    bench().document().undoStack().undo();
    QVERIFY(*bench().document().configuration() == *m_before);
    QVERIFY(settles());
}

void ChoosingMethodsTest::leavesAnEditedConfigurationAlone()
{
    QSignalSpy finished(&bench().best(), &BestMethods::finished);
    ask(1);
    session::UniformSettings settings;
    settings.bits = *quant::parseBits("W8A8");
    bench().applyUniform(settings);
    const auto edited = bench().document().configuration();
    QVERIFY(finished.wait(kPatienceMs));
    QVERIFY(!finished.front().at(1).toBool());
    QVERIFY(*bench().document().configuration() == *edited);
    QVERIFY(!m_window->messages().text().isEmpty());
    QVERIFY(settles());
}

QTEST_MAIN(ChoosingMethodsTest)
#include "tst_choosing_methods.moc"
