// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "gui/app/main_window.h"
#include "gui/app/sample_location.h"
#include "gui/panels/message_bar.h"
#include "gui/panels/methods_panel.h"
#include "tests/gui/eventually.h"
#include "tests/gui/settings_in_folder.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace quantoscope;
using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kAllLayers = 0;
constexpr int kSelectedLayers = 1;
constexpr const char* kProject = "block5/project/Conv";
constexpr const char* kExpand = "block5/expand/Conv";

} // namespace

/// Folds batch normalization of the sample in the window, and keeps it apart.
class FoldingWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runTellsWhatFoldingDoes();
    void removeKeepsItApartAndIsUndone();
    void editsAreUndoneInOrder();
    void whatDoesNotFitGoesAndComesBack();
    void stoppedStepGoes();
    void sessionBringsItBack();
    void isRememberedOfTheModel();
    void cleanupTestCase() { m_window.reset(); }

private:
    Workbench& bench() { return m_window->workbench(); }
    MethodsPanel& panel() { return m_window->methods(); }
    QUndoStack& stack() { return bench().document().undoStack(); }
    const quant::Configuration& configuration() { return *bench().document().configuration(); }
    session::LayerChoice kept() { return keptBatchNorms(*bench().session().modelInfo()); }
    bool settles()
    {
        return eventually([&] { return m_window->isSettled(); });
    }
    void choose(int scope)
    {
        const auto place =
            std::ranges::find(kPostTrainingMethods, PostTrainingMethod::BatchNormFolding);
        panel().methods().setCurrentIndex(static_cast<int>(place - kPostTrainingMethods.begin()));
        panel().scope().setCurrentIndex(scope);
    }
    void select(const char* layer) { bench().selection().select(bench().outline()->find(layer)); }
    QVariant cell(int row, int column, int role = Qt::DisplayRole)
    {
        return panel().table().model()->index(row, column).data(role);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void FoldingWindowTest::initTestCase()
{
    Q_INIT_RESOURCE(quantoscope);
    QVERIFY(m_folder.isValid());
    keepSettingsIn(m_folder.path());
    if (sampleFolder().isEmpty()) {
        QSKIP("the bundled sample is not there");
    }
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(m_window->openSample());
    QVERIFY(settles());
    QVERIFY(m_window->showTab(u"methods"_s));
}

void FoldingWindowTest::runTellsWhatFoldingDoes()
{
    choose(kAllLayers);
    QVERIFY(panel().problem().isEmpty());
    panel().runButton().click();
    QVERIFY(eventually([&] { return !bench().methodOutcomes().all().empty(); }));
    QVERIFY(settles());
    QVERIFY(!stack().canUndo()); // all are folded from the start
    const auto header = [this](int column) {
        return panel().table().model()->headerData(column, Qt::Horizontal).toString();
    };
    QCOMPARE(header(MethodOutcomeModel::BeforeColumn), u"Kept apart"_s);
    QCOMPARE(header(MethodOutcomeModel::AfterColumn), u"Folded"_s);
    const auto layers = session::foldableLayers(*bench().session().modelInfo()).size();
    QCOMPARE(panel().table().model()->rowCount(), static_cast<int>(2 * layers));
    for (int row = 0; row < panel().table().model()->rowCount(); ++row) {
        QCOMPARE(cell(row, MethodOutcomeModel::RemarkColumn).toString(), u"Folded"_s);
        for (const int column :
             {MethodOutcomeModel::BeforeColumn, MethodOutcomeModel::AfterColumn}) {
            QVERIFY(cell(row, column, MethodOutcomeModel::SortRole).toDouble() > 0.0);
        }
    }
}

void FoldingWindowTest::removeKeepsItApartAndIsUndone()
{
    select(kProject);
    choose(kSelectedLayers);
    const double before = bench().evaluation()->comparison.sqnrDb;
    const ConfigurationPtr base = bench().document().configuration();
    QVERIFY(panel().removeButton().isEnabled());
    panel().removeButton().click();
    QVERIFY(bench().folding().isRunning()); // in the background
    QVERIFY(bench().isBusy());
    QVERIFY(settles());
    QVERIFY(kept() == session::LayerChoice{kProject});
    QVERIFY(*bench().document().configuration() == *base);
    QVERIFY(bench().evaluation()->comparison.sqnrDb != before);
    QVERIFY(bench().session().dataInfo());
    QCOMPARE(cell(0, MethodOutcomeModel::RemarkColumn).toString(), u"Kept apart, in float"_s);
    QCOMPARE(
        bench().outline()->entries[static_cast<std::size_t>(bench().selection().current())].name,
        std::string(kProject));
    QVERIFY(!panel().removeButton().isEnabled());
    QVERIFY(stack().undoText().contains(u"batch normalization"_s));
    stack().undo();
    QVERIFY(settles());
    QVERIFY(kept().empty());
    QCOMPARE(bench().evaluation()->comparison.sqnrDb, before);
    stack().redo();
    QVERIFY(settles());
    QVERIFY(kept() == session::LayerChoice{kProject});
    panel().runButton().click(); // folds it again
    QVERIFY(settles());
    QVERIFY(kept().empty());
    QCOMPARE(stack().index(), 2);
    stack().undo();
    stack().undo();
    QVERIFY(settles());
    QVERIFY(kept().empty());
}

void FoldingWindowTest::editsAreUndoneInOrder()
{
    const ConfigurationPtr first = bench().document().configuration();
    select(kProject);
    choose(kSelectedLayers);
    panel().removeButton().click();
    session::UniformSettings settings;
    settings.bits = *quant::parseBits("W6A8");
    bench().applyUniform(settings); // while the model is opened
    const ConfigurationPtr second = bench().document().configuration();
    QVERIFY(settles());
    QVERIFY(kept().contains(kProject));
    QVERIFY(bench().evaluation()->configuration == *second);
    stack().undo();
    QVERIFY(settles());
    QVERIFY(kept().contains(kProject));
    QVERIFY(configuration() == *first);
    stack().undo();
    stack().redo();
    stack().redo();
    QVERIFY(settles());
    QVERIFY(kept().contains(kProject));
    QVERIFY(bench().evaluation()->configuration == *second);
    stack().undo();
    stack().undo();
    QVERIFY(settles());
    QVERIFY(kept().empty());
    QVERIFY(configuration() == *first);
}

void FoldingWindowTest::whatDoesNotFitGoesAndComesBack()
{
    bench().correction().start(quant::CorrectionMethod::BiasCorrection, {kProject, kExpand});
    QVERIFY(eventually([&] { return configuration().corrected.size() == 2; }));
    QVERIFY(settles());
    const double before = bench().evaluation()->comparison.sqnrDb;
    m_window->messages().dismiss();
    select(kProject);
    choose(kSelectedLayers);
    panel().removeButton().click();
    QVERIFY(configuration().corrected.size() == 1);
    QVERIFY(configuration().corrected.contains(kExpand));
    QVERIFY2(m_window->messages().text().contains(u"corrected weights of 1 layer"_s),
             qPrintable(m_window->messages().text()));
    QVERIFY(settles());
    stack().undo();
    QCOMPARE(configuration().corrected.size(), std::size_t{2});
    QVERIFY(settles());
    QCOMPARE(bench().evaluation()->comparison.sqnrDb, before);
    stack().undo();
    QVERIFY(settles());
}

void FoldingWindowTest::stoppedStepGoes()
{
    const ConfigurationPtr before = bench().document().configuration();
    const int steps = stack().index();
    choose(kAllLayers);
    panel().removeButton().click();
    QCOMPARE(stack().index(), steps + 1);
    QVERIFY(bench().folding().isRunning());
    panel().runButton().click(); // Stop
    QVERIFY(eventually([&] { return !bench().folding().isRunning(); }));
    QVERIFY(settles());
    QVERIFY(kept().empty());
    QCOMPARE(stack().index(), steps);
    QVERIFY(*bench().document().configuration() == *before);
}

void FoldingWindowTest::sessionBringsItBack()
{
    select(kProject);
    choose(kSelectedLayers);
    panel().removeButton().click();
    QVERIFY(settles());
    const QString file = m_folder.filePath(u"kept.quantoscope"_s);
    bool isWritten = false;
    bench().saveSession(file.toStdString(),
                        [&](const Status& status) { isWritten = status.has_value(); });
    QVERIFY(eventually([&] { return isWritten; }));
    const double sqnrDb = bench().evaluation()->comparison.sqnrDb;
    stack().undo();
    QVERIFY(settles());
    OpenRequest request;
    request.session = file.toStdString();
    bench().openModel(request);
    QVERIFY(eventually([&] { return kept() == session::LayerChoice{kProject}; }));
    QVERIFY(settles());
    QCOMPARE(bench().evaluation()->comparison.sqnrDb, sqnrDb);
}

void FoldingWindowTest::isRememberedOfTheModel()
{
    m_window.reset();
    for (const bool isFirst : {true, false}) {
        m_window = std::make_unique<MainWindow>(true); // keeps what it knows in the folder
        QVERIFY(m_window->openSample());
        QVERIFY(settles());
        if (isFirst) {
            QVERIFY(kept().empty());
            bench().folding().keep({kProject});
            QVERIFY(settles());
        }
        QVERIFY(kept() == session::LayerChoice{kProject});
        m_window.reset();
    }
}

QTEST_MAIN(FoldingWindowTest)
#include "tst_folding_window.moc"
